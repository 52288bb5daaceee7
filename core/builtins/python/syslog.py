# Messages to the system's log, by the C library.
import sys as _sys
from _constants import constants as _constants
from _libc import call as _call

globals().update(_constants("""
LOG_ALERT=1 LOG_AUTH=32 LOG_AUTHPRIV=80 LOG_CONS=2 LOG_CRIT=2 LOG_CRON=72 LOG_DAEMON=24 LOG_DEBUG=7
LOG_EMERG=0 LOG_ERR=3 LOG_INFO=6 LOG_KERN=0 LOG_LOCAL0=128 LOG_LOCAL1=136 LOG_LOCAL2=144
LOG_LOCAL3=152 LOG_LOCAL4=160 LOG_LOCAL5=168 LOG_LOCAL6=176 LOG_LOCAL7=184 LOG_LPR=48 LOG_MAIL=16
LOG_NDELAY=8 LOG_NEWS=56 LOG_NOTICE=5 LOG_NOWAIT=16 LOG_ODELAY=4 LOG_PERROR=32 LOG_PID=1
LOG_SYSLOG=40 LOG_USER=8 LOG_UUCP=64 LOG_WARNING=4
"""))
_ident = []  # the C library keeps the address of the name, not the name


def openlog(ident=None, logoption=0, facility=LOG_USER):
    if ident is None:
        ident = _sys.argv[0].rpartition("/")[2] if _sys.argv else ""
    data = ident.encode() + b"\0"
    _ident[:] = [data]
    from ctypes import create_string_buffer, addressof
    kept = create_string_buffer(data)
    _ident.append(kept)
    _call("openlog", "ipii", addressof(kept), logoption, facility)


def syslog(priority, message=None, /):
    if message is None:
        priority, message = LOG_INFO, priority
    if not _ident:
        openlog()
    _call("syslog", "iipp", priority, b"%s", message.encode())


def closelog():
    _call("closelog", "i")
    _ident.clear()


def setlogmask(maskpri, /):
    return _call("setlogmask", "ii", maskpri)


def LOG_MASK(pri, /):
    return 1 << pri


def LOG_UPTO(pri, /):
    return (1 << pri + 1) - 1
