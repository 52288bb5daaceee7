# Threads and what they wait for, over the locks of _thread. Where CPython's own module is installed
# that one is imported; this one is what there is without.
#
# A waiting thread holds a lock of its own, which is in the row of what it waits for, and acquires
# it once more: whoever wakes it releases that lock.
import _thread
import os
import sys
from _thread import (TIMEOUT_MAX, RLock, _excepthook as excepthook,
                     _ExceptHookArgs as ExceptHookArgs, _local as local, allocate_lock as Lock,
                     get_ident, get_native_id, stack_size)
from time import monotonic as _now

__all__ = ["get_ident", "active_count", "Condition", "current_thread", "enumerate", "main_thread",
           "TIMEOUT_MAX", "Event", "Lock", "RLock", "Semaphore", "BoundedSemaphore", "Thread",
           "Barrier", "BrokenBarrierError", "Timer", "ThreadError", "settrace", "setprofile",
           "local", "stack_size", "excepthook", "ExceptHookArgs", "get_native_id", "gettrace",
           "getprofile"]

ThreadError = RuntimeError
__excepthook__ = excepthook


class Condition:
    def __init__(self, lock=None):
        self._lock = lock = RLock() if lock is None else lock
        self.acquire = lock.acquire
        self.release = lock.release
        for name in ("_release_save", "_acquire_restore", "_is_owned"):
            if hasattr(lock, name):
                setattr(self, name, getattr(lock, name))
        self._waiters = []

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return f"<Condition({self._lock}, {len(self._waiters)})>"

    # For locks that have nothing better.
    def _release_save(self):
        self._lock.release()

    def _acquire_restore(self, state):
        self._lock.acquire()

    def _is_owned(self):
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = Lock()
        waiter.acquire()
        self._waiters.append(waiter)
        state = self._release_save()
        woken = False
        try:
            if timeout is None:
                woken = waiter.acquire()
            else:
                woken = waiter.acquire(True, timeout) if timeout > 0 else waiter.acquire(False)
            return woken
        finally:
            self._acquire_restore(state)
            if not woken and waiter in self._waiters:
                self._waiters.remove(waiter)

    def wait_for(self, predicate, timeout=None):
        end = None
        result = predicate()
        while not result:
            rest = None
            if timeout is not None:
                if end is None:
                    end = _now() + timeout
                rest = end - _now()
                if rest <= 0:
                    break
            self.wait(rest)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        woken, self._waiters = self._waiters[:n], self._waiters[n:]
        for waiter in woken:
            waiter.release()

    def notify_all(self):
        self.notify(len(self._waiters))

    notifyAll = notify_all


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._cond = Condition(Lock())
        self._value = value

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        end = None if timeout is None else _now() + timeout
        with self._cond:
            while self._value == 0:
                rest = None if end is None else end - _now()
                if not blocking or (rest is not None and rest <= 0):
                    return False
                self._cond.wait(rest)
            self._value -= 1
            return True

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            self._check(n)
            self._value += n
            self._cond.notify(n)

    def _check(self, n):
        pass

    def __exit__(self, *args):
        self.release()

    def __repr__(self):
        cls = self.__class__
        return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: value={self._value}>"


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        Semaphore.__init__(self, value)
        self._initial_value = value

    def _check(self, n):
        if self._value + n > self._initial_value:
            raise ValueError("Semaphore released too many times")

    def __repr__(self):
        return f"{Semaphore.__repr__(self)[:-1]}/{self._initial_value}>"


class Event:
    def __init__(self):
        self._cond = Condition(Lock())
        self._flag = False

    def is_set(self):
        return self._flag

    isSet = is_set

    def set(self):
        with self._cond:
            self._flag = True
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag = False

    def wait(self, timeout=None):
        with self._cond:
            return self._flag or self._cond.wait(timeout)

    def __repr__(self):
        cls = self.__class__
        status = "set" if self._flag else "unset"
        return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: {status}>"


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    # Rounds: threads come in until all are there; then they go, before the next round begins.
    _FILLING, _DRAINING, _RESETTING, _BROKEN = 0, 1, -1, -2

    def __init__(self, parties, action=None, timeout=None):
        self._cond = Condition(Lock())
        self._parties = parties
        self._action = action
        self._timeout = timeout
        self._state = self._FILLING
        self._count = 0

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            self._cond.wait_for(lambda: self._state not in (self._DRAINING, self._RESETTING))
            if self._state == self._BROKEN:
                raise BrokenBarrierError
            index = self._count
            self._count += 1
            try:
                if index + 1 == self._parties:
                    self._open()
                else:
                    self._wait(timeout)
                return index
            finally:
                self._count -= 1
                if self._count == 0 and self._state in (self._DRAINING, self._RESETTING):
                    self._state = self._FILLING
                    self._cond.notify_all()

    def _open(self):
        try:
            if self._action is not None:
                self._action()
        except BaseException:
            self._break()
            raise
        self._state = self._DRAINING
        self._cond.notify_all()

    def _wait(self, timeout):
        if not self._cond.wait_for(lambda: self._state != self._FILLING, timeout):
            self._break()
            raise BrokenBarrierError
        if self._state < 0:
            raise BrokenBarrierError

    def _break(self):
        self._state = self._BROKEN
        self._cond.notify_all()

    def reset(self):
        with self._cond:
            self._state = self._RESETTING if self._count > 0 else self._FILLING
            self._cond.notify_all()

    def abort(self):
        with self._cond:
            self._break()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == self._FILLING else 0

    @property
    def broken(self):
        return self._state == self._BROKEN

    def __repr__(self):
        cls = self.__class__
        where = f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}"
        if self.broken:
            return where + ": broken>"
        return f"{where}: waiters={self.n_waiting}/{self.parties}>"


_active = {}   # by number
_limbo = {}    # started, and not yet running
_dangling = []
_counter = 0


def _new_name(form="Thread-{}"):
    global _counter
    _counter += 1
    return form.format(_counter)


class Thread:
    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        if group is not None:
            raise AssertionError("group argument must be None for now")
        if name is None:
            name = _new_name()
            shown = getattr(target, "__name__", None)
            if target is not None and shown is not None:
                name += f" ({shown})"
        self._target = target
        self._name = str(name)
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident = None
        self._native_id = None
        self._done = None  # a lock, held while the thread runs
        self._started = Event()
        self._is_stopped = False
        self._stderr = sys.stderr
        self._invoke_excepthook = lambda self: _call_excepthook(self)
        self._initialized = True

    def _check_initialized(self):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")

    def start(self):
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")
        if self._started.is_set():
            raise RuntimeError("threads can only be started once")
        _limbo[self] = self
        try:
            _thread.start_new_thread(self._bootstrap, ())
        except BaseException:
            del _limbo[self]
            raise
        self._started.wait()

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        self._ident = get_ident()
        self._native_id = get_native_id()
        self._done = _thread._set_sentinel()
        self._done.acquire()
        self._started.set()
        _active[self._ident] = self
        _limbo.pop(self, None)
        try:
            self.run()
        except BaseException:
            self._invoke_excepthook(self)
        finally:
            _active.pop(get_ident(), None)

    def join(self, timeout=None):
        self._check_initialized()
        if not self._started.is_set():
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        self._wait_until_done(timeout)

    def _wait_until_done(self, timeout):
        if self._is_stopped or self._done is None:
            return
        if timeout is None:
            ended = self._done.acquire()
        elif timeout > 0:
            ended = self._done.acquire(True, timeout)
        else:
            ended = self._done.acquire(False)
        if ended:
            self._done.release()
            self._is_stopped = True

    def is_alive(self):
        self._check_initialized()
        if self._is_stopped or not self._started.is_set():
            return False
        self._wait_until_done(0)
        return not self._is_stopped

    @property
    def name(self):
        self._check_initialized()
        return self._name

    @name.setter
    def name(self, name):
        self._check_initialized()
        self._name = str(name)

    @property
    def ident(self):
        self._check_initialized()
        return self._ident

    @property
    def native_id(self):
        self._check_initialized()
        return self._native_id

    @property
    def daemon(self):
        self._check_initialized()
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if self._started.is_set():
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = name

    def isDaemon(self):
        return self.daemon

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    def __repr__(self):
        self._check_initialized()
        status = "initial"
        if self._started.is_set():
            status = "started"
        self.is_alive()
        if self._is_stopped:
            status = "stopped"
        if self._daemonic:
            status += " daemon"
        if self._ident is not None:
            status += f" {self._ident}"
        return f"<{self.__class__.__name__}({self._name}, {status})>"


def _call_excepthook(thread):
    kind, value, trace = sys.exc_info()
    hook = excepthook
    try:
        hook(ExceptHookArgs([kind, value, trace, thread]))
    except Exception:
        import traceback
        text = traceback.format_exc()
        sys.stderr.write("Exception in threading.excepthook:\n" + text)


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


# A thread that was there before, or that _thread started.
class _FoundThread(Thread):
    def __init__(self, name, daemon):
        Thread.__init__(self, name=name, daemon=daemon)
        self._ident = get_ident()
        self._native_id = get_native_id()
        self._started.set()
        _active[self._ident] = self


class _MainThread(_FoundThread):
    pass


class _DummyThread(_FoundThread):
    def is_alive(self):
        return True

    def join(self, timeout=None):
        raise AssertionError("cannot join a dummy thread")


def current_thread():
    thread = _active.get(get_ident())
    return _DummyThread(_new_name("Dummy-{}"), True) if thread is None else thread


def main_thread():
    return _main


def enumerate():
    return list(_active.values()) + list(_limbo.values())


def active_count():
    return len(_active) + len(_limbo)


currentThread = current_thread
activeCount = active_count
_trace = _profile = None


def settrace(func):
    global _trace
    _trace = func


def gettrace():
    return _trace


def setprofile(func):
    global _profile
    _profile = func


def getprofile():
    return _profile


_main = _MainThread("MainThread", False)
_exit_functions = []
_is_over = False


# In a process that the running thread has forked: it is the only one there, and the main thread.
def _after_fork():
    global _main
    _main = _active.get(get_ident()) or _MainThread("MainThread", False)
    for thread in enumerate():
        if thread is not _main:
            thread._is_stopped = True
    _active.clear()
    _limbo.clear()
    _active[get_ident()] = _main


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)


def _register_atexit(func, *args, **kwargs):
    if _is_over:
        raise RuntimeError("can't register atexit after shutdown")
    _exit_functions.append((func, args, kwargs))


# The program has ended: waits for all threads but daemons.
def _shutdown():
    global _is_over
    if _is_over:
        return
    _is_over = True
    _main._is_stopped = True
    while _exit_functions:
        func, args, kwargs = _exit_functions.pop()
        func(*args, **kwargs)
    while True:
        left = [t for t in enumerate() if not t._daemonic and not isinstance(t, _MainThread)]
        if not left:
            return
        for thread in left:
            thread._started.wait()
            thread._wait_until_done(None)
