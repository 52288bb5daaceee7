# Where there is no network: a pair of sockets is a pipe of the host's, whose first end reads and
# whose second writes. asyncio's loop is woken through one. Every other socket is refused.
import posix
from errno import EOPNOTSUPP
from _socket_names import names

globals().update(names)
error = OSError
timeout = TimeoutError
has_ipv6 = False
_default = [None]


class herror(OSError):
    __module__ = "socket"


class gaierror(OSError):
    __module__ = "socket"


def _refuse(*args, **kwargs):
    raise OSError(EOPNOTSUPP, "there is no network here")


def getdefaulttimeout():
    return _default[0]


def setdefaulttimeout(timeout, /):
    _default[0] = timeout


class socket:
    __module__ = "_socket"

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        if fileno is None:
            _refuse()
        self._fd = fileno
        self._family = AF_UNIX if family == -1 else family
        self._type = SOCK_STREAM if type == -1 else type
        self._proto = max(0, proto)
        self._timeout = _default[0]

    family = property(lambda self: self._family)
    type = property(lambda self: self._type)
    proto = property(lambda self: self._proto)
    timeout = property(lambda self: self._timeout)

    def fileno(self):
        return self._fd

    def detach(self):
        fd, self._fd = self._fd, -1
        return fd

    def close(self):
        if self._fd >= 0:
            posix.close(self.detach())

    def settimeout(self, value):
        self._timeout = value

    def gettimeout(self):
        return self._timeout

    def setblocking(self, flag):
        self._timeout = None if flag else 0.0

    def getblocking(self):
        return self._timeout != 0.0

    # What a pipe holds comes at once; where it is empty, nothing will ever come.
    def recv(self, bufsize, flags=0):
        if not posix._wait_files([(self._fd, 1)], 0):
            raise BlockingIOError(11, posix.strerror(11))
        return posix.read(self._fd, bufsize)

    def send(self, data, flags=0):
        return posix.write(self._fd, data)

    sendall = send
    accept = bind = connect = connect_ex = getpeername = getsockname = getsockopt = listen = \
        recv_into = recvfrom = recvfrom_into = recvmsg = recvmsg_into = sendmsg = sendto = \
        setsockopt = shutdown = _refuse


SocketType = socket
CAPI = None


def socketpair(family=None, type=SOCK_STREAM, proto=0):
    reads, writes = posix.pipe()
    return socket(AF_UNIX, type, proto, reads), socket(AF_UNIX, type, proto, writes)


def close(fd, /):
    posix.close(fd)


def gethostname():
    return "localhost"


getaddrinfo = gethostbyaddr = gethostbyname = gethostbyname_ex = getnameinfo = getprotobyname = \
    getservbyname = getservbyport = dup = sethostname = _refuse
