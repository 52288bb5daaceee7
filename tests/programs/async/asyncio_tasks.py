import asyncio
async def w(n,d):
    await asyncio.sleep(d); print("w",n); return n
async def main():
    t=[asyncio.create_task(w(i,0.15*(3-i))) for i in range(3)]
    print(await asyncio.gather(*t))
    try: await asyncio.wait_for(w(9,1),0.01)
    except asyncio.TimeoutError: print("timeout")
    q=asyncio.Queue()
    async def prod():
        for i in range(3): await q.put(i)
        await q.put(None)
    async def cons():
        while (x:=await q.get()) is not None: print("c",x)
    await asyncio.gather(prod(),cons())
    l=asyncio.Lock()
    async with l: print("locked")
    t=asyncio.create_task(w(5,5)); await asyncio.sleep(0); t.cancel()
    try: await t
    except asyncio.CancelledError: print("cancelled")
asyncio.run(main())
