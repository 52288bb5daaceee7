# Addresses of sockets: CPython's tuples to C's structs and back, names of hosts and services.
import ctypes
import os
import struct
from _libc import buffer, function

AF_UNIX, AF_INET, AF_INET6, AF_NETLINK, AF_PACKET = 1, 2, 10, 16, 17
_at = ctypes.addressof


class herror(OSError):
    __module__ = "socket"


class gaierror(OSError):
    __module__ = "socket"


def raise_gai(code):
    if code == -11:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
    raise gaierror(code, _text(function("gai_strerror", "pi")(code)))


def _text(address):
    return ctypes.string_at(address).decode() if address else None


def inet_pton(family, text, /):
    if family not in (AF_INET, AF_INET6):
        raise OSError(97, os.strerror(97))
    room = buffer(b"", 16)
    if function("inet_pton", "iipp")(family, text.encode() + b"\0", _at(room)) != 1:
        raise OSError("illegal IP address string passed to inet_pton")
    return room.raw[:4 if family == AF_INET else 16]


def inet_ntop(family, packed, /):
    size = {AF_INET: 4, AF_INET6: 16}.get(family)
    if size is None:
        raise ValueError(f"unknown address family {family}")
    packed = bytes(packed)
    if len(packed) != size:
        raise ValueError("invalid length of packed IP address string")
    room = buffer(b"", 64)
    function("inet_ntop", "pippu")(family, packed, _at(room), 64)
    return room.value.decode()


def inet_aton(text, /):
    room = buffer(b"", 4)
    if not function("inet_aton", "ipp")(text.encode() + b"\0", _at(room)):
        raise OSError("illegal IP address string passed to inet_aton")
    return room.raw


def inet_ntoa(packed, /):
    packed = bytes(packed)
    if len(packed) != 4:
        raise OSError("packed IP wrong length")
    return ".".join([str(b) for b in packed])


class _Info(ctypes.Structure):
    pass


_Info._fields_ = [("flags", ctypes.c_int), ("family", ctypes.c_int), ("type", ctypes.c_int),
                  ("protocol", ctypes.c_int), ("size", ctypes.c_uint),
                  ("address", ctypes.c_void_p), ("name", ctypes.c_char_p),
                  ("next", ctypes.c_void_p)]


def _encoded(host):
    if isinstance(host, str):
        try:
            return host.encode("ascii")
        except UnicodeEncodeError:
            return host.encode("idna")
    if isinstance(host, (bytes, bytearray)):
        return bytes(host)
    raise TypeError(f"str, bytes or bytearray expected, not {type(host).__name__}")


# Rows (family, type, protocol, canonical name, sockaddr) of a host and a service, each bytes or None.
def look_up(host, service, family=0, type=0, protocol=0, flags=0):
    hints = _Info(flags=flags, family=family, type=type, protocol=protocol)
    answer = ctypes.c_void_p()
    code = function("getaddrinfo", "ipppp")(host, service, _at(hints), _at(answer))
    if code:
        raise_gai(code)
    rows = []
    at = answer.value
    try:
        while at:
            info = _Info.from_address(at)
            rows.append((info.family, info.type, info.protocol, (info.name or b"").decode(),
                         ctypes.string_at(info.address, info.size)))
            at = info.next
    finally:
        function("freeaddrinfo", "ip")(answer.value)
    return rows


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    if host is not None:
        host = _encoded(host)
        if b"\0" in host:
            raise ValueError("embedded null character")
    if isinstance(port, int):
        service = str(port).encode()
    elif isinstance(port, str):
        service = port.encode()
    elif isinstance(port, bytes) or port is None:
        service = port
    else:
        raise OSError("Int or String expected")
    return [(family, type, proto, name, unpack(data))
            for family, type, proto, name, data in look_up(host, service, family, type, proto,
                                                           flags)]


# The packed address of a host in a socket's family.
def _resolve(host, family):
    name = _encoded(host)
    size = 4 if family == AF_INET else 16
    if not name:
        return bytes(size)
    if name == b"<broadcast>" and family == AF_INET:
        return b"\xff" * 4
    row = look_up(name, None, family)[0][4]
    return row[4:8] if family == AF_INET else row[8:24]


def _port(port, who):
    if not hasattr(port, "__index__"):
        raise TypeError(f"'{type(port).__name__}' object cannot be interpreted as an integer")
    port = port.__index__()
    if not 0 <= port <= 0xffff:
        raise OverflowError(f"{who}(): port must be 0-65535.")
    return port


# A C sockaddr of an address; who: the method, for messages.
def pack(family, address, who):
    if family == AF_UNIX:
        path = os.fsencode(address) if isinstance(address, str) else bytes(address)
        if len(path) > 107 + (path[:1] == b"\0"):
            raise OSError("AF_UNIX path too long")
        return struct.pack("H", AF_UNIX) + path + (b"" if path[:1] == b"\0" else b"\0")
    if family in (AF_INET, AF_INET6):
        if not isinstance(address, tuple):
            shown = "AF_INET" if family == AF_INET else "AF_INET6"
            raise TypeError(f"{who}(): {shown} address must be tuple, not "
                            f"{type(address).__name__}")
    if family == AF_INET:
        if len(address) != 2:
            raise TypeError("AF_INET address must be a pair (host, port)")
        packed = _resolve(address[0], family)
        return struct.pack("=H", AF_INET) + struct.pack(">H", _port(address[1], who)) + packed \
            + bytes(8)
    if family == AF_INET6:
        if not 2 <= len(address) <= 4:
            raise TypeError("AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])")
        host, port, flow, scope = address + (0, 0)[len(address) - 2:]
        packed = _resolve(host, family)
        port = _port(port, who)
        if not 0 <= flow <= 0xfffff:
            raise OverflowError(f"{who}(): flowinfo must be 0-1048575.")
        return struct.pack("=H", AF_INET6) + struct.pack(">HI", port, flow) + packed \
            + struct.pack("=I", scope)
    if family == AF_NETLINK:
        return struct.pack("=HHII", AF_NETLINK, 0, *address)
    raise OSError(f"{who}(): unsupported address family")


def unpack(data):
    if len(data) < 2:
        return None
    family = struct.unpack("=H", data[:2])[0]
    if family == AF_UNIX:
        path = data[2:]
        if path[:1] == b"\0":
            return path
        return os.fsdecode(path.split(b"\0")[0])
    if family == AF_INET:
        return inet_ntoa(data[4:8]), struct.unpack(">H", data[2:4])[0]
    if family == AF_INET6:
        port, flow = struct.unpack(">HI", data[2:8])
        scope = struct.unpack("=I", data[24:28])[0]
        host = inet_ntop(AF_INET6, data[8:24])
        if scope and host[:4] == "fe80":
            name = buffer(b"", 16)
            if function("if_indextoname", "pup")(scope, _at(name)):
                host += "%" + name.value.decode()
        return host, port, flow, scope
    if family == AF_NETLINK:
        return struct.unpack("=II", data[4:12])
    return family, data[2:]


def getnameinfo(sockaddr, flags, /):
    if not isinstance(sockaddr, tuple):
        raise TypeError("getnameinfo() argument 1 must be tuple, not " + type(sockaddr).__name__)
    host, port, *rest = sockaddr
    if not isinstance(host, str):
        raise TypeError("getnameinfo(): illegal sockaddr argument")
    if rest and not 0 <= rest[0] <= 0xfffff:
        raise OverflowError("getnameinfo(): flowinfo must be 0-1048575.")
    rows = look_up(host.encode(), str(port).encode(), 0, 2, 0, 4)
    if len(rows) > 1:
        raise OSError("sockaddr resolved to multiple addresses")
    data = rows[0][4]
    if rows[0][0] == AF_INET and rest:
        raise OSError("IPv4 sockaddr must be 2 tuple")
    names_of = buffer(b"", 1025), buffer(b"", 32)
    code = function("getnameinfo", "ipupupui")(data, len(data), _at(names_of[0]), 1025,
                                               _at(names_of[1]), 32, flags)
    if code:
        raise_gai(code)
    return tuple([n.value.decode() for n in names_of])


def gethostbyname(name, /):
    return inet_ntoa(_resolve(name, AF_INET))


class _Host(ctypes.Structure):
    _fields_ = [("name", ctypes.c_char_p), ("aliases", ctypes.POINTER(ctypes.c_char_p)),
                ("family", ctypes.c_int), ("size", ctypes.c_int),
                ("addresses", ctypes.POINTER(ctypes.c_void_p))]


def _host(address):
    if not address:
        code = ctypes.c_int.from_address(function("__h_errno_location", "p")()).value
        raise herror(code, _text(function("hstrerror", "pi")(code)))
    host = _Host.from_address(address)
    aliases, found = [], []
    while host.aliases[len(aliases)] is not None:
        aliases.append(host.aliases[len(aliases)].decode())
    while host.addresses[len(found)]:
        packed = ctypes.string_at(host.addresses[len(found)], host.size)
        found.append(inet_ntop(host.family, packed))
    return host.name.decode(), aliases, found


def gethostbyname_ex(name, /):
    _resolve(name, AF_INET)
    return _host(function("gethostbyname", "pp")(_encoded(name)))


def gethostbyaddr(name, /):
    rows = look_up(_encoded(name), None)
    family, data = rows[0][0], rows[0][4]
    packed = data[4:8] if family == AF_INET else data[8:24]
    return _host(function("gethostbyaddr", "ppui")(packed, len(packed), family))


class _Service(ctypes.Structure):
    _fields_ = [("name", ctypes.c_char_p), ("aliases", ctypes.c_void_p), ("port", ctypes.c_int)]


def getservbyname(name, protocol=None, /):
    found = function("getservbyname", "ppp")(name.encode(), protocol and protocol.encode())
    if not found:
        raise OSError("service/proto not found")
    return struct.unpack(">H", struct.pack("=H", _Service.from_address(found).port))[0]


def getservbyport(port, protocol=None, /):
    if not 0 <= port <= 0xffff:
        raise OverflowError("getservbyport: port must be 0-65535.")
    swapped = struct.unpack("=H", struct.pack(">H", port))[0]
    found = function("getservbyport", "pip")(swapped, protocol and protocol.encode())
    if not found:
        raise OSError("port/proto not found")
    return _Service.from_address(found).name.decode()


def getprotobyname(name, /):
    found = function("getprotobyname", "pp")(name.encode())
    if not found:
        raise OSError("protocol not found")
    return _Service.from_address(found).port
