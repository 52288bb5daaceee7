# Futures, and executors whose threads fulfil them.
import itertools
import sys
import threading
from _queue import Empty, SimpleQueue
from _weakref import ref
from posix import cpu_count
from time import monotonic as _now

__all__ = ("FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "CancelledError", "TimeoutError",
           "BrokenExecutor", "Future", "Executor", "wait", "as_completed", "ProcessPoolExecutor",
           "ThreadPoolExecutor")
FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = (
    "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED")
PENDING, RUNNING, CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED = (
    "PENDING", "RUNNING", "CANCELLED", "CANCELLED_AND_NOTIFIED", "FINISHED")
TimeoutError = TimeoutError
_DONE = (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)


class Error(Exception):
    __module__ = "concurrent.futures._base"


class CancelledError(Error):
    __module__ = "concurrent.futures._base"


class InvalidStateError(Error):
    __module__ = "concurrent.futures._base"


class BrokenExecutor(RuntimeError):
    __module__ = "concurrent.futures._base"


class BrokenThreadPool(BrokenExecutor):
    __module__ = "concurrent.futures.thread"


class Future:
    def __init__(self):
        self._condition = threading.Condition()
        self._state = PENDING
        self._result = None
        self._exception = None
        self._waiters = []  # events of wait() and as_completed()
        self._done_callbacks = []

    def __repr__(self):
        state = self._state.lower()
        if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
            state = "cancelled"
        where = f"<{self.__class__.__name__} at {id(self):#x} state={state}"
        if self._state != FINISHED:
            return where + ">"
        if self._exception is not None:
            return f"{where} raised {self._exception.__class__.__name__}>"
        return f"{where} returned {self._result.__class__.__name__}>"

    def cancel(self):
        with self._condition:
            if self._state in (RUNNING, FINISHED):
                return False
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                return True
            self._state = CANCELLED
            self._condition.notify_all()
        self._invoke_callbacks()
        return True

    def cancelled(self):
        return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

    def running(self):
        return self._state == RUNNING

    def done(self):
        return self._state in _DONE

    def _invoke_callbacks(self):
        for callback in self._done_callbacks:
            self._call(callback)

    def _call(self, callback):
        try:
            callback(self)
        except Exception:
            import logging
            logging.getLogger("concurrent.futures").exception("exception calling callback for %r",
                                                              self)

    def add_done_callback(self, fn):
        with self._condition:
            if self._state not in _DONE:
                self._done_callbacks.append(fn)
                return
        self._call(fn)

    def _wait(self, timeout):
        with self._condition:
            if self._state not in _DONE:
                self._condition.wait_for(self.done, timeout)
            if self.cancelled():
                raise CancelledError()
            if self._state != FINISHED:
                raise TimeoutError()

    def result(self, timeout=None):
        self._wait(timeout)
        if self._exception is None:
            return self._result
        try:
            raise self._exception
        finally:
            self = None  # the traceback refers to this frame

    def exception(self, timeout=None):
        self._wait(timeout)
        return self._exception

    def set_running_or_notify_cancel(self):
        with self._condition:
            if self._state == CANCELLED:
                self._state = CANCELLED_AND_NOTIFIED
                self._tell()
                return False
            if self._state == PENDING:
                self._state = RUNNING
                return True
            import logging
            logging.getLogger("concurrent.futures").critical(
                "Future %s in unexpected state: %s", id(self), self._state)
            raise RuntimeError("Future in unexpected state")

    # Those in wait() and as_completed(). Others may come and go meanwhile: events switch threads.
    def _tell(self):
        for waiter in self._waiters.copy():
            waiter.add(self)

    def set_result(self, result):
        self._finish(result, None)

    def set_exception(self, exception):
        self._finish(None, exception)

    def _finish(self, result, exception):
        with self._condition:
            if self._state in _DONE:
                raise InvalidStateError(f"{self._state}: {self!r}")
            self._result = result
            self._exception = exception
            self._state = FINISHED
            self._tell()
            self._condition.notify_all()
        self._invoke_callbacks()

    @classmethod
    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


Future.__module__ = "concurrent.futures._base"


# Who waits for several futures, until `enough` of them are over: FIRST_COMPLETED, ...
class _Waiter:
    def __init__(self, enough):
        self.event = threading.Event()
        self.enough = enough
        self.finished = []
        self.left = 0

    # Enters itself with those that are not over, and returns the others. Nothing in it switches
    # threads, so none can end between the look and the entry.
    def enter(self, fs):
        over = []
        for f in fs:
            if f._state in (CANCELLED_AND_NOTIFIED, FINISHED):
                over.append(f)
            else:
                f._waiters.append(self)
                self.left += 1
        return over

    def leave(self, fs):
        for f in fs:
            if self in f._waiters:
                f._waiters.remove(self)

    def is_enough(self, over):
        return (self.left == 0 or (self.enough == FIRST_COMPLETED and over) or (
            self.enough == FIRST_EXCEPTION and any(f._exception is not None for f in over)))

    def add(self, future):
        self.finished.append(future)
        self.left -= 1
        if self.is_enough([future]):
            self.event.set()


class DoneAndNotDoneFutures(tuple):
    __module__ = "concurrent.futures._base"
    __slots__ = ()
    _fields = ("done", "not_done")

    def __new__(cls, done, not_done):
        return tuple.__new__(cls, (done, not_done))

    done = property(lambda self: self[0])
    not_done = property(lambda self: self[1])

    def __repr__(self):
        return f"DoneAndNotDoneFutures(done={self[0]!r}, not_done={self[1]!r})"


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return condition: {return_when!r}")
    fs = set(fs)
    waiter = _Waiter(return_when)
    over = waiter.enter(fs)
    if not waiter.is_enough(over):
        waiter.event.wait(timeout)
    waiter.leave(fs)
    done = set(over + waiter.finished)
    return DoneAndNotDoneFutures(done, fs - done)


def as_completed(fs, timeout=None):
    end = None if timeout is None else timeout + _now()
    fs = set(fs)
    total = len(fs)
    waiter = _Waiter(FIRST_COMPLETED)
    finished = waiter.enter(fs)
    rest = fs - set(finished)
    try:
        while True:
            while finished:
                yield finished.pop(0)
            if not rest:
                return
            left = None if end is None else end - _now()
            if left is not None and left < 0:
                raise TimeoutError(f"{len(rest)} (of {total}) futures unfinished")
            waiter.event.wait(left)
            waiter.event.clear()
            finished, waiter.finished = waiter.finished, []
            rest.difference_update(finished)
    finally:
        waiter.leave(fs)


class Executor:
    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        end = None if timeout is None else timeout + _now()
        futures = [self.submit(fn, *args) for args in zip(*iterables)]

        def results():
            try:
                futures.reverse()
                while futures:
                    yield _result_or_cancel(futures.pop(), None if end is None else end - _now())
            finally:
                for future in futures:
                    future.cancel()
        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.shutdown(wait=True)
        return False


Executor.__module__ = "concurrent.futures._base"


def _result_or_cancel(future, timeout):
    try:
        try:
            return future.result(timeout)
        finally:
            future.cancel()
    finally:
        del future


class _WorkItem:
    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.fn = fn
        self.args = args
        self.kwargs = kwargs

    def run(self):
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            result = self.fn(*self.args, **self.kwargs)
        except BaseException as e:
            self.future.set_exception(e)
        else:
            self.future.set_result(result)


_threads_queues = {}  # of the workers that run
_shutdown = False


# Before the program waits for its threads: lets the workers come to their end.
def _python_exit():
    global _shutdown
    _shutdown = True
    workers = list(_threads_queues.items())
    for thread, queue in workers:
        queue.put(None)
    for thread, queue in workers:
        thread.join()


threading._register_atexit(_python_exit)


def _worker(executor_reference, queue, initializer, initargs):
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException:
            import logging
            logging.getLogger("concurrent.futures").critical("Exception in initializer:",
                                                             exc_info=True)
            executor = executor_reference()
            if executor is not None:
                executor._initializer_failed()
            _threads_queues.pop(threading.current_thread(), None)
            return
    while True:
        try:
            item = queue.get_nowait()
        except Empty:
            executor = executor_reference()
            if executor is not None:
                executor._idle.release()
            del executor
            item = queue.get()
        if item is not None:
            item.run()
            del item
            continue
        executor = executor_reference()
        if _shutdown or executor is None or executor._shutdown:
            if executor is not None:
                executor._shutdown = True
            queue.put(None)  # for the next worker
            _threads_queues.pop(threading.current_thread(), None)
            return
        del executor


class ThreadPoolExecutor(Executor):
    _counter = itertools.count()

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is None:
            max_workers = min(32, (cpu_count() or 1) + 4)
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._work_queue = SimpleQueue()
        self._idle = threading.Semaphore(0)
        self._threads = set()
        self._broken = False
        self._shutdown = False
        self._shutdown_lock = threading.Lock()
        self._thread_name_prefix = (thread_name_prefix
                                    or f"ThreadPoolExecutor-{next(self._counter)}")
        self._initializer = initializer
        self._initargs = initargs

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock:
            if self._broken:
                raise BrokenThreadPool(self._broken)
            if self._shutdown:
                raise RuntimeError("cannot schedule new futures after shutdown")
            if _shutdown:
                raise RuntimeError("cannot schedule new futures after interpreter shutdown")
            future = Future()
            self._work_queue.put(_WorkItem(future, fn, args, kwargs))
            self._add_thread()
            return future

    def _add_thread(self):
        if self._idle.acquire(timeout=0):
            return
        count = len(self._threads)
        if count >= self._max_workers:
            return
        queue = self._work_queue
        thread = threading.Thread(
            name=f"{self._thread_name_prefix}_{count}", target=_worker,
            args=(ref(self, lambda _: queue.put(None)), queue, self._initializer,
                  self._initargs))
        # Where there is one thread only, the worker would wait for work for ever.
        import _threads
        if not _threads.available():
            self._work_queue.put(None)
            self._run_here(thread)
            return
        _threads_queues[thread] = queue
        thread.start()
        self._threads.add(thread)

    def _run_here(self, thread):
        if self._initializer is not None:
            initializer, self._initializer = self._initializer, None
            initializer(*self._initargs)
        while True:
            item = self._work_queue.get()
            if item is None:
                return
            item.run()

    def _initializer_failed(self):
        with self._shutdown_lock:
            self._broken = "A thread initializer failed, the thread pool is not usable anymore"
            while not self._work_queue.empty():
                item = self._work_queue.get_nowait()
                if item is not None:
                    item.future.set_exception(BrokenThreadPool(self._broken))

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
            self._shutdown = True
            while cancel_futures and not self._work_queue.empty():
                item = self._work_queue.get_nowait()
                if item is not None:
                    item.future.cancel()
            self._work_queue.put(None)
        if wait:
            for thread in self._threads:
                thread.join()


ThreadPoolExecutor.__module__ = "concurrent.futures.thread"


# Hothouse starts no processes of its own kind: what is submitted runs at once.
class ProcessPoolExecutor(Executor):
    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *,
                 max_tasks_per_child=None):
        if max_workers is not None and max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None:
            initializer(*initargs)
        self._shutdown = False

    def submit(self, fn, /, *args, **kwargs):
        if self._shutdown:
            raise RuntimeError("cannot schedule new futures after shutdown")
        future = Future()
        _WorkItem(future, fn, args, kwargs).run()
        return future

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shutdown = True


ProcessPoolExecutor.__module__ = "concurrent.futures.process"
