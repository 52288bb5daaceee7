"""Futures and tasks: what they answer, refuse and look like."""
import asyncio


def attempt(call):
    try:
        print(call())
    except BaseException as e:
        print(type(e).__name__, e)


async def five():
    return 5


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    print(f, f.done(), f.cancelled(), f.get_loop() is loop)
    for call in (f.result, f.exception, lambda: f.set_result(3), f.result, f.exception,
                 lambda: f.set_result(1), lambda: f.set_exception(ValueError()), f.cancel):
        attempt(call)
    f = loop.create_future()
    for call in (lambda: f.set_exception(StopIteration), lambda: f.set_exception(3),
                 lambda: f.set_exception(int), lambda: f.cancel("why"), f.result, f.exception,
                 f.cancelled, lambda: f.set_result(1)):
        attempt(call)
    print(f)

    f = loop.create_future()
    attempt(lambda: f.remove_done_callback(print))
    f.add_done_callback(lambda f: print("done:", f.result()))
    f.add_done_callback(print)
    attempt(lambda: f.remove_done_callback(print))
    f.set_result("x")
    await asyncio.sleep(0)
    f.add_done_callback(lambda f: print("at once, but later"))
    print("first")
    await asyncio.sleep(0)

    task = asyncio.create_task(five(), name="named")
    print(task.get_name(), task.get_coro().__name__, task.cancelling(), task.uncancel(),
          task in asyncio.all_tasks(), asyncio.current_task().get_name())
    for call in (lambda: task.set_result(1), lambda: task.set_exception(1),
                 lambda: setattr(task, "_log_traceback", True), lambda: asyncio.Task(3)):
        attempt(call)
    print(await task, str(task).split(" defined")[0], task in asyncio.all_tasks())

    waited = loop.create_future()

    async def wait():
        try:
            await waited
        except asyncio.CancelledError as e:
            print("cancelled:", e.args)
            raise

    task = asyncio.create_task(wait())
    await asyncio.sleep(0)
    print(str(task).split(" coro")[0], "wait_for=<Future pending cb=[Task.task_wakeup()]>" in str(task))
    task.cancel("enough")
    attempt(lambda: task.cancelling())
    try:
        await task
    except asyncio.CancelledError as e:
        print("seen:", e.args, task.cancelled(), waited.cancelled())

    class Bad:
        def __await__(self):
            yield 3

    class Plain:
        def __await__(self):
            yield loop.create_future()

    async def itself():
        await asyncio.current_task()

    async def bad(x):
        await x

    for coro in (bad(Bad()), bad(Plain()), itself()):
        try:
            await asyncio.create_task(coro)
        except RuntimeError as e:
            print(str(e)[:30])


asyncio.run(main())
attempt(asyncio.get_running_loop)
attempt(lambda: asyncio.Future())
