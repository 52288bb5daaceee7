# The system calls of os that few programs use, by the C library: posix.py comes here when the first
# of them is called. Files and signals that all programs use go through the host (core/host.h).
import ctypes
import os
import posix
import struct
import _structseq
from _libc import buffer, call, function, number, raise_error

_at = ctypes.addressof

# Name, result and parameters (see _libc.function); -1 is an error, None the answer of those
# whose line begins with "-".
_PLAIN = """
getpgid ii; getpgrp i; getsid ii; getuid u; geteuid u; getgid u; getegid u; umask ii;
tcgetpgrp ii; -tcsetpgrp iii; -setpgid iii; -setuid iu; -setgid iu; -seteuid iu; -setegid iu;
-setreuid iuu; -setregid iuu; -setresuid iuuu; -setresgid iuuu; -setsid i; -sched_yield i;
-killpg iii; -fchdir ii; -fchown iiuu; sched_get_priority_max ii; sched_get_priority_min ii;
sched_getscheduler ii; -posix_fallocate iiqq; -posix_fadvise iiqqi; -login_tty ii
"""


# A user's or group's number, -1 as C has it.
def _id(value, what):
    n = value.__index__()
    if n < -1:
        raise OverflowError(f"{what} is less than minimum")
    if n >> 32 > 0:
        raise OverflowError(f"{what} is greater than maximum")
    return n & 0xffffffff


def _plain(name, kinds, silent):
    def made(*args):
        if len(args) != len(kinds) - 1:
            raise TypeError(f"{name} expected {len(kinds) - 1} arguments, got {len(args)}")
        for a in args:
            if not hasattr(a, "__index__"):
                raise TypeError(f"'{type(a).__name__}' object cannot be interpreted as an integer")
        result = call(name, kinds, *[_id(a, "gid" if "g" in name else "uid") if k == "u" else
                                     a.__index__() for a, k in zip(args, kinds[1:])])
        return None if silent else result
    made.__name__ = name
    return made


for _entry in _PLAIN.replace("\n", " ").split(";"):
    _name, _kinds = _entry.split()
    globals()[_name.strip("-")] = _plain(_name.strip("-"), _kinds, _name[0] == "-")


def setpgrp():
    setpgid(0, 0)


def sync():
    function("sync", "i")()


# --- paths


def _path(path):
    return os.fsencode(path)


# Calls a function of a path, or another of an open file.
def _on(path, name, file_name, kinds, *args):
    if isinstance(path, int):
        return call(file_name, kinds[0] + "i" + kinds[2:], path, *args)
    try:
        return call(name, kinds, _path(path), *args)
    except OSError as e:
        e.filename = path
        raise


def chown(path, uid, gid, *, dir_fd=None, follow_symlinks=True):
    path = posix._beside(path, dir_fd)
    _on(path, "chown" if follow_symlinks else "lchown", "fchown", "ipuu", _id(uid, "uid"),
        _id(gid, "gid"))


def lchown(path, uid, gid):
    chown(path, uid, gid, follow_symlinks=False)


def fchmod(fd, mode):
    call("fchmod", "iii", number(fd), mode)


def chroot(path):
    _on(path, "chroot", "", "ip")


def mkfifo(path, mode=0o666, *, dir_fd=None):
    _on(posix._beside(path, dir_fd), "mkfifo", "", "ipu", mode)


def mknod(path, mode=0o600, device=0, *, dir_fd=None):
    _on(posix._beside(path, dir_fd), "mknod", "", "ipun", mode, device)


def access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True):
    flags = (0x200 if effective_ids else 0) | (0 if follow_symlinks else 0x100)
    return function("faccessat", "iipii")(-100 if dir_fd is None else dir_fd, _path(path), mode,
                                          flags) == 0


statvfs_result = _structseq.make("os", "statvfs_result", (
    "f_bsize", "f_frsize", "f_blocks", "f_bfree", "f_bavail", "f_files", "f_ffree", "f_favail",
    "f_flag", "f_namemax", "f_fsid"), 10)


def _set_link_times(path, ns):
    times = buffer(struct.pack("4q", *divmod(ns[0], 1000000000), *divmod(ns[1], 1000000000)))
    call("utimensat", "iippi", -100, _path(path), _at(times), 0x100)


def statvfs(path):
    room = buffer(b"", 112)
    _on(path, "statvfs", "fstatvfs", "ipp", _at(room))
    n = struct.unpack("11Q", room.raw[:88])
    return statvfs_result(n[:8] + n[9:] + (n[8],))


def fstatvfs(fd):
    return statvfs(number(fd))


def _attributes(path, name, kinds, follow_symlinks, *args):
    return _on(path, name if follow_symlinks else "l" + name, "f" + name, kinds, *args)


def getxattr(path, attribute, *, follow_symlinks=True):
    size = _attributes(path, "getxattr", "nppnn", follow_symlinks, _path(attribute), 0, 0)
    room = buffer(b"", size)
    size = _attributes(path, "getxattr", "nppnn", follow_symlinks, _path(attribute), _at(room),
                       size)
    return room.raw[:size]


def setxattr(path, attribute, value, flags=0, *, follow_symlinks=True):
    value = bytes(value)
    _attributes(path, "setxattr", "ipppni", follow_symlinks, _path(attribute), value, len(value),
                flags)


def removexattr(path, attribute, *, follow_symlinks=True):
    _attributes(path, "removexattr", "ipp", follow_symlinks, _path(attribute))


def listxattr(path=None, *, follow_symlinks=True):
    path = "." if path is None else path
    size = _attributes(path, "listxattr", "nppn", follow_symlinks, 0, 0)
    room = buffer(b"", size)
    size = _attributes(path, "listxattr", "nppn", follow_symlinks, _at(room), size)
    return [os.fsdecode(n) for n in room.raw[:size].split(b"\0")[:-1]]


# --- open files


def pread(fd, length, offset, /):
    room = buffer(b"", length)
    n = call("pread", "nipnq", fd, _at(room), length, offset)
    return room.raw[:n]


def pwrite(fd, data, offset, /):
    data = bytes(data)
    return call("pwrite", "nipnq", fd, data, len(data), offset)


# Reads into (or writes from) several buffers one after the other.
def _fill(buffers, data):
    at = 0
    for target in buffers:
        view = memoryview(target).cast("B")
        piece = data[at:at + len(view)]
        view[:len(piece)] = piece
        at += len(piece)
    return len(data)


def _total(buffers):
    return sum([memoryview(b).nbytes for b in buffers])


def _rows(buffers):
    if isinstance(buffers, (list, tuple)) or hasattr(buffers, "__getitem__"):
        return list(buffers)
    raise TypeError("an argument must be a sequence")


def readv(fd, buffers, /):
    buffers = _rows(buffers)
    return _fill(buffers, posix.read(fd, _total(buffers)))


def writev(fd, buffers, /):
    return posix.write(fd, b"".join([bytes(b) for b in _rows(buffers)]))


def preadv(fd, buffers, offset, flags=0, /):
    buffers = _rows(buffers)
    return _fill(buffers, pread(fd, _total(buffers), offset))


def pwritev(fd, buffers, offset, flags=0, /):
    return pwrite(fd, b"".join([bytes(b) for b in _rows(buffers)]), offset)


def _place(offset):
    return None if offset is None else buffer(struct.pack("q", offset))


def sendfile(out_fd, in_fd, offset, count):
    place = _place(offset)
    return call("sendfile", "niipn", out_fd, in_fd, 0 if place is None else _at(place), count)


def copy_file_range(src, dst, count, offset_src=None, offset_dst=None):
    if count < 0:
        raise ValueError("negative value for 'count' not allowed")
    places = [_place(offset_src), _place(offset_dst)]
    a, b = [0 if p is None else _at(p) for p in places]
    return call("copy_file_range", "nipipnu", src, a, dst, b, count, 0)


def splice(src, dst, count, offset_src=None, offset_dst=None, flags=0):
    if count < 0:
        raise ValueError("negative value for 'count' not allowed")
    places = [_place(offset_src), _place(offset_dst)]
    a, b = [0 if p is None else _at(p) for p in places]
    return call("splice", "nipipnu", src, a, dst, b, count, flags)


def lockf(fd, command, length, /):
    call("lockf", "iiiq", fd, command, length, waits=True)


def pipe2(flags, /):
    room = buffer(b"", 8)
    call("pipe2", "ipi", _at(room), flags)
    return struct.unpack("2i", room.raw)


def set_inheritable(fd, inheritable, /):
    old = call("fcntl", "iii", fd, 1)
    call("fcntl", "iiii", fd, 2, old & ~1 if inheritable else old | 1)


def get_inheritable(fd, /):
    return not call("fcntl", "iii", fd, 1) & 1


def set_blocking(fd, blocking, /):
    old = call("fcntl", "iii", fd, 3)
    call("fcntl", "iiii", fd, 4, old & ~2048 if blocking else old | 2048)


def get_blocking(fd, /):
    return not call("fcntl", "iii", fd, 3) & 2048


def closerange(fd_low, fd_high, /):
    for fd in range(max(0, fd_low), fd_high):
        function("close", "ii")(fd)


def eventfd(initval, flags=524288):
    return call("eventfd", "iui", initval, flags)


def eventfd_read(fd):
    return struct.unpack("Q", posix.read(fd, 8))[0]


def eventfd_write(fd, value):
    posix.write(fd, struct.pack("Q", value))


def memfd_create(name, flags=1):
    return call("memfd_create", "ipu", _path(name), flags)


def getrandom(size, flags=0):
    room = buffer(b"", size)
    n = call("getrandom", "npnu", _at(room), size, flags)
    return room.raw[:n]


# --- terminals


def get_terminal_size(fd=1):
    room = buffer(b"", 8)
    call("ioctl", "iinp", fd, 0x5413, _at(room))
    rows, columns = struct.unpack("4H", room.raw)[:2]
    return posix.terminal_size((columns, rows))


def openpty():
    room = buffer(b"", 8)
    call("openpty", "ippppp", _at(room), _at(room) + 4, 0, 0, 0)
    ends = struct.unpack("2i", room.raw)
    for fd in ends:
        set_inheritable(fd, False)
    return ends


def ttyname(fd, /):
    room = buffer(b"", 256)
    code = function("ttyname_r", "iipn")(fd, _at(room), 256)
    if code:
        raise OSError(code, posix.strerror(code))
    return os.fsdecode(room.value)


def ctermid():
    return "/dev/tty"


def device_encoding(fd):
    return "UTF-8" if posix.isatty(fd) else None
