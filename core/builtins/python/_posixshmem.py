# Memory that processes share by name, by the C library.
from _libc import call as _call


def shm_open(path, flags, mode=0o777):
    return _call("shm_open", "ipiu", path.encode(), flags, mode)


def shm_unlink(path):
    _call("shm_unlink", "ip", path.encode())
