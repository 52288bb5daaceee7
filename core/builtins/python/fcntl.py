# What can be asked of open files (fcntl, ioctl) and locks of files, by the C library.
from _constants import constants
from _libc import buffer, call, function, number, raise_error, writable
import ctypes as _ctypes
import struct as _struct

globals().update(constants("""
DN_ACCESS=1 DN_ATTRIB=32 DN_CREATE=4 DN_DELETE=8 DN_MODIFY=2 DN_MULTISHOT=0x80000000 DN_RENAME=16
FASYNC=8192 FD_CLOEXEC=1 F_ADD_SEALS=1033 F_DUPFD=0 F_DUPFD_CLOEXEC=1030 F_EXLCK=4 F_GETFD=1
F_GETFL=3 F_GETLEASE=1025 F_GETLK=5 F_GETLK64=5 F_GETOWN=9 F_GETPIPE_SZ=1032 F_GETSIG=11
F_GET_SEALS=1034 F_NOTIFY=1026 F_OFD_GETLK=36 F_OFD_SETLK=37 F_OFD_SETLKW=38 F_RDLCK=0
F_SEAL_GROW=4 F_SEAL_SEAL=1 F_SEAL_SHRINK=2 F_SEAL_WRITE=8 F_SETFD=2 F_SETFL=4 F_SETLEASE=1024
F_SETLK=6 F_SETLK64=6 F_SETLKW=7 F_SETLKW64=7 F_SETOWN=8 F_SETPIPE_SZ=1031 F_SETSIG=10 F_SHLCK=8
F_UNLCK=2 F_WRLCK=1 LOCK_EX=2 LOCK_MAND=32 LOCK_NB=4 LOCK_READ=64 LOCK_RW=192 LOCK_SH=1 LOCK_UN=8
LOCK_WRITE=128
"""))


def _int(value):
    value = value.__index__() if hasattr(value, "__index__") else int(value)
    return (value + 0x80000000 & 0xffffffff) - 0x80000000


def fcntl(fd, cmd, arg=0, /):
    fd = number(fd)
    if isinstance(arg, (str, bytes, bytearray, memoryview)):
        data = arg.encode() if isinstance(arg, str) else bytes(arg)
        if len(data) > 1024:
            raise ValueError("fcntl string arg too long")
        room = buffer(data, 1024)
        call("fcntl", "iiip", fd, cmd, _ctypes.addressof(room))
        return room.raw[:len(data)]
    return call("fcntl", "iiip", fd, cmd, _int(arg) & 0xffffffffffffffff)


def ioctl(fd, request, arg=0, mutate_flag=True, /):
    fd = number(fd)
    request &= 0xffffffff
    if isinstance(arg, str):
        arg = arg.encode()
    if isinstance(arg, (bytes, bytearray, memoryview)) or hasattr(arg, "typecode"):
        view = memoryview(arg)
        if not view.readonly and mutate_flag:
            room = buffer(bytes(view), max(1024, view.nbytes))
            result = call("ioctl", "iinp", fd, request, _ctypes.addressof(room))
            view.cast("B")[:] = room.raw[:view.nbytes]
            return result
        data = bytes(view)
        if len(data) > 1024:
            raise ValueError("ioctl string arg too long")
        room = buffer(data, 1024)
        call("ioctl", "iinp", fd, request, _ctypes.addressof(room))
        return room.raw[:len(data)]
    return call("ioctl", "iinp", fd, request, _int(arg) & 0xffffffffffffffff)


def flock(fd, operation, /):
    call("flock", "iii", number(fd), operation, waits=not operation & LOCK_NB)


def lockf(fd, cmd, len=0, start=0, whence=0, /):
    fd = number(fd)
    if cmd & LOCK_UN:
        kind = F_UNLCK
    elif cmd & LOCK_SH:
        kind = F_RDLCK
    elif cmd & LOCK_EX:
        kind = F_WRLCK
    else:
        raise ValueError("unrecognized lockf argument")
    lock = buffer(_struct.pack("hhxxxxqqixxxx", kind, whence, start, len, 0))
    command = F_SETLK if cmd & LOCK_NB else F_SETLKW
    call("fcntl", "iiip", fd, command, _ctypes.addressof(lock), waits=command == F_SETLKW)
