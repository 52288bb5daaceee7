# Limits and use of the process's resources, by the C library.
import ctypes as _ctypes
import struct as _struct
import _structseq
from _constants import constants as _constants
from _libc import buffer as _buffer, call as _call

globals().update(_constants("""
RLIMIT_AS=9 RLIMIT_CORE=4 RLIMIT_CPU=0 RLIMIT_DATA=2 RLIMIT_FSIZE=1 RLIMIT_MEMLOCK=8
RLIMIT_MSGQUEUE=12 RLIMIT_NICE=13 RLIMIT_NOFILE=7 RLIMIT_NPROC=6 RLIMIT_OFILE=7 RLIMIT_RSS=5
RLIMIT_RTPRIO=14 RLIMIT_RTTIME=15 RLIMIT_SIGPENDING=11 RLIMIT_STACK=3 RLIM_INFINITY=-1
RUSAGE_CHILDREN=-1 RUSAGE_SELF=0 RUSAGE_THREAD=1
"""))
error = OSError
struct_rusage = _structseq.make("resource", "struct_rusage", (
    "ru_utime", "ru_stime", "ru_maxrss", "ru_ixrss", "ru_idrss", "ru_isrss", "ru_minflt",
    "ru_majflt", "ru_nswap", "ru_inblock", "ru_oublock", "ru_msgsnd", "ru_msgrcv", "ru_nsignals",
    "ru_nvcsw", "ru_nivcsw"))


def getpagesize():
    return _call("getpagesize", "i")


def getrusage(who, /):
    if who not in (RUSAGE_SELF, RUSAGE_CHILDREN, RUSAGE_THREAD):
        raise ValueError("invalid who parameter")
    room = _buffer(b"", 144)
    _call("getrusage", "iip", who, _ctypes.addressof(room))
    return _usage(room.raw)


# The record that struct rusage's bytes are; os.wait4() has one too.
def _usage(data):
    n = _struct.unpack("18q", data)
    return struct_rusage((n[0] + n[1] / 1e6, n[2] + n[3] / 1e6) + n[4:])


def _signed(n):
    return n - (1 << 64) if n >> 63 else n


def _limit(pid, resource, limits):
    if not 0 <= resource < 16:
        raise ValueError("invalid resource specified")
    new = 0
    if limits is not None:
        try:
            soft, hard = limits
        except (TypeError, ValueError):
            raise ValueError("expected a tuple of 2 integers") from None
        made = _buffer(_struct.pack("2Q", *[n.__index__() & 0xffffffffffffffff
                                           for n in (soft, hard)]))
        new = _ctypes.addressof(made)
    room = _buffer(b"", 16)
    try:
        _call("prlimit", "iiipp", pid, resource, new, _ctypes.addressof(room))
    except PermissionError:
        if pid or limits is None:
            raise
        raise ValueError("not allowed to raise maximum limit") from None
    except OSError as e:
        if pid or limits is None or e.errno != 22:
            raise
        raise ValueError("current limit exceeds maximum limit") from None
    return tuple([_signed(n) for n in _struct.unpack("2Q", room.raw)])


def getrlimit(resource, /):
    return _limit(0, resource, None)


def setrlimit(resource, limits, /):
    _limit(0, resource, limits)


def prlimit(pid, resource, limits=None, /):
    return _limit(pid, resource, limits)
