# The semaphores that multiprocessing's locks and queues are made of, by the C library.
import ctypes as _ctypes
import struct as _struct
import threading as _threading
import time as _time
from _libc import buffer as _buffer, call as _call, function as _function, raise_error as _fail

flags = {"HAVE_SEM_OPEN": 1, "HAVE_SEM_TIMEDWAIT": 1}


def sem_unlink(name, /):
    _call("sem_unlink", "ip", name.encode())


class SemLock:
    __module__ = "_multiprocessing"
    SEM_VALUE_MAX = 2147483647

    def __init__(self, kind, value, maxvalue, name, unlink):
        if kind not in (0, 1):
            raise ValueError("unrecognized kind")
        handle = _function("sem_open", "ppiuu")(name.encode(), 0o300, 0o600, value)
        if handle is None:
            _fail()
        if unlink:
            sem_unlink(name)
        self._set(handle, kind, maxvalue, None if unlink else name)

    def _set(self, handle, kind, maxvalue, name):
        self.handle, self.kind, self.maxvalue, self.name = handle, kind, maxvalue, name
        self._held, self._owner = 0, None

    @classmethod
    def _rebuild(cls, handle, kind, maxvalue, name):
        self = cls.__new__(cls)
        if name is not None:
            handle = _function("sem_open", "ppi")(name.encode(), 0)
            if handle is None:
                _fail()
        self._set(handle, kind, maxvalue, name)
        return self

    def _count(self):
        return self._held

    def _is_mine(self):
        return self._held > 0 and self._owner == _threading.get_ident()

    def _get_value(self):
        room = _buffer(b"", 4)
        _call("sem_getvalue", "ipp", self.handle, _ctypes.addressof(room))
        return int.from_bytes(room.raw, "little")

    def _is_zero(self):
        return self._get_value() == 0

    def _after_fork(self):
        self._held = 0

    def acquire(self, block=True, timeout=None):
        if self.kind == 0 and self._is_mine():
            self._held += 1
            return True
        if _function("sem_trywait", "ip")(self.handle):
            if not block or not self._wait(timeout):
                return False
        self._held += 1
        self._owner = _threading.get_ident()
        return True

    # False: the time is over.
    def _wait(self, timeout):
        if timeout is None:
            _call("sem_wait", "ip", self.handle, waits=True)
            return True
        end = _time.time_ns() + int(max(0, timeout) * 1e9)
        room = _buffer(_struct.pack("qq", end // 1000000000, end % 1000000000))
        try:
            _call("sem_timedwait", "ipp", self.handle, _ctypes.addressof(room), waits=True)
        except TimeoutError:
            return False
        return True

    def release(self):
        if self.kind == 0:
            if not self._is_mine():
                raise AssertionError("attempt to release recursive lock not owned by thread")
            if self._held > 1:
                self._held -= 1
                return
        elif self._get_value() >= self.maxvalue:
            raise ValueError("semaphore or lock released too many times")
        _call("sem_post", "ip", self.handle)
        self._held -= 1

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *args):
        self.release()
