# Threads. There is one: a thread that is started runs to its end at once, before its starter goes
# on. Waiting for what only another thread could do is an error, not an endless wait.

error = RuntimeError
TIMEOUT_MAX = 9223372036.0


class LockType:
    __module__ = "_thread"

    def __init__(self):
        self._held = False

    def acquire(self, blocking=True, timeout=-1):
        if not blocking and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        if not self._held:
            self._held = True
            return True
        if not blocking or timeout >= 0:
            return False
        raise RuntimeError("deadlock: this lock would never be released, because Hothouse runs "
                           "threads one after the other")

    def release(self):
        if not self._held:
            raise RuntimeError("release unlocked lock")
        self._held = False

    def locked(self):
        return self._held

    acquire_lock = acquire
    release_lock = release
    locked_lock = locked

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *args):
        self.release()

    def _at_fork_reinit(self):
        self._held = False

    def __repr__(self):
        state = "locked" if self._held else "unlocked"
        return f"<{state} _thread.lock object at {id(self):#x}>"


lock = LockType


class RLock:
    __module__ = "_thread"

    def __init__(self):
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        self._count += 1
        return True

    def release(self):
        if self._count == 0:
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *args):
        self.release()

    def _is_owned(self):
        return self._count > 0

    def _release_save(self):
        count, self._count = self._count, 0
        return count

    def _acquire_restore(self, count):
        self._count = count

    def __repr__(self):
        state = "locked" if self._count else "unlocked"
        return f"<{state} _thread.RLock object count={self._count} at {id(self):#x}>"


_last_ident = 140000000000000
_current = [_last_ident]


def allocate_lock():
    return LockType()


def get_ident():
    return _current[-1]


def get_native_id():
    return 1


def _count():
    return 0


def stack_size(size=0):
    return 0


def _set_sentinel():
    return LockType()


def interrupt_main(signum=2):
    raise KeyboardInterrupt


def start_new_thread(function, args, kwargs={}):
    global _last_ident
    _last_ident += 1
    _current.append(_last_ident)
    try:
        function(*args, **kwargs)
    except SystemExit:
        pass
    finally:
        _current.pop()
    return _last_ident


def exit():
    raise SystemExit


class _local:
    pass


_excepthook = None
