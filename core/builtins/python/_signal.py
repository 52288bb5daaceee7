# Signals: a program's handlers, which the main thread calls between two of its steps. What waits,
# masks and counts time is the C library's.
import _signals
import _threads
import errno
import posix
import sys

SIG_DFL, SIG_IGN = 0, 1
SIG_BLOCK, SIG_UNBLOCK, SIG_SETMASK = 0, 1, 2
ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF = 0, 1, 2
NSIG = 65
_NUMBERS = """HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT
    STOP TSTP TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH IO PWR SYS"""
for _number, _name in enumerate(_NUMBERS.split(), 1):
    globals()["SIG" + _name] = _number
SIGIOT, SIGCLD, SIGPOLL, SIGRTMIN, SIGRTMAX = SIGABRT, SIGCHLD, SIGIO, 34, 64
_ASK, _NOTE = -1, 2  # actions: none but to say what it is now; to call the program's function

ItimerError = OSError
_handlers = {}  # by number; what is not there has not been asked for yet


def default_int_handler(signalnum, frame, /):
    """The default handler for SIGINT installed by Python.

It raises KeyboardInterrupt."""
    raise KeyboardInterrupt


# Called by the virtual machine for each signal that has come.
def _call_handler(number):
    if _wakeup_fd >= 0:
        _write_number(number)
    handler = getsignal(number)
    if callable(handler):
        handler(number, sys._getframe())


def _check_number(number):
    number = int(number)
    if not 0 < number < NSIG:
        raise ValueError("signal number out of range")
    return number


# Sets what the system does with it, and answers what it did.
def _set_action(number, action):
    code, before = _signals.set_action(number, action)
    if code not in (0, errno.ENOSYS):
        raise OSError(code, posix.strerror(code))
    return before


def getsignal(signalnum, /):
    number = _check_number(signalnum)
    if number not in _handlers:
        action = _set_action(number, _ASK)
        _handlers[number] = default_int_handler if action == _NOTE else action
    return _handlers[number]


def signal(signalnum, handler, /):
    if _threads.ident() != _threads.main_ident():
        raise ValueError("signal only works in main thread of the main interpreter")
    number = _check_number(signalnum)
    if callable(handler):
        action = _NOTE
    elif handler in (SIG_DFL, SIG_IGN):
        action = int(handler)
    else:
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable "
                        "object")
    _signals.handle()
    before = getsignal(number)
    _set_action(number, action)
    _handlers[number] = handler
    return before


def raise_signal(signalnum, /):
    _libc().call("raise", "ii", int(signalnum))
    _signals.handle()


def _libc():
    import _libc
    return _libc


def alarm(seconds, /):
    return _libc().function("alarm", "uu")(int(seconds))


def pause():
    _libc().function("pause", "i")()
    _signals.handle()


def siginterrupt(signalnum, flag, /):
    _libc().call("siginterrupt", "iii", _check_number(signalnum), int(flag))


def strsignal(signalnum, /):
    import ctypes
    describe = _libc().library.strsignal
    describe.restype = ctypes.c_char_p
    number = _check_number(signalnum)
    return describe(number).decode() if number in valid_signals() else None


def valid_signals():
    return set(range(1, 32)) | set(range(SIGRTMIN, NSIG))


# --- interval timers: a struct itimerval is four longs


def _split(seconds):
    whole = int(seconds // 1)
    return whole, int((seconds - whole) * 1e6)


def _timer_values(value):
    return value[2] + value[3] / 1e6, value[0] + value[1] / 1e6


def setitimer(which, seconds, interval=0.0, /):
    import ctypes
    four = ctypes.c_long * 4
    new, old = four(*_split(interval), *_split(seconds)), four()
    _libc().call("setitimer", "iipp", which, ctypes.addressof(new), ctypes.addressof(old))
    return _timer_values(old)


def getitimer(which, /):
    import ctypes
    value = (ctypes.c_long * 4)()
    _libc().call("getitimer", "iip", which, ctypes.addressof(value))
    return _timer_values(value)


# --- masks: a sigset_t is 1024 bits


def _mask_of(signals):
    import ctypes
    bits = 0
    for number in signals:
        if number not in valid_signals():
            raise ValueError(f"signal number {int(number)} out of range [1; {NSIG - 1}]")
        bits |= 1 << number - 1
    return (ctypes.c_uint64 * 16)(bits)


def _signals_of(mask):
    return {number for number in valid_signals() if mask[0] >> number - 1 & 1}


# A call that answers an errno instead of setting it.
def _check(code):
    if code:
        raise OSError(code, posix.strerror(code))


def pthread_sigmask(how, mask, /):
    import ctypes
    new, old = _mask_of(mask), _mask_of(())
    _check(_libc().function("pthread_sigmask", "iipp")(how, ctypes.addressof(new),
                                                      ctypes.addressof(old)))
    _signals.handle()
    return _signals_of(old)


def sigpending():
    import ctypes
    mask = _mask_of(())
    _libc().call("sigpending", "ip", ctypes.addressof(mask))
    return _signals_of(mask)


def sigwait(sigset, /):
    import ctypes
    mask, number = _mask_of(sigset), ctypes.c_int()
    _check(_libc().function("sigwait", "ipp")(ctypes.addressof(mask), ctypes.addressof(number)))
    return number.value


# Threads share the process's signals; only the main one handles them.
def pthread_kill(thread_id, signalnum, /):
    posix.kill(posix.getpid(), signalnum)


def set_wakeup_fd(fd, *, warn_on_full_buffer=True):
    global _wakeup_fd, _warns_when_full
    if _threads.ident() != _threads.main_ident():
        raise ValueError("set_wakeup_fd only works in main thread of the main interpreter")
    if fd != -1:
        posix.fstat(fd)
        if posix.get_blocking(fd):
            raise ValueError(f"the fd {fd} must be in non-blocking mode")
    before, _wakeup_fd = _wakeup_fd, fd
    _warns_when_full = bool(warn_on_full_buffer)
    return before


_wakeup_fd = -1
_warns_when_full = True


# For who waits for the file: the number of the signal, as a byte.
def _write_number(number):
    try:
        posix.write(_wakeup_fd, bytes([number]))
    except OSError as e:
        if _warns_when_full or not isinstance(e, BlockingIOError):
            from _sys import _report_unraisable
            _report_unraisable(None, e,
                               "Exception ignored when trying to write to the signal wakeup fd")
_signals.set_function(_call_handler)
