# asyncio without input and output: tasks, futures, sleeping, queues, locks and threads.
#
# Tasks draw from their coroutines; a coroutine that waits yields the Future it waits for. When
# nothing else can run, the loop's thread waits for the next timer, or for other threads.
import _threads
import contextvars
import heapq
import time

__all__ = ["run", "sleep", "gather", "create_task", "ensure_future", "wait_for", "wait", "Task",
           "Future", "Queue", "PriorityQueue", "LifoQueue", "QueueEmpty", "QueueFull", "Event",
           "Lock", "Semaphore", "BoundedSemaphore", "Condition", "CancelledError", "TimeoutError",
           "InvalidStateError", "get_event_loop", "get_running_loop", "new_event_loop",
           "set_event_loop", "iscoroutine", "iscoroutinefunction", "current_task", "all_tasks",
           "shield", "as_completed", "timeout", "TaskGroup", "Runner", "FIRST_COMPLETED",
           "FIRST_EXCEPTION", "ALL_COMPLETED", "to_thread", "isfuture", "wrap_future",
           "run_coroutine_threadsafe"]

FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = (
    "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED")
TimeoutError = TimeoutError


class CancelledError(BaseException):
    __module__ = "asyncio.exceptions"


class InvalidStateError(Exception):
    __module__ = "asyncio.exceptions"


class QueueEmpty(Exception):
    __module__ = "asyncio.queues"


class QueueFull(Exception):
    __module__ = "asyncio.queues"


class BrokenBarrierError(RuntimeError):
    __module__ = "asyncio.exceptions"


class Handle:
    def __init__(self, callback, args, context):
        self._callback = callback
        self._args = args
        self._context = context
        self._cancelled = False

    def cancel(self):
        self._cancelled = True

    def cancelled(self):
        return self._cancelled

    def _run(self):
        self._context.run(self._callback, *self._args)


class TimerHandle(Handle):
    def __init__(self, when, number, callback, args, context):
        Handle.__init__(self, callback, args, context)
        self._when = when
        self._number = number

    def when(self):
        return self._when

    def __lt__(self, other):
        return (self._when, self._number) < (other._when, other._number)


class Future:
    def __init__(self, *, loop=None):
        self._loop = get_event_loop() if loop is None else loop
        self._state = "PENDING"
        self._result = None
        self._exception = None
        self._callbacks = []

    def done(self):
        return self._state != "PENDING"

    def cancelled(self):
        return self._state == "CANCELLED"

    def result(self):
        if self._state == "CANCELLED":
            raise CancelledError
        if self._state == "PENDING":
            raise InvalidStateError("Result is not set.")
        if self._exception is not None:
            raise self._exception
        return self._result

    def exception(self):
        if self._state == "CANCELLED":
            raise CancelledError
        if self._state == "PENDING":
            raise InvalidStateError("Exception is not set.")
        return self._exception

    def set_result(self, result):
        if self._state != "PENDING":
            raise InvalidStateError(f"{self._state}: {self!r}")
        self._result = result
        self._finish("FINISHED")

    def set_exception(self, exception):
        if self._state != "PENDING":
            raise InvalidStateError(f"{self._state}: {self!r}")
        self._exception = exception() if isinstance(exception, type) else exception
        self._finish("FINISHED")

    def cancel(self, msg=None):
        if self._state != "PENDING":
            return False
        self._finish("CANCELLED")
        return True

    def _finish(self, state):
        self._state = state
        callbacks, self._callbacks = self._callbacks, []
        for callback, context in callbacks:
            self._loop.call_soon(callback, self, context=context)

    def add_done_callback(self, callback, *, context=None):
        if context is None:
            context = contextvars.copy_context()
        if self._state != "PENDING":
            self._loop.call_soon(callback, self, context=context)
        else:
            self._callbacks.append((callback, context))

    def remove_done_callback(self, callback):
        before = len(self._callbacks)
        self._callbacks = [c for c in self._callbacks if c[0] != callback]
        return before - len(self._callbacks)

    def get_loop(self):
        return self._loop

    def __await__(self):
        if self._state == "PENDING":
            yield self
        return self.result()

    __iter__ = __await__

    def __repr__(self):
        return f"<{self.__class__.__name__} {self._state.lower()}>"


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


class AbstractEventLoop:
    pass


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


# The loops of a thread: the one that runs, and the one that was set.
def get_running_loop():
    loop = _threads.state().get("running loop")
    if loop is None:
        raise RuntimeError("no running event loop")
    return loop


def _get_running_loop():
    return _threads.state().get("running loop")


def get_event_loop():
    state = _threads.state()
    loop = state.get("running loop")
    if loop is not None:
        return loop
    loop = state.get("event loop")
    if loop is None and _threads.ident() != _threads.main_ident():
        import threading
        raise RuntimeError("There is no current event loop in thread "
                           f"{threading.current_thread().name!r}.")
    if loop is None or loop._closed:
        loop = state["event loop"] = EventLoop()
    return loop


def new_event_loop():
    return EventLoop()


def set_event_loop(loop):
    _threads.state()["event loop"] = loop


# What another thread's future comes to, as one of the loop.
def wrap_future(future, *, loop=None):
    if isinstance(future, Future):
        return future
    if loop is None:
        loop = get_event_loop()
    own = loop.create_future()

    def on_end(future):
        if not loop._closed:
            loop.call_soon_threadsafe(_copy_end, future, own)

    def on_own_end(own):
        if own.cancelled():
            future.cancel()
    future.add_done_callback(on_end)
    own.add_done_callback(on_own_end)
    return own


def _copy_end(source, target):
    if target.done():
        return
    if source.cancelled():
        target.cancel()
    elif source.exception() is not None:
        target.set_exception(source.exception())
    else:
        target.set_result(source.result())


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


class AbstractEventLoopPolicy:
    def get_event_loop(self):
        return get_event_loop()

    def set_event_loop(self, loop):
        set_event_loop(loop)

    def new_event_loop(self):
        return new_event_loop()


class DefaultEventLoopPolicy(AbstractEventLoopPolicy):
    pass


_policy = None


def get_event_loop_policy():
    global _policy
    if _policy is None:
        _policy = DefaultEventLoopPolicy()
    return _policy


def set_event_loop_policy(policy):
    global _policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError("policy must be an instance of AbstractEventLoopPolicy or None, not "
                        f"'{type(policy).__name__}'")
    _policy = policy


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


def iscoroutine(obj):
    return _is_coroutine(obj) or _is_own_generator(obj)


def iscoroutinefunction(func):
    import inspect
    return inspect.iscoroutinefunction(func)


def isfuture(obj):
    return isinstance(obj, Future)


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


def _set_unless_done(future, result):
    if not future.done():
        future.set_result(result)


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
    queue = Queue()
    futures = [ensure_future(f) for f in fs]
    for f in futures:
        f.add_done_callback(queue.put_nowait)

    async def next_one():
        return (await queue.get()).result()
    for _ in futures:
        yield next_one()


async def to_thread(func, /, *args, **kwargs):
    context = contextvars.copy_context()
    return await get_running_loop().run_in_executor(
        None, lambda: context.run(func, *args, **kwargs))


class Timeout:
    def __init__(self, when):
        self._when = when
        self._task = None
        self._handle = None
        self._expired = False

    def when(self):
        return self._when

    def expired(self):
        return self._expired

    def reschedule(self, when):
        self._when = when
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None
        if when is not None:
            self._handle = get_running_loop().call_at(when, self._fire)

    def _fire(self):
        self._expired = True
        self._task.cancel()

    async def __aenter__(self):
        self._task = current_task()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, kind, value, traceback):
        if self._handle is not None:
            self._handle.cancel()
        if self._expired and self._task.uncancel() <= 0 and kind is CancelledError:
            raise TimeoutError from value
        return None


def timeout(delay):
    return Timeout(None if delay is None else get_running_loop().time() + delay)


def timeout_at(when):
    return Timeout(when)


class TaskGroup:
    def __init__(self):
        self._tasks = set()
        self._errors = []
        self._parent = None
        self._aborting = False

    async def __aenter__(self):
        self._parent = current_task()
        return self

    def create_task(self, coro, *, name=None, context=None):
        task = create_task(coro, name=name, context=context)
        self._tasks.add(task)
        task.add_done_callback(self._done)
        return task

    def _done(self, task):
        self._tasks.discard(task)
        if not task.cancelled() and task._exception is not None:
            self._errors.append(task._exception)
            if not self._aborting:
                self._abort()
                if self._waiter is None:
                    self._parent.cancel()
        if not self._tasks and self._waiter is not None:
            _set_unless_done(self._waiter, None)

    _waiter = None

    def _abort(self):
        self._aborting = True
        for t in list(self._tasks):
            t.cancel()

    async def __aexit__(self, kind, value, traceback):
        if kind is not None and not self._aborting:
            self._abort()
        cancelled = None
        while self._tasks:
            self._waiter = get_running_loop().create_future()
            try:
                await self._waiter
            except CancelledError as e:
                cancelled = e
                if not self._aborting:
                    self._abort()
        if kind is not None and not issubclass(kind, CancelledError):
            self._errors.append(value)
        if self._errors:
            self._parent.uncancel()
            raise BaseExceptionGroup("unhandled errors in a TaskGroup", self._errors) from None
        if cancelled is not None:
            raise cancelled
        return None


class _Waiting:
    # What waits in turn: futures that are woken one by one.
    def __init__(self):
        self._waiters = []

    async def _wait(self):
        future = get_running_loop().create_future()
        self._waiters.append(future)
        try:
            await future
        finally:
            if future in self._waiters:
                self._waiters.remove(future)

    def _wake(self, count=1):
        for future in self._waiters:
            if count == 0:
                break
            if not future.done():
                future.set_result(True)
                count -= 1


class _ContextManager:
    async def __aenter__(self):
        await self.acquire()
        return None

    async def __aexit__(self, *args):
        self.release()


class Lock(_Waiting, _ContextManager):
    def __init__(self):
        _Waiting.__init__(self)
        self._locked = False

    def locked(self):
        return self._locked

    async def acquire(self):
        while self._locked or any([not f.done() for f in self._waiters]) and False:
            await self._wait()
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")
        self._locked = False
        self._wake()


class Event(_Waiting):
    def __init__(self):
        _Waiting.__init__(self)
        self._value = False

    def is_set(self):
        return self._value

    def set(self):
        if not self._value:
            self._value = True
            self._wake(-1)

    def clear(self):
        self._value = False

    async def wait(self):
        if not self._value:
            await self._wait()
        return True


class Condition(_Waiting, _ContextManager):
    def __init__(self, lock=None):
        _Waiting.__init__(self)
        self._lock = Lock() if lock is None else lock
        self.acquire = self._lock.acquire
        self.release = self._lock.release
        self.locked = self._lock.locked

    async def wait(self):
        if not self.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        self.release()
        try:
            await self._wait()
            return True
        finally:
            await self.acquire()

    async def wait_for(self, predicate):
        result = predicate()
        while not result:
            await self.wait()
            result = predicate()
        return result

    def notify(self, n=1):
        if not self.locked():
            raise RuntimeError("cannot notify on un-acquired lock")
        self._wake(n)

    def notify_all(self):
        self.notify(len(self._waiters))


class Semaphore(_Waiting, _ContextManager):
    def __init__(self, value=1):
        _Waiting.__init__(self)
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        self._value = value

    def locked(self):
        return self._value == 0

    async def acquire(self):
        while self._value == 0:
            await self._wait()
        self._value -= 1
        return True

    def release(self):
        self._value += 1
        self._wake()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        Semaphore.__init__(self, value)
        self._initial = value

    def release(self):
        if self._value >= self._initial:
            raise ValueError("BoundedSemaphore released too many times")
        Semaphore.release(self)


class Queue:
    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._queue = []
        self._getters = _Waiting()
        self._putters = _Waiting()
        self._unfinished = 0
        self._finished = Event()
        self._finished.set()

    def _get(self):
        return self._queue.pop(0)

    def _put(self, item):
        self._queue.append(item)

    def qsize(self):
        return len(self._queue)

    def empty(self):
        return not self._queue

    def full(self):
        return 0 < self.maxsize <= len(self._queue)

    async def put(self, item):
        while self.full():
            await self._putters._wait()
        self.put_nowait(item)

    def put_nowait(self, item):
        if self.full():
            raise QueueFull
        self._put(item)
        self._unfinished += 1
        self._finished.clear()
        self._getters._wake()

    async def get(self):
        while not self._queue:
            await self._getters._wait()
        return self.get_nowait()

    def get_nowait(self):
        if not self._queue:
            raise QueueEmpty
        item = self._get()
        self._putters._wake()
        return item

    def task_done(self):
        if self._unfinished <= 0:
            raise ValueError("task_done() called too many times")
        self._unfinished -= 1
        if self._unfinished == 0:
            self._finished.set()

    async def join(self):
        if self._unfinished > 0:
            await self._finished.wait()


class LifoQueue(Queue):
    def _get(self):
        return self._queue.pop()


class PriorityQueue(Queue):
    def _get(self):
        return heapq.heappop(self._queue)

    def _put(self, item):
        heapq.heappush(self._queue, item)


def __getattr__(name):
    raise AttributeError(f"asyncio.{name} is not supported by Hothouse")
