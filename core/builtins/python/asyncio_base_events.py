# The event loop: what is ready, what waits for its time. When nothing else can run, the loop's
# thread waits for the next timer, or for other threads.
import _threads
import contextvars
import heapq
import time

from asyncio.events import AbstractEventLoop, Handle, TimerHandle, _get_running_loop
from asyncio.futures import Future, wrap_future
from asyncio.tasks import Task, ensure_future


class EventLoop(AbstractEventLoop):
    def __init__(self):
        self._ready = []
        self._timers = []
        self._tasks = []
        self._current = None
        self._number = 0
        self._stopping = False
        self._running = False
        self._closed = False
        self._thread = None  # that runs it
        self._executor = None

    def time(self):
        return time.monotonic()

    def call_soon(self, callback, *args, context=None):
        handle = Handle(callback, args, contextvars.copy_context() if context is None else context)
        self._ready.append(handle)
        return handle

    def call_soon_threadsafe(self, callback, *args, context=None):
        if self._closed:
            raise RuntimeError("Event loop is closed")
        handle = self.call_soon(callback, *args, context=context)
        if self._thread is not None:
            _threads.wake(self._thread)
        return handle

    def call_later(self, delay, callback, *args, context=None):
        return self.call_at(self.time() + delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        self._number += 1
        handle = TimerHandle(when, self._number, callback, args,
                             contextvars.copy_context() if context is None else context)
        heapq.heappush(self._timers, handle)
        return handle

    def create_future(self):
        return Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        return Task(coro, loop=self, name=name, context=context)

    def _run_once(self):
        timers = self._timers
        while timers and timers[0]._cancelled:
            heapq.heappop(timers)
        if not self._ready:
            if timers:
                delay = timers[0]._when - self.time()
                if delay > 0:
                    (_threads.wait if _threads.available() else time.sleep)(delay)
            elif _threads.count() > 1:
                _threads.wait(-1)
            else:
                raise RuntimeError("asyncio: all tasks wait for something that can no longer "
                                   "happen")
        now = self.time() + 1e-9
        while timers and timers[0]._when <= now:
            handle = heapq.heappop(timers)
            if not handle._cancelled:
                self._ready.append(handle)
        ready, self._ready = self._ready, []
        for handle in ready:
            if not handle._cancelled:
                handle._run()

    def run_until_complete(self, future):
        if self._closed:
            raise RuntimeError("Event loop is closed")
        if self._running or _get_running_loop() is not None:
            raise RuntimeError("This event loop is already running" if self._running else
                               "Cannot run the event loop while another loop is running")
        future = ensure_future(future, loop=self)
        self._enter()
        try:
            while not future.done():
                self._run_once()
        finally:
            self._leave()
        return future.result()

    def run_forever(self):
        self._stopping = False
        self._enter()
        try:
            while not self._stopping:
                self._run_once()
        finally:
            self._leave()

    def _enter(self):
        _threads.state()["running loop"] = self
        self._running = True
        self._thread = _threads.ident()

    def _leave(self):
        _threads.state()["running loop"] = None
        self._running = False
        self._thread = None

    def stop(self):
        self._stopping = True
        self.call_soon(lambda: None)

    def is_running(self):
        return self._running

    def is_closed(self):
        return self._closed

    def close(self):
        self._closed = True

    def set_debug(self, enabled):
        pass

    def get_debug(self):
        return False

    async def shutdown_asyncgens(self):
        pass

    async def shutdown_default_executor(self):
        if self._executor is not None:
            self._executor.shutdown(wait=True)

    def set_default_executor(self, executor):
        self._executor = executor

    def run_in_executor(self, executor, func, *args):
        if executor is None:
            executor = self._executor
        if executor is None:
            from concurrent.futures import ThreadPoolExecutor
            executor = self._executor = ThreadPoolExecutor(thread_name_prefix="asyncio")
        return wrap_future(executor.submit(func, *args), loop=self)
