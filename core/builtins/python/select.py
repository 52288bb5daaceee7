# Waiting for open files: poll and select over poll(2), epoll by the C library.
import posix
from _descriptor import number as _number

POLLIN, POLLPRI, POLLOUT, POLLERR, POLLHUP, POLLNVAL = 1, 2, 4, 8, 16, 32
POLLRDNORM, POLLRDBAND, POLLWRNORM, POLLWRBAND, POLLMSG, POLLRDHUP = 64, 128, 256, 512, 1024, 8192
PIPE_BUF = 4096
error = OSError
for _entry in """
EPOLLERR=8 EPOLLET=2147483648 EPOLLEXCLUSIVE=268435456 EPOLLHUP=16 EPOLLIN=1 EPOLLMSG=1024
EPOLLONESHOT=1073741824 EPOLLOUT=4 EPOLLPRI=2 EPOLLRDBAND=128 EPOLLRDHUP=8192 EPOLLRDNORM=64
EPOLLWRBAND=512 EPOLLWRNORM=256 EPOLL_CLOEXEC=524288
""".split():
    _name, _, _value = _entry.partition("=")
    globals()[_name] = int(_value)


def _mask(eventmask):
    if not hasattr(eventmask, "__index__"):
        raise TypeError(f"'{type(eventmask).__name__}' object cannot be interpreted as an integer")
    mask = eventmask.__index__()
    if mask < 0:
        raise ValueError("value must be positive")
    if mask > 0xffff:
        raise OverflowError("Python int too large to convert to C unsigned short")
    return mask


@_in_c
class poll:
    def __init__(self):
        self._wanted = {}

    def register(self, fd, eventmask=POLLIN | POLLPRI | POLLOUT):
        self._wanted[_number(fd)] = _mask(eventmask)

    def modify(self, fd, eventmask):
        fd = _number(fd)
        if fd not in self._wanted:
            raise FileNotFoundError(2, "No such file or directory")
        self._wanted[fd] = _mask(eventmask)

    def unregister(self, fd):
        del self._wanted[_number(fd)]

    def poll(self, timeout=None, /):
        return posix._wait_files(list(self._wanted.items()), _milliseconds(timeout, 1))


# A timeout in milliseconds; -1: without end. `unit`: how many milliseconds 1 is.
def _milliseconds(timeout, unit):
    if timeout is None:
        return -1
    if not isinstance(timeout, (int, float)):
        if not hasattr(timeout, "__index__"):
            raise TypeError("timeout must be an integer or None" if unit == 1 else
                            "timeout must be a float or None")
        timeout = timeout.__index__()
    if timeout < 0:
        return -1
    milliseconds = -int(-timeout * unit // 1)
    if milliseconds > 0x7fffffff:
        raise OverflowError("timeout is too large")
    return milliseconds


# Events are struct epoll_event: 12 bytes, packed on x86-64.
@_in_c
class epoll:
    def __init__(self, sizehint=-1, flags=0):
        if sizehint < 0 and sizehint != -1 or sizehint == 0:
            raise ValueError("negative sizehint")
        if flags & ~EPOLL_CLOEXEC:
            raise OSError("invalid flags")
        self._own(_libc().call("epoll_create1", "ii", EPOLL_CLOEXEC))

    @classmethod
    def fromfd(cls, fd, /):
        self = cls.__new__(cls)
        self._own(fd)
        return self

    def _own(self, fd):
        self._fd = fd

    def _open(self):
        if self._fd < 0:
            raise ValueError("I/O operation on closed epoll object")
        return self._fd

    def fileno(self):
        return self._open()

    closed = property(lambda self: self._fd < 0)

    def close(self):
        fd, self._fd = self._fd, -1
        if fd >= 0:
            posix.close(fd)

    def __del__(self):
        if self.__dict__.get("_fd", -1) >= 0:
            try:
                self.close()
            except OSError:
                pass  # somebody else has closed its number: nothing is left to free

    def __enter__(self):
        self._open()
        return self

    def __exit__(self, *args):
        self.close()

    def _control(self, operation, fd, eventmask):
        epfd = self._open()
        fd = _number(fd)
        import struct
        event = struct.pack("=IQ", eventmask & 0xffffffff, fd)
        _libc().call("epoll_ctl", "iiiip", epfd, operation, fd, event)

    def register(self, fd, eventmask=EPOLLIN | EPOLLPRI | EPOLLOUT):
        self._control(1, fd, eventmask)

    def modify(self, fd, eventmask):
        self._control(3, fd, eventmask)

    def unregister(self, fd):
        self._control(2, fd, 0)

    def poll(self, timeout=None, maxevents=-1):
        epfd = self._open()
        if maxevents == -1:
            maxevents = 1024
        elif maxevents < 1:
            raise ValueError(f"maxevents must be greater than 0, got {maxevents}")
        milliseconds = _milliseconds(timeout, 1000)
        if milliseconds:
            posix._wait_files([(epfd, POLLIN)], milliseconds)
        import ctypes
        import struct
        room = ctypes.create_string_buffer(12 * maxevents)
        count = _libc().call("epoll_wait", "iipii", epfd, ctypes.addressof(room), maxevents, 0)
        data = room.raw[:12 * count]
        return [(fd, events) for events, fd in struct.iter_unpack("=IQ", data)]


def _libc():
    import _libc
    return _libc


def select(rlist, wlist, xlist, timeout=None, /):
    milliseconds = _milliseconds(timeout, 1000)
    if timeout is not None and timeout < 0:
        raise ValueError("timeout must be non-negative")
    try:
        rlist, wlist, xlist = list(rlist), list(wlist), list(xlist)
    except TypeError:
        raise TypeError("arguments 1-3 must be sequences") from None
    wanted = {}
    for files, mask in ((rlist, POLLIN), (wlist, POLLOUT), (xlist, POLLPRI)):
        for file in files:
            fd = _number(file)
            if fd >= 1024:
                raise ValueError("filedescriptor out of range in select()")
            wanted[fd] = wanted.get(fd, 0) | mask
    ready = dict(posix._wait_files(list(wanted.items()), milliseconds))

    for fd, events in ready.items():
        if events & POLLNVAL:
            raise OSError(9, posix.strerror(9))

    def among(files, mask):
        return [f for f in files if ready.get(_number(f), 0) & mask]
    return (among(rlist, POLLIN | POLLHUP | POLLERR), among(wlist, POLLOUT | POLLERR),
            among(xlist, POLLPRI))


if not _has_builtin_module("_ctypes"):  # epoll is a call of C, which a browser has none of
    del epoll
