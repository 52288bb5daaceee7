# Sockets by the C library (see _socket.py). One without a timeout waits in calls of C, during which
# other threads run; one with a timeout has a file that does not wait, and waits in
# posix._wait_files.
import ctypes
import posix
import struct
import time as _clock
from _libc import (buffer as _buffer, call as _call, call_waiting as _call_waiting,
                   function as _function, raise_error)
from _socket_address import *
from _socket_address import AF_INET, AF_UNIX, pack, unpack
from _socket_names import names

globals().update(names)
error = OSError
timeout = TimeoutError
has_ipv6 = True
_at = ctypes.addressof
_AGAIN = (11, 115)  # EAGAIN, EINPROGRESS
_IN, _OUT = 1, 4
_default = [None]


def _call_now(name, kinds, *args):
    return _function(name, kinds)(*args)


def _seconds(value):
    if value is None:
        return None
    if not isinstance(value, (int, float)):
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    if value != value:
        raise ValueError("Invalid value NaN (not a number)")
    if value < 0:
        raise ValueError("Timeout value out of range")
    if value > 9223372036:
        raise OverflowError("timestamp too large to convert to C _PyTime_t")
    return float(value)


def getdefaulttimeout():
    return _default[0]


def setdefaulttimeout(timeout, /):
    _default[0] = _seconds(timeout)


class socket:
    __module__ = "_socket"

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        if fileno is None:
            family = AF_INET if family == -1 else int(family)
            type = 1 if type == -1 else int(type)
            proto = max(0, proto)
            self._fd = _call("socket", "iiii", family, type | SOCK_CLOEXEC, proto)
        else:
            if not isinstance(fileno, int):
                raise TypeError(f"'{fileno.__class__.__name__}' object cannot be interpreted as "
                                "an integer")
            if fileno < 0:
                raise ValueError("negative file descriptor")
            self._fd = fileno
            name = self._address("getsockname")
            if family == -1:
                family = struct.unpack("=H", name[:2])[0] if len(name) > 1 else 0
            if type == -1:
                type = self.getsockopt(SOL_SOCKET, SO_TYPE)
            if proto == -1:
                proto = self.getsockopt(SOL_SOCKET, SO_PROTOCOL)
        self._family, self._type, self._proto = family, type & ~(SOCK_CLOEXEC | SOCK_NONBLOCK), \
            proto
        self._timeout = 0.0 if type & SOCK_NONBLOCK else _default[0]
        if self._timeout is not None and not type & SOCK_NONBLOCK:
            posix.set_blocking(self._fd, False)

    _family = _type = _proto = 0
    _timeout = None

    family = property(lambda self: self._family)
    type = property(lambda self: self._type)
    proto = property(lambda self: self._proto)
    timeout = property(lambda self: self._timeout)

    def fileno(self):
        return self.__dict__.get("_fd", -1)

    def close(self):
        fd, self._fd = self._fd, -1
        if fd >= 0:
            try:
                posix.close(fd)
            except ConnectionResetError:
                pass

    def detach(self):
        fd, self._fd = self._fd, -1
        return fd

    def __del__(self):
        fd = self.__dict__.get("_fd", -1)
        if fd >= 0:
            import _warnings
            _warnings.warn(f"unclosed {self!r}", ResourceWarning, source=self)
            self.close()

    def __repr__(self):
        return (f"<socket object, fd={self.fileno()}, family={int(self._family)}, "
                f"type={int(self._type)}, proto={self._proto}>")

    def settimeout(self, timeout, /):
        self._timeout = _seconds(timeout)
        posix.set_blocking(self._fd, timeout is None)

    def gettimeout(self):
        return self._timeout

    def setblocking(self, flag, /):
        self.settimeout(None if flag else 0.0)

    def getblocking(self):
        return self._timeout != 0.0

    # Calls a function that waits where the file is not ready for `event`, as long as the socket's
    # timeout says.
    def _wait_and_call(self, event, name, kinds, *args):
        timeout = self._timeout
        if timeout is None:
            return _call(name, kinds, *args, waits=True)
        end = None if timeout == 0.0 else _clock.monotonic() + timeout
        f = _function(name, kinds)
        while True:
            if timeout != 0.0:
                self._wait(event, end)
            result = f(*args)
            if result != -1:
                return result
            code = ctypes.get_errno()
            if code == 4 or code == 11 and timeout != 0.0:
                continue
            raise_error()

    def _wait(self, event, end):
        if self._fd < 0:
            raise OSError(9, posix.strerror(9))
        while True:
            left = -1 if end is None else max(0, -int(-(end - _clock.monotonic()) * 1000 // 1))
            if posix._wait_files([(self._fd, event)], left):
                return
            if end is not None and _clock.monotonic() >= end:
                raise TimeoutError("timed out")

    # --- addresses

    def _address(self, name):
        room, size = _buffer(b"", 128), _buffer(struct.pack("I", 128))
        _call(name, "iipp", self._fd, _at(room), _at(size))
        return room.raw[:struct.unpack("I", size.raw)[0]]

    def getsockname(self):
        return self._shown(self._address("getsockname"))

    def getpeername(self):
        return self._shown(self._address("getpeername"))

    def _shown(self, data):
        if len(data) <= 2 and self._family == AF_UNIX:
            return ""
        return unpack(data)

    def bind(self, address, /):
        data = pack(self._family, address, "bind")
        _call("bind", "iipu", self._fd, data, len(data))

    def listen(self, backlog=128, /):
        _call("listen", "iii", self._fd, max(0, backlog))

    def _connect(self, address):
        data = pack(self._family, address, "connect")
        call = _call_waiting if self._timeout is None else _call_now
        if call("connect", "iipu", self._fd, data, len(data)) == 0:
            return 0
        code = ctypes.get_errno()
        if self._timeout == 0.0 or code not in (4, 11, 115) or code == 11 and \
                self._timeout is None:
            return code
        self._wait(_OUT, None if self._timeout is None else _clock.monotonic() + self._timeout)
        return self.getsockopt(SOL_SOCKET, SO_ERROR)

    def connect(self, address, /):
        code = self._connect(address)
        if code:
            raise OSError(code, posix.strerror(code))

    def connect_ex(self, address, /):
        try:
            return self._connect(address)
        except TimeoutError as e:
            return 11

    def _accept(self):
        room, size = _buffer(b"", 128), _buffer(struct.pack("I", 128))
        fd = self._wait_and_call(_IN, "accept4", "iippi", self._fd, _at(room), _at(size),
                                 SOCK_CLOEXEC)
        return fd, self._shown(room.raw[:struct.unpack("I", size.raw)[0]])

    def shutdown(self, how, /):
        _call("shutdown", "iii", self._fd, how)

    # --- data

    def recv(self, bufsize, flags=0, /):
        if bufsize < 0:
            raise ValueError("negative buffersize in recv")
        room = _buffer(b"", bufsize)
        n = self._wait_and_call(_IN, "recv", "nipni", self._fd, _at(room), bufsize, flags)
        return room.raw[:n]

    def recvfrom(self, bufsize, flags=0, /):
        if bufsize < 0:
            raise ValueError("negative buffersize in recvfrom")
        room, where, size = _buffer(b"", bufsize), _buffer(b"", 128), _buffer(b"\x80\0\0\0")
        n = self._wait_and_call(_IN, "recvfrom", "nipnipp", self._fd, _at(room), bufsize, flags,
                                _at(where), _at(size))
        return room.raw[:n], self._shown(where.raw[:struct.unpack("I", size.raw)[0]])

    def _into(self, name, buffer, nbytes, receive):
        view = memoryview(buffer)
        if view.readonly:
            raise TypeError(f"{name}() argument 1 must be read-write bytes-like object, not "
                            f"{type(buffer).__name__}")
        view = view.cast("B")
        if nbytes < 0:
            raise ValueError(f"negative buffersize in {name}")
        if nbytes > len(view):
            raise ValueError("nbytes is greater than the length of the buffer"
                             if name == "recvfrom_into" else "buffer too small for requested bytes")
        data, *rest = receive(nbytes or len(view))
        view[:len(data)] = data
        return len(data), *rest

    def recv_into(self, buffer, nbytes=0, flags=0):
        return self._into("recv_into", buffer, nbytes, lambda n: (self.recv(n, flags),))[0]

    def recvfrom_into(self, buffer, nbytes=0, flags=0):
        return self._into("recvfrom_into", buffer, nbytes, lambda n: self.recvfrom(n, flags))

    def _bytes(self, data):
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return data if isinstance(data, bytes) else bytes(memoryview(data))

    def send(self, data, flags=0, /):
        data = self._bytes(data)
        return self._wait_and_call(_OUT, "send", "nipni", self._fd, data, len(data),
                                   flags | MSG_NOSIGNAL)

    def sendall(self, data, flags=0, /):
        data = self._bytes(data)
        at = 0
        while True:
            at += self.send(data[at:] if at else data, flags)
            if at >= len(data):
                return

    def sendto(self, data, *args):
        if len(args) not in (1, 2):
            raise TypeError(f"sendto() takes 2 or 3 arguments ({len(args) + 1} given)")
        data = self._bytes(data)
        flags, address = (0, *args) if len(args) == 1 else args
        if not isinstance(flags, int):
            raise TypeError(f"'{type(flags).__name__}' object cannot be interpreted as an integer")
        where = pack(self._family, address, "sendto")
        return self._wait_and_call(_OUT, "sendto", "nipnipu", self._fd, data, len(data),
                                   flags | MSG_NOSIGNAL, where, len(where))

    # A struct msghdr and what it points to.
    def _message(self, buffers, control, address=b"", flags=0):
        data = _buffer(b"".join(buffers)) if not isinstance(buffers, int) else \
            _buffer(b"", buffers)
        size = buffers if isinstance(buffers, int) else sum([len(b) for b in buffers])
        rows = _buffer(struct.pack("2Q", _at(data), size))
        where = _buffer(address, max(128, len(address)))
        ancillary = _buffer(control if isinstance(control, bytes) else b"",
                            None if isinstance(control, bytes) else control)
        length = len(control) if isinstance(control, bytes) else control
        receiving = isinstance(buffers, int)
        head = _buffer(struct.pack("QIxxxxQQQQixxxx", _at(where) if receiving or address else 0,
                                   128 if receiving else len(address), _at(rows), 1,
                                   _at(ancillary) if length else 0, length, flags))
        return head, (data, rows, where, ancillary)

    def sendmsg(self, buffers, ancdata=(), flags=0, address=None, /):
        control = b""
        for level, kind, data in ancdata:
            data = self._bytes(data)
            control += struct.pack("Qii", 16 + len(data), level, kind) + data
            control += bytes(-len(control) % 8)
        where = b"" if address is None else pack(self._family, address, "sendmsg")
        head, kept = self._message([self._bytes(b) for b in buffers], control, where)
        return self._wait_and_call(_OUT, "sendmsg", "nipi", self._fd, _at(head),
                                   flags | MSG_NOSIGNAL)

    def recvmsg(self, bufsize, ancbufsize=0, flags=0, /):
        if bufsize < 0:
            raise ValueError("negative buffer size in recvmsg()")
        if ancbufsize < 0:
            raise ValueError("invalid ancillary data buffer length")
        head, (data, _, where, ancillary) = self._message(bufsize, ancbufsize)
        n = self._wait_and_call(_IN, "recvmsg", "nipi", self._fd, _at(head), flags)
        _, size, _, _, _, length, said = struct.unpack("QIxxxxQQQQixxxx", head.raw[:56])
        control, found = ancillary.raw[:length], []
        while len(control) >= 16:
            total, level, kind = struct.unpack("Qii", control[:16])
            found.append((level, kind, control[16:total]))
            control = control[total + -total % 8:]
        address = self._shown(where.raw[:size]) if size else None
        return data.raw[:n], found, said, address

    def recvmsg_into(self, buffers, ancbufsize=0, flags=0, /):
        views = [memoryview(b).cast("B") for b in buffers]
        data, found, said, address = self.recvmsg(sum([len(v) for v in views]), ancbufsize, flags)
        rest = data
        for view in views:
            piece, rest = rest[:len(view)], rest[len(view):]
            view[:len(piece)] = piece
        return len(data), found, said, address

    # --- options

    def getsockopt(self, level, option, buflen=0, /):
        if not 0 <= buflen <= 1024:
            raise OSError("getsockopt buflen out of range")
        room, size = _buffer(b"", max(4, buflen)), _buffer(struct.pack("I", buflen or 4))
        _call("getsockopt", "iiiipp", self._fd, level, option, _at(room), _at(size))
        if buflen:
            return room.raw[:struct.unpack("I", size.raw)[0]]
        return struct.unpack("i", room.raw[:4])[0]

    def setsockopt(self, level, option, value, length=None, /):
        if value is None:
            _call("setsockopt", "iiiipu", self._fd, level, option, 0, length)
            return
        data = struct.pack("i", value) if isinstance(value, int) else self._bytes(value)
        _call("setsockopt", "iiiipu", self._fd, level, option, data, len(data))


SocketType = socket


def socketpair(family=AF_UNIX, type=1, proto=0, /):
    room = _buffer(b"", 8)
    _call("socketpair", "iiiip", family, type | SOCK_CLOEXEC, proto, _at(room))
    return tuple([socket(family, type, proto, fd) for fd in struct.unpack("2i", room.raw)])


def close(fd, /):
    posix.close(fd.__index__())


def dup(fd, /):
    return posix.dup(fd)


def gethostname():
    room = _buffer(b"", 256)
    _call("gethostname", "ipn", _at(room), 256)
    return room.value.decode()


def sethostname(name, /):
    name = name.encode() if isinstance(name, str) else bytes(name)
    _call("sethostname", "ipn", name, len(name))


def if_nametoindex(name, /):
    import os
    index = _function("if_nametoindex", "up")(os.fsencode(name))
    if not index:
        raise OSError("no interface with this name")
    return index


def if_indextoname(index, /):
    room = _buffer(b"", 16)
    if not _function("if_indextoname", "pup")(index, _at(room)):
        raise_error()
    return room.value.decode()


def if_nameindex():
    import os
    return sorted([(if_nametoindex(n), n) for n in os.listdir("/sys/class/net")])


def _swapped(width, code, name):
    def convert(number, /):
        if not isinstance(number, int):
            raise TypeError(f"expected int, {type(number).__name__} found" if width == 4 else
                            f"'{type(number).__name__}' object cannot be interpreted as an integer")
        if number < 0:
            raise OverflowError(f"{name}: can't convert negative Python int to C "
                                f"{width * 8}-bit unsigned integer" if width == 2 else
                                "can't convert negative value to unsigned int")
        if number >> width * 8:
            raise OverflowError(f"{name}: Python int too large to convert to C "
                                f"{width * 8}-bit unsigned integer" if width == 2 else
                                "int larger than 32 bits")
        return int.from_bytes(number.to_bytes(width, "little"), "big")
    convert.__name__ = name
    return convert


htons, ntohs = _swapped(2, "H", "htons"), _swapped(2, "H", "ntohs")
htonl, ntohl = _swapped(4, "I", "htonl"), _swapped(4, "I", "ntohl")


def CMSG_LEN(length, /):
    if not 0 <= length <= 0x7fffffff:
        raise OverflowError("CMSG_LEN() argument out of range")
    return 16 + length


def CMSG_SPACE(length, /):
    if not 0 <= length <= 0x7fffffff:
        raise OverflowError("CMSG_SPACE() argument out of range")
    return 16 + length + -length % 8
