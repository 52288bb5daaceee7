# asyncio.Barrier: nobody goes on until all are there; it fills again, breaks and is reset.
import asyncio
import asyncio.locks
from asyncio.exceptions import CancelledError
from asyncio.queues import Queue

print(asyncio.Barrier.__module__, asyncio.Queue is Queue, CancelledError.__module__, asyncio.Lock is asyncio.locks.Lock)


async def walker(barrier, name, log):
    for stage in range(3):
        log.append((stage, name))
        index = await barrier.wait()
        log.append((stage, name, "after"))
        assert 0 <= index < 3


async def stages():
    barrier, log = asyncio.Barrier(3), []
    await asyncio.gather(*[walker(barrier, name, log) for name in "abc"])
    for stage in range(3):
        before = max(i for i, row in enumerate(log) if row[0] == stage and len(row) == 2)
        after = min(i for i, row in enumerate(log) if row[0] == stage and len(row) == 3)
        print(stage, before < after)
    print(barrier.parties, barrier.n_waiting, barrier.broken)


async def broken():
    barrier = asyncio.Barrier(2)

    async def waits():
        try:
            await barrier.wait()
        except asyncio.BrokenBarrierError as e:
            return type(e).__name__
    task = asyncio.create_task(waits())
    await asyncio.sleep(0)
    print(barrier.n_waiting)
    await barrier.abort()
    print(await task, barrier.broken)
    try:
        await barrier.wait()
    except asyncio.BrokenBarrierError as e:
        print(e)
    await barrier.reset()
    print(barrier.broken)
    task = asyncio.create_task(waits())
    await asyncio.sleep(0)
    async with barrier as index:
        print(index)
    print(await task)
    try:
        asyncio.Barrier(0)
    except ValueError as e:
        print(e)


asyncio.run(stages())
asyncio.run(broken())
