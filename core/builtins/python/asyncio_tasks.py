# Tasks draw from their coroutines; a coroutine that waits yields the Future it waits for. And what
# waits for several of them.
import contextvars

from asyncio.coroutines import iscoroutine
from asyncio.events import get_event_loop, get_running_loop
from asyncio.exceptions import CancelledError
from asyncio.futures import Future, _copy_end, _set_unless_done

FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = (
    "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED")
_task_number = 0


class Task(Future):
    def __init__(self, coro, *, loop=None, name=None, context=None):
        global _task_number
        Future.__init__(self, loop=loop)
        if not iscoroutine(coro):
            raise TypeError(f"a coroutine was expected, got {coro!r}")
        self._coro = coro
        _task_number += 1
        self._name = f"Task-{_task_number}" if name is None else str(name)
        self._context = contextvars.copy_context() if context is None else context
        self._waits_for = None
        self._must_cancel = False
        self._cancelling = 0
        self._cancel_message = None
        self._loop._tasks.append(self)
        self._loop.call_soon(self._step, context=self._context)

    def get_name(self):
        return self._name

    def set_name(self, name):
        self._name = str(name)

    def get_coro(self):
        return self._coro

    def cancelling(self):
        return self._cancelling

    def uncancel(self):
        if self._cancelling > 0:
            self._cancelling -= 1
        return self._cancelling

    def cancel(self, msg=None):
        if self.done():
            return False
        self._cancelling += 1
        self._cancel_message = msg
        if self._waits_for is not None and self._waits_for.cancel():
            return True
        self._must_cancel = True
        return True

    def _step(self, exception=None):
        if self.done():
            return
        if self._must_cancel:
            exception = self._cancelled_error()
            self._must_cancel = False
        self._waits_for = None
        loop = self._loop
        before, loop._current = loop._current, self
        try:
            if exception is None:
                waited = self._coro.send(None)
            else:
                waited = self._coro.throw(exception)
        except StopIteration as e:
            if self._must_cancel:
                self._must_cancel = False
                self._over("CANCELLED")
            else:
                self._result = e.value
                self._over("FINISHED")
        except CancelledError:
            self._over("CANCELLED")
        except (KeyboardInterrupt, SystemExit) as e:
            self._exception = e
            self._over("FINISHED")
            raise
        except BaseException as e:
            self._exception = e
            self._over("FINISHED")
        else:
            if waited is None:
                loop.call_soon(self._step, context=self._context)
            elif isinstance(waited, Future):
                waited.add_done_callback(self._wake_up, context=self._context)
                self._waits_for = waited
                if self._must_cancel and waited.cancel():
                    self._must_cancel = False
            else:
                loop.call_soon(self._step, RuntimeError(f"Task got bad yield: {waited!r}"),
                               context=self._context)
        finally:
            loop._current = before

    def _cancelled_error(self):
        if self._cancel_message is None:
            return CancelledError()
        return CancelledError(self._cancel_message)

    def _over(self, state):
        self._loop._tasks.remove(self)
        self._finish(state)

    def _wake_up(self, future):
        if future.cancelled():
            self._step(self._cancelled_error())
        elif future._exception is not None:
            self._step(future._exception)
        else:
            self._step()

    def __repr__(self):
        return (f"<Task {self._state.lower()} name={self._name!r} "
                f"coro=<{self._coro.__qualname__}()>>")


def create_task(coro, *, name=None, context=None):
    return get_running_loop().create_task(coro, name=name, context=context)


def ensure_future(obj, *, loop=None):
    if isinstance(obj, Future):
        return obj
    if loop is None:
        loop = get_event_loop()
    if iscoroutine(obj):
        return loop.create_task(obj)
    if hasattr(type(obj), "__await__"):
        return loop.create_task(_wrap_awaitable(obj))
    raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")


async def _wrap_awaitable(awaitable):
    return await awaitable


def current_task(loop=None):
    return (get_running_loop() if loop is None else loop)._current


def all_tasks(loop=None):
    return set((get_running_loop() if loop is None else loop)._tasks)


class _Yield:
    def __await__(self):
        yield None


async def sleep(delay, result=None):
    if delay <= 0:
        await _Yield()
        return result
    loop = get_running_loop()
    future = loop.create_future()
    handle = loop.call_later(delay, _set_unless_done, future, result)
    try:
        return await future
    finally:
        handle.cancel()


def gather(*coros, return_exceptions=False, _loop=None):
    loop = get_event_loop() if _loop is None else _loop
    outer = _Gathering(loop)
    known = {}
    children = []
    for c in coros:
        key = id(c)
        if key not in known:
            known[key] = ensure_future(c, loop=loop)
        children.append(known[key])
    outer._children = children
    if not children:
        outer.set_result([])
        return outer
    left = len(known)

    def done(future):
        nonlocal left
        left -= 1
        if outer.done():
            return
        if not return_exceptions:
            if future.cancelled():
                outer.set_exception(CancelledError())
                return
            if future._exception is not None:
                outer.set_exception(future._exception)
                return
        if left == 0:
            row = []
            for f in children:
                if f.cancelled():
                    row.append(CancelledError())
                elif f._exception is not None:
                    row.append(f._exception)
                else:
                    row.append(f._result)
            if outer._asked_to_cancel:
                outer.set_exception(CancelledError())
            else:
                outer.set_result(row)

    for future in known.values():
        future.add_done_callback(done)
    return outer


class _Gathering(Future):
    def __init__(self, loop):
        Future.__init__(self, loop=loop)
        self._children = []
        self._asked_to_cancel = False

    def cancel(self, msg=None):
        if self.done():
            return False
        found = False
        for child in self._children:
            if child.cancel(msg):
                found = True
        if found:
            self._asked_to_cancel = True
        return found


def shield(arg):
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = inner._loop.create_future()

    def done(future):
        if outer.cancelled():
            return
        if future.cancelled():
            outer.cancel()
        elif future._exception is not None:
            outer.set_exception(future._exception)
        else:
            outer.set_result(future._result)
    inner.add_done_callback(done)
    return outer


async def wait_for(fut, timeout):
    if timeout is None:
        return await fut
    loop = get_running_loop()
    future = ensure_future(fut, loop=loop)
    if timeout <= 0 and not future.done():
        future.cancel()
        try:
            return await future
        except CancelledError as e:
            raise TimeoutError from e
    waiter = loop.create_future()
    handle = loop.call_later(timeout, _set_unless_done, waiter, True)
    future.add_done_callback(lambda f: _set_unless_done(waiter, False))
    try:
        late = await waiter
    except CancelledError:
        future.cancel()
        raise
    finally:
        handle.cancel()
    if not late or future.done():
        return future.result()
    future.cancel()
    try:
        await future
    except CancelledError as e:
        raise TimeoutError from e
    return future.result()


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    loop = get_running_loop()
    futures = set(fs)
    if not futures:
        raise ValueError("Set of Tasks/Futures is empty.")
    for f in futures:
        if iscoroutine(f):
            raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")

    def enough():
        done = [f for f in futures if f.done()]
        if len(done) == len(futures):
            return True
        if return_when == FIRST_COMPLETED:
            return bool(done)
        if return_when == FIRST_EXCEPTION:
            return any([not f.cancelled() and f._exception is not None for f in done])
        return False

    if not enough():
        waiter = loop.create_future()
        handle = None
        if timeout is not None:
            handle = loop.call_later(timeout, _set_unless_done, waiter, None)

        def check(future):
            if enough():
                _set_unless_done(waiter, None)
        for f in futures:
            f.add_done_callback(check)
        try:
            await waiter
        finally:
            if handle is not None:
                handle.cancel()
            for f in futures:
                f.remove_done_callback(check)
    return {f for f in futures if f.done()}, {f for f in futures if not f.done()}


def as_completed(fs, *, timeout=None):
    from asyncio.queues import Queue
    queue = Queue()
    futures = [ensure_future(f) for f in fs]
    for f in futures:
        f.add_done_callback(queue.put_nowait)

    async def next_one():
        return (await queue.get()).result()
    for _ in futures:
        yield next_one()


def run_coroutine_threadsafe(coro, loop):
    if not iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    from concurrent.futures import Future as ThreadFuture
    future = ThreadFuture()

    def start():
        try:
            task = ensure_future(coro, loop=loop)
        except BaseException as e:
            if future.set_running_or_notify_cancel():
                future.set_exception(e)
            raise
        task.add_done_callback(on_end)

        def on_cancel(future):
            if future.cancelled() and not loop._closed:
                loop.call_soon_threadsafe(task.cancel)
        future.add_done_callback(on_cancel)

    def on_end(task):
        if task.cancelled():
            future.cancel()
        if future.set_running_or_notify_cancel():
            _copy_end(task, future)
    loop.call_soon_threadsafe(start)
    return future
