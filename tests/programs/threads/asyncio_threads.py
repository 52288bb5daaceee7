"""asyncio and threads: work that waits elsewhere, callbacks from other threads."""
import asyncio
import threading
import time
import contextvars
from concurrent.futures import ThreadPoolExecutor

var = contextvars.ContextVar("var", default=0)


def block(n):
    time.sleep(0.05)
    return n, threading.current_thread() is threading.main_thread(), var.get()


async def tick(log):
    for _ in range(3):
        await asyncio.sleep(0.01)
        log.append("tick")


async def main():
    var.set(5)
    log = []
    results = await asyncio.gather(asyncio.to_thread(block, 1), asyncio.to_thread(block, 2),
                                   tick(log))
    print(results[:2], log)
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, len, "four"))
    with ThreadPoolExecutor(2) as pool:
        print(await asyncio.gather(*[loop.run_in_executor(pool, pow, 2, k) for k in range(5)]))
        try:
            await loop.run_in_executor(pool, int, "x")
        except ValueError as e:
            print(e)
    future = loop.create_future()
    threading.Timer(0.02, lambda: loop.call_soon_threadsafe(future.set_result, "woken")).start()
    print(await future)

    def elsewhere():
        try:
            asyncio.get_running_loop()
        except RuntimeError as e:
            return str(e)
    print(await asyncio.to_thread(elsewhere))

    async def answer(x):
        await asyncio.sleep(0)
        return x * 2

    def ask():
        return asyncio.run_coroutine_threadsafe(answer(21), loop).result()
    print(await asyncio.to_thread(ask))


asyncio.run(main())

# A loop in each thread.
rows = []


async def work(n):
    await asyncio.sleep(0.01)
    return n


threads = [threading.Thread(target=lambda n=n: rows.append(asyncio.run(work(n)))) for n in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(rows))
