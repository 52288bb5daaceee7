# What futures and tasks tell when they die, and that those which have nothing to tell are quiet.
import asyncio


def told(loop, context):
    future = context.get("task") or context["future"]
    print("told:", context["message"], type(future).__name__, repr(context.get("exception")))


async def fails(text):
    raise ValueError(text)


async def tree(depth):
    if depth == 0:
        return 1
    return sum(await asyncio.gather(tree(depth - 1), tree(depth - 1)))


class Mine(asyncio.Future):
    def __del__(self):
        print("Mine dies", self._state)
        super().__del__()


class Job(asyncio.Task):
    def __del__(self):
        print("Job dies", self.done())
        super().__del__()


def forgotten(loop):
    future = loop.create_future()
    future.set_exception(KeyError("forgotten"))


def asked(loop):
    future = loop.create_future()
    future.set_exception(KeyError("asked"))
    print(repr(future.exception()))


def hushed(loop):
    future = loop.create_future()
    future.set_exception(KeyError("hushed"))
    future._log_traceback = False


def pending(loop):
    loop.create_future()


def asked_before(loop):
    future = loop.create_future()
    try:
        future.exception()
    except asyncio.InvalidStateError as e:
        print(e)
    future.set_exception(KeyError("asked before"))


def own(loop):
    Mine(loop=loop).set_exception(IndexError("own"))


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(told)
    for kind in forgotten, asked, hushed, pending, asked_before, own:
        print(kind.__name__)
        kind(loop)
    print(await tree(7))


asyncio.run(main())

loop = asyncio.new_event_loop()
loop.set_exception_handler(told)
task = loop.create_task(fails("nobody asks"))
loop.run_until_complete(asyncio.sleep(0))
loop.run_until_complete(asyncio.sleep(0))
print(task.done())
del task
job = Job(tree(0), loop=loop)
loop.run_until_complete(job)
print(job.result())
del job
loop.close()
