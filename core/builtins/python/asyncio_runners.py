# A loop for one coroutine, and its end.
from asyncio.base_events import EventLoop
from asyncio.coroutines import iscoroutine
from asyncio.events import _get_running_loop
from asyncio.tasks import gather


def run(main, *, debug=None):
    if _get_running_loop() is not None:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    if not iscoroutine(main):
        raise ValueError(f"a coroutine was expected, got {main!r}")
    loop = EventLoop()
    try:
        return loop.run_until_complete(main)
    finally:
        _cancel_all(loop)
        if loop._executor is not None:
            loop.run_until_complete(loop.shutdown_default_executor())
        loop.close()


def _cancel_all(loop):
    rest = list(loop._tasks)
    for task in rest:
        task.cancel()
    if rest:
        loop.run_until_complete(gather(*rest, return_exceptions=True, _loop=loop))


class Runner:
    def __init__(self, *, debug=None, loop_factory=None):
        self._loop = EventLoop()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        _cancel_all(self._loop)
        if self._loop._executor is not None:
            self._loop.run_until_complete(self._loop.shutdown_default_executor())
        self._loop.close()

    def get_loop(self):
        return self._loop

    def run(self, coro, *, context=None):
        return self._loop.run_until_complete(coro)
