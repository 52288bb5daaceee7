# Locks and threads, over _threads (core/vm/threads.h).
#
# The library's code is indivisible: threads are switched in programs' code, and in wait(). So a
# lock is an object whose field says whether it is held, and those who wait stand in a row. Who
# releases a lock wakes the first of them, who tries again; the lock may have been taken meanwhile.
# Invariant: while a lock is free and anybody stands in its row, the first has been woken.
import _signals
import _threads
from _threads import ident as _ident, native_id as _native_id, wait as _wait, wake as _wake
from _weakref import ref as _ref
from time import monotonic as _now

error = RuntimeError
TIMEOUT_MAX = 9223372036.0


def get_ident():
    return _ident()


def get_native_id():
    return _native_id()


def _deadline(blocking, timeout):
    if not _is_number(timeout):
        raise TypeError(f"'{type(timeout).__name__}' object cannot be interpreted as an integer")
    if not blocking:
        if timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        return None
    if timeout < 0:
        if timeout != -1:
            raise ValueError("timeout value must be positive")
        return None
    if timeout > TIMEOUT_MAX:
        raise OverflowError("timestamp too large to convert to C _PyTime_t" if timeout > 9.3e9
                            else "timeout value is too large")
    return _now() + timeout


def _is_number(x):
    return isinstance(x, (int, float)) or hasattr(x, "__index__")


# Takes a lock that is held, or says why not.
def _take(lock, blocking, timeout):
    end = _deadline(blocking, timeout)
    if not lock._held:
        lock._held = True
        return True
    if not blocking:
        return False
    row = lock._row
    if row is None:
        row = lock._row = []
    row.append(_ident())
    try:
        while lock._held:
            if end is None:
                _wait(-1)
            else:
                rest = end - _now()
                if rest <= 0:
                    return False
                _wait(rest)
        lock._held = True
        return True
    finally:
        row.remove(_ident())
        if row and not lock._held:
            _wake(row[0])


@_in_c
class lock:
    __module__ = "_thread"
    __slots__ = ("_held", "_row", "__weakref__")

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create '_thread.lock' instances")

    def __init_subclass__(cls):
        raise TypeError("type '_thread.lock' is not an acceptable base type")

    def acquire(self, blocking=True, timeout=-1):
        if self._held or timeout != -1:
            return _take(self, blocking, timeout)
        self._held = True
        return True

    def release(self):
        if not self._held:
            raise RuntimeError("release unlocked lock")
        self._held = False
        if self._row:
            _wake(self._row[0])

    def locked(self):
        return self._held

    acquire_lock = acquire
    release_lock = release
    locked_lock = locked

    def __enter__(self):
        if self._held:
            return _take(self, True, -1)
        self._held = True
        return True

    def __exit__(self, *args):
        self.release()

    def _at_fork_reinit(self):
        self._held = False
        self._row = None

    def __repr__(self):
        state = "locked" if self._held else "unlocked"
        return f"<{state} _thread.lock object at {id(self):#x}>"


LockType = lock
_make = object.__new__


def allocate_lock():
    made = _make(lock)
    made._held = False
    made._row = None
    return made


allocate = allocate_lock


@_in_c
class RLock:
    __module__ = "_thread"
    __slots__ = ("_held", "_row", "_owner", "_count", "__weakref__")

    def __new__(cls, *args, **kwargs):
        made = _make(cls)
        made._held = False
        made._row = None
        made._owner = made._count = 0
        return made

    def acquire(self, blocking=True, timeout=-1):
        me = _ident()
        if self._owner == me:
            self._count += 1
            return True
        if self._held or timeout != -1:
            if not _take(self, blocking, timeout):
                return False
        else:
            self._held = True
        self._owner = me
        self._count = 1
        return True

    __enter__ = acquire

    def release(self):
        if self._owner != _ident():
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1
        if self._count == 0:
            self._free()

    def _free(self):
        self._owner = 0
        self._held = False
        if self._row:
            _wake(self._row[0])

    def __exit__(self, *args):
        self.release()

    def _is_owned(self):
        return self._owner == _ident()

    def _recursion_count(self):
        return self._count if self._owner == _ident() else 0

    # For conditions: gives all of it away, and gets it back.
    def _release_save(self):
        if self._count == 0:
            raise RuntimeError("cannot release un-acquired lock")
        state = self._count, self._owner
        self._count = 0
        self._free()
        return state

    def _acquire_restore(self, state):
        if self._held:
            _take(self, True, -1)
        self._held = True
        self._count, self._owner = state

    def _at_fork_reinit(self):
        self._held = False
        self._row = None
        self._owner = self._count = 0

    def __repr__(self):
        state = "locked" if self._count else "unlocked"
        kind = type(self)
        return (f"<{state} {kind.__module__}.{kind.__qualname__} object owner={self._owner} "
                f"count={self._count} at {id(self):#x}>")


_stack_size = 0


def stack_size(size=0, /):
    global _stack_size
    if size < 0:
        raise ValueError("size must be 0 or a positive value")
    if 0 < size < 32768:
        raise ValueError(f"size not valid: {size} bytes")
    before, _stack_size = _stack_size, size
    return before


def _count():
    return _threads.count() - 1


# A lock that is held, and released when this thread has ended.
def _set_sentinel():
    state = _threads.state()
    made = allocate_lock()
    state["sentinel"] = made
    return made


def interrupt_main(signum=2, /):
    import sys
    if not 0 < signum < 65:
        raise ValueError("signal number out of range")
    # Without _signal nobody has handlers, and only Ctrl-C does anything.
    if signum == 2 or "_signal" in sys.modules:
        _signals.note(signum)
    if _ident() == _threads.main_ident():
        _signals.handle()


def start_new_thread(function, args, kwargs={}, /):
    if not callable(function):
        raise TypeError("first arg must be callable")
    if not isinstance(args, tuple):
        raise TypeError("2nd arg must be a tuple")
    if not isinstance(kwargs, dict):
        raise TypeError("optional 3rd arg must be a dictionary")
    started = _threads.start(_run, [function, args, kwargs], _stack_size)
    if started is None:
        raise RuntimeError("can't start new thread")
    return started


start_new = start_new_thread


# What a thread does.
def _run(row):
    function, args, kwargs = row
    row.clear()
    try:
        function(*args, **kwargs)
    except SystemExit:
        pass
    except BaseException as e:
        _report(function, e)
    finally:
        _end()


def _report(function, e):
    from _sys import _report_unraisable
    _report_unraisable(function, e, "Exception ignored in thread started by")


def _end():
    state = _threads.state()
    for reference in state.pop("locals", ()):
        local = reference()
        if local is not None:
            _values_of(local).pop(_ident(), None)
    sentinel = state.pop("sentinel", None)
    if sentinel is not None and sentinel._held:
        sentinel.release()


def exit():
    raise SystemExit


exit_thread = exit


# Attributes that each thread has for itself: (dicts by thread, arguments of __init__) in a slot.
@_in_c
class _local:
    __module__ = "_thread"
    __slots__ = ("_local__own", "__weakref__")

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        made = _make(cls)
        _set_plain(made, "_local__own", ({}, args, kwargs))
        _dict_of(made, False)
        return made

    def __getattribute__(self, name):
        values = _dict_of(self)
        if name == "__dict__":
            return values
        cls = type(self)
        found = _find(cls, name)
        if found is not _ABSENT and hasattr(type(found), "__set__"):
            return type(found).__get__(found, self, cls)
        if name in values:
            return values[name]
        if found is not _ABSENT:
            get = getattr(type(found), "__get__", None)
            return found if get is None else get(found, self, cls)
        raise AttributeError(f"'{_shown(cls)}' object has no attribute '{name}'")

    def __setattr__(self, name, value):
        cls = type(self)
        if name == "__dict__":
            raise AttributeError(f"'{_shown(cls)}' object attribute '__dict__' is read-only")
        values = _dict_of(self)
        found = _find(cls, name)
        if found is not _ABSENT and hasattr(type(found), "__set__"):
            type(found).__set__(found, self, value)
        else:
            values[name] = value

    def __delattr__(self, name):
        cls = type(self)
        if name == "__dict__":
            raise AttributeError(f"'{_shown(cls)}' object attribute '__dict__' is read-only")
        values = _dict_of(self)
        found = _find(cls, name)
        if found is not _ABSENT and hasattr(type(found), "__delete__"):
            type(found).__delete__(found, self)
        elif name in values:
            del values[name]
        else:
            raise AttributeError(f"'{_shown(cls)}' object has no attribute '{name}'")


def _shown(cls):
    return "_thread._local" if cls is _local else cls.__name__


_ABSENT = object()
_get_plain, _set_plain = object.__getattribute__, object.__setattr__


def _values_of(local):
    return _get_plain(local, "_local__own")[0]


def _find(cls, name):
    for base in cls.__mro__:
        found = base.__dict__.get(name, _ABSENT)
        if found is not _ABSENT:
            return found
    return _ABSENT


def _dict_of(local, initialize=True):
    own, args, kwargs = _get_plain(local, "_local__own")
    me = _ident()
    values = own.get(me)
    if values is None:
        values = own[me] = {}
        _threads.state().setdefault("locals", []).append(_ref(local))
        if initialize and type(local).__init__ is not object.__init__:
            try:
                type(local).__init__(local, *args, **kwargs)
            except BaseException:
                del own[me]
                raise
    return values


# What threading.excepthook is given.
class _ExceptHookArgs(tuple):
    __module__ = "_thread"

    def __new__(cls, args):
        if len(args) != 4:
            raise TypeError(f"_thread._ExceptHookArgs() takes a 4-sequence "
                            f"({len(args)}-sequence given)")
        return tuple.__new__(cls, args)

    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])

    def __repr__(self):
        return (f"_thread._ExceptHookArgs(exc_type={self[0]!r}, exc_value={self[1]!r}, "
                f"exc_traceback={self[2]!r}, thread={self[3]!r})")


_ExceptHookArgs.__name__ = _ExceptHookArgs.__qualname__ = "_ExceptHookArgs"


def _excepthook(args, /):
    """Handle uncaught Thread.run() exception."""
    if type(args) is not _ExceptHookArgs:
        raise TypeError("_thread.excepthook argument type must be ExceptHookArgs")
    kind, value, trace, thread = args
    if kind is SystemExit:
        return
    import sys
    import traceback
    file = sys.stderr
    if file is None:
        file = None if thread is None else thread._stderr
        if file is None:
            return
    name = _ident() if thread is None else thread._name
    file.write(f"Exception in thread {name}:\n"
               + "".join(traceback.format_exception(kind, value, trace)))
    file.flush()
