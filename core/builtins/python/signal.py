# Signals: names, and handlers that are remembered but not called.
from enum import IntEnum


class Signals(IntEnum):
    SIGHUP, SIGINT, SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGKILL, SIGUSR1 = (
        range(1, 11))
    SIGSEGV, SIGUSR2, SIGPIPE, SIGALRM, SIGTERM, SIGSTKFLT, SIGCHLD, SIGCONT, SIGSTOP = (
        range(11, 20))
    SIGTSTP, SIGTTIN, SIGTTOU, SIGURG, SIGXCPU, SIGXFSZ, SIGVTALRM, SIGPROF, SIGWINCH = (
        range(20, 29))
    SIGIO, SIGPWR, SIGSYS = 29, 30, 31


class Handlers(IntEnum):
    SIG_DFL, SIG_IGN = 0, 1


globals().update(Signals.__members__)
globals().update(Handlers.__members__)
SIGPOLL = SIGIO
SIG_BLOCK, SIG_UNBLOCK, SIG_SETMASK = 0, 1, 2
NSIG = 65


def default_int_handler(signalnum, frame):
    raise KeyboardInterrupt


_handlers = {SIGINT: default_int_handler}


def getsignal(signalnum):
    return _handlers.get(signalnum, SIG_DFL)


def signal(signalnum, handler):
    if not callable(handler) and handler not in (SIG_DFL, SIG_IGN):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable "
                        "object")
    if handler not in (SIG_DFL, SIG_IGN, default_int_handler):
        raise NotImplementedError("signal.signal: handlers of programs are not supported by "
                                  "Hothouse")
    old = getsignal(signalnum)
    _handlers[signalnum] = handler
    return old


def alarm(seconds):
    raise NotImplementedError("signal.alarm is not supported by Hothouse")


def raise_signal(signalnum):
    handler = getsignal(signalnum)
    if handler is default_int_handler:
        raise KeyboardInterrupt
    raise NotImplementedError("signal.raise_signal is not supported by Hothouse")


def set_wakeup_fd(fd, *, warn_on_full_buffer=True):
    return -1


def strsignal(signalnum):
    return None


def valid_signals():
    return set(range(1, 65))
