# Signals by name: enumerations over the numbers of _signal.
import _signal
from _signal import *
from enum import IntEnum



def _enumeration(name, *prefixes, without=()):
    members = {key: value for key, value in vars(_signal).items()
               if key.startswith(prefixes) and not key.startswith(without)}
    made = IntEnum(name, members, module=__name__)
    globals().update(made.__members__)
    return made


Signals = _enumeration("Signals", "SIG", without=("SIG_",))
Handlers = _enumeration("Handlers", "SIG_DFL", "SIG_IGN")
Sigmasks = _enumeration("Sigmasks", "SIG_BLOCK", "SIG_UNBLOCK", "SIG_SETMASK")


def _to_enum(value, cls):
    if not isinstance(value, int):
        return value
    try:
        return cls(value)
    except ValueError:
        return value


def getsignal(signalnum):
    return _to_enum(_signal.getsignal(signalnum), Handlers)


def signal(signalnum, handler):
    return _to_enum(_signal.signal(signalnum, handler), Handlers)


def pthread_sigmask(how, mask):
    return {_to_enum(number, Signals) for number in _signal.pthread_sigmask(how, mask)}


def sigpending():
    return {_to_enum(number, Signals) for number in _signal.sigpending()}


def sigwait(sigset):
    return _to_enum(_signal.sigwait(sigset), Signals)


def valid_signals():
    return {_to_enum(number, Signals) for number in _signal.valid_signals()}


default_int_handler = _signal.default_int_handler
