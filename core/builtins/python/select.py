# Waiting for open files: poll and select over poll(2).
import posix

POLLIN, POLLPRI, POLLOUT, POLLERR, POLLHUP, POLLNVAL = 1, 2, 4, 8, 16, 32
PIPE_BUF = 4096
error = OSError


def _number(file):
    if isinstance(file, int):
        fd = file
    else:
        f = getattr(file, "fileno", None)
        if f is None:
            raise TypeError("argument must be an int, or have a fileno() method.")
        fd = f()
    if fd < 0:
        raise ValueError(f"file descriptor cannot be a negative integer ({fd})")
    return fd


class poll:
    def __init__(self):
        self._wanted = {}

    def register(self, fd, eventmask=POLLIN | POLLPRI | POLLOUT):
        self._wanted[_number(fd)] = eventmask

    def modify(self, fd, eventmask):
        fd = _number(fd)
        if fd not in self._wanted:
            raise FileNotFoundError(2, "No such file or directory")
        self._wanted[fd] = eventmask

    def unregister(self, fd):
        del self._wanted[_number(fd)]

    def poll(self, timeout=None):
        milliseconds = -1 if timeout is None or timeout < 0 else -int(-timeout // 1)
        return posix._wait_files(list(self._wanted.items()), milliseconds)


def select(rlist, wlist, xlist, timeout=None):
    if timeout is not None and timeout < 0:
        raise ValueError("timeout must be non-negative")
    wanted = {}
    for files, mask in ((rlist, POLLIN), (wlist, POLLOUT), (xlist, POLLPRI)):
        for file in files:
            fd = _number(file)
            wanted[fd] = wanted.get(fd, 0) | mask
    milliseconds = -1 if timeout is None else -int(-timeout * 1000 // 1)
    ready = dict(posix._wait_files(list(wanted.items()), milliseconds))

    def among(files, mask):
        return [f for f in files if ready.get(_number(f), 0) & mask]
    return (among(rlist, POLLIN | POLLHUP | POLLERR), among(wlist, POLLOUT | POLLERR),
            among(xlist, POLLPRI))
