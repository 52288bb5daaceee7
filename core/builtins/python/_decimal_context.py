# Contexts of decimals, and which one is the current one.
#
# The current context is a context variable's value. A thread remembers it until the variables may
# have changed (_threads.context_changed), so that operations in C++ find it at once.
from _contextvars import ContextVar
from collections.abc import MutableMapping

import _decimal_numbers as numbers
from _decimal_signals import (ANY_INVALID_OPERATION, CLAMPED, CONVERSION_SYNTAX, DIVISION_BY_ZERO,
                              FLOAT_OPERATION, HALF_EVEN, INEXACT, InvalidOperation, MAX_EMAX,
                              MAX_PREC, MIN_EMIN, OVERFLOW, ROUNDED, ROUNDINGS, SIGNALS, SUBNORMAL,
                              UNDERFLOW, raise_signals, rounding_number, signal_bits)


# A view of the signals in one of a context's attributes.
class SignalDictMixin:
    __module__ = "decimal"
    __slots__ = ("_context", "_attribute")

    def __len__(self, /):
        return len(SIGNALS)

    def __iter__(self, /):
        return iter(tuple(SIGNALS))

    def __getitem__(self, signal):
        return getattr(self._context, self._attribute) & signal_bits(signal) != 0

    def __setitem__(self, signal, value):
        bits = signal_bits(signal)
        status = getattr(self._context, self._attribute)
        setattr(self._context, self._attribute, status | bits if value else status & ~bits)

    def __delitem__(self, signal):
        raise ValueError("signal keys cannot be deleted")

    def __repr__(self, /):
        return "{" + ", ".join([f"<class 'decimal.{signal.__name__}'>:{self[signal]}"
                                for signal in SIGNALS]) + "}"

    def __eq__(self, other, /):
        mine = getattr(self._context, self._attribute)
        if isinstance(other, SignalDictMixin):
            return mine == getattr(other._context, other._attribute)
        if isinstance(other, dict):
            try:
                return mine == _bits_of_dict(other)
            except (KeyError, TypeError):
                pass
        return NotImplemented

    __hash__ = None

    def copy(self, /):
        return {signal: self[signal] for signal in SIGNALS}


class SignalDict(SignalDictMixin, MutableMapping):
    __module__ = "abc"


def _view(context, attribute):
    view = SignalDict()
    view._context = context
    view._attribute = attribute
    return view


def _bits_of_dict(signals):
    if not isinstance(signals, dict):
        raise TypeError("argument must be a signal dict")
    if len(signals) != len(SIGNALS):
        raise KeyError("invalid signal dict")
    bits = 0
    for signal, signal_bits in SIGNALS.items():
        if signal not in signals:
            raise KeyError("invalid signal dict")
        if signals[signal]:
            bits |= signal_bits
    return bits


def _bits_of_signals(signals):
    if isinstance(signals, SignalDictMixin):
        return getattr(signals._context, signals._attribute)
    return _bits_of_dict(signals)


def _bits_of_argument(signals):
    if not isinstance(signals, list):
        return _bits_of_signals(signals)
    bits = 0
    for signal in signals:
        bits |= signal_bits(signal)
    return bits


def _within(value, least, most, message):
    if not isinstance(value, int):
        raise TypeError("an integer is required")
    if not -2**63 <= value < 2**63:
        raise OverflowError("Python int too large to convert to C ssize_t")
    if not least <= value <= most:
        raise ValueError(message)
    return int(value)


@_in_c
class Context:
    """Context(prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None)
--

The context affects almost all operations and controls rounding,
Over/Underflow, raising of exceptions and much more.  A new context
can be initialized as follows:

    >>> c = Context(prec=28, Emin=-425000000, Emax=425000000,
    ...             rounding=ROUND_HALF_EVEN, capitals=1, clamp=1,
    ...             traps=[InvalidOperation, DivisionByZero, Overflow],
    ...             flags=[])
    >>>


"""
    __module__ = "decimal"
    __slots__ = ("_prec", "_rounding", "_emin", "_emax", "_capitals", "_clamped", "_status",
                 "_trapped", "_flags", "_traps")

    def __new__(cls, *args, **keywords):
        self = object.__new__(cls)
        template = DefaultContext
        if template is None:
            self._prec = 28
            self._rounding = HALF_EVEN
            self._emin = -999999
            self._emax = 999999
            self._capitals = 1
            self._clamped = 0
            self._status = 0
            self._trapped = ANY_INVALID_OPERATION | DIVISION_BY_ZERO | OVERFLOW
        else:
            _assign(self, template)
            self._capitals = 1
        self._flags = _view(self, "_status")
        self._traps = _view(self, "_trapped")
        return self

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None,
                 flags=None, traps=None):
        _set_attributes(self, prec, rounding, Emin, Emax, capitals, clamp, flags, traps)

    def __delattr__(self, name):
        raise AttributeError("context attributes cannot be deleted")

    @property
    def prec(self):
        return self._prec

    @prec.setter
    def prec(self, value):
        self._prec = _within(value, 1, MAX_PREC, "valid range for prec is [1, MAX_PREC]")

    @property
    def Emin(self):
        return self._emin

    @Emin.setter
    def Emin(self, value):
        self._emin = _within(value, MIN_EMIN, 0, "valid range for Emin is [MIN_EMIN, 0]")

    @property
    def Emax(self):
        return self._emax

    @Emax.setter
    def Emax(self, value):
        self._emax = _within(value, 0, MAX_EMAX, "valid range for Emax is [0, MAX_EMAX]")

    @property
    def rounding(self):
        return ROUNDINGS[self._rounding]

    @rounding.setter
    def rounding(self, value):
        self._rounding = rounding_number(value)

    @property
    def capitals(self):
        return self._capitals

    @capitals.setter
    def capitals(self, value):
        self._capitals = _within(value, 0, 1, "valid values for capitals are 0 or 1")

    @property
    def clamp(self):
        return self._clamped

    @clamp.setter
    def clamp(self, value):
        self._clamped = _within(value, 0, 1, "valid values for clamp are 0 or 1")

    @property
    def flags(self):
        return self._flags

    @flags.setter
    def flags(self, signals):
        self._status = _bits_of_signals(signals)

    @property
    def traps(self):
        return self._traps

    @traps.setter
    def traps(self, signals):
        self._trapped = _bits_of_signals(signals)

    def clear_flags(self, /):
        """Reset all flags to False.

"""
        self._status = 0

    def clear_traps(self, /):
        """Set all traps to False.

"""
        self._trapped = 0

    def __repr__(self, /):
        return (f"Context(prec={self._prec}, rounding={ROUNDINGS[self._rounding]}, "
                f"Emin={self._emin}, Emax={self._emax}, capitals={self._capitals}, "
                f"clamp={self._clamped}, flags=[{_names(self._status)}], "
                f"traps=[{_names(self._trapped)}])")

    def __reduce__(self, /):
        return type(self), (self._prec, ROUNDINGS[self._rounding], self._emin, self._emax,
                            self._capitals, self._clamped, _signals(self._status),
                            _signals(self._trapped))

    def copy(self, /):
        """Return a duplicate of the context with all flags cleared.

"""
        return _copy(self)

    def __copy__(self, /):
        return _copy(self)

    def Etiny(self, /):
        """Return a value equal to Emin - prec + 1, which is the minimum exponent value
for subnormal results.  When underflow occurs, the exponent is set to Etiny.

"""
        return self._emin - self._prec + 1

    def Etop(self, /):
        """Return a value equal to Emax - prec + 1.  This is the maximum exponent
if the _clamp field of the context is set to 1 (IEEE clamp mode).  Etop()
must not be negative.

"""
        return self._emax - self._prec + 1


def _signals(status):
    return [signal for signal, bits in SIGNALS.items() if status & bits]


# In the order of the bits.
def _names(status):
    names = []
    for bit, name in _NAMES:
        if status & bit and name not in names:
            names.append(name)
    return ", ".join(names)


_NAMES = [(CLAMPED, "Clamped"), (CONVERSION_SYNTAX, "InvalidOperation"),
          (DIVISION_BY_ZERO, "DivisionByZero"), (0x38, "InvalidOperation"), (INEXACT, "Inexact"),
          (0x380, "InvalidOperation"), (FLOAT_OPERATION, "FloatOperation"),
          (OVERFLOW, "Overflow"), (ROUNDED, "Rounded"), (SUBNORMAL, "Subnormal"),
          (UNDERFLOW, "Underflow")]


def _assign(context, other):
    context._prec = other._prec
    context._rounding = other._rounding
    context._emin = other._emin
    context._emax = other._emax
    context._capitals = other._capitals
    context._clamped = other._clamped
    context._status = other._status
    context._trapped = other._trapped


def _copy(context):
    copy = Context()
    _assign(copy, context)
    return copy


def _set_attributes(context, prec, rounding, Emin, Emax, capitals, clamp, flags, traps):
    if prec is not None:
        context.prec = prec
    if rounding is not None:
        context.rounding = rounding
    if Emin is not None:
        context.Emin = Emin
    if Emax is not None:
        context.Emax = Emax
    if capitals is not None:
        context.capitals = capitals
    if clamp is not None:
        context.clamp = clamp
    if traps is not None:
        context._trapped = _bits_of_argument(traps)
    if flags is not None:
        context._status = _bits_of_argument(flags)


# What the arguments are is told by __init__.
Context.__new__.__wrapped__ = Context.__init__
del Context.__slots__

DefaultContext = None
DefaultContext = Context()
BasicContext = Context(prec=9, rounding="ROUND_HALF_UP")
BasicContext._trapped |= UNDERFLOW | CLAMPED
ExtendedContext = Context(prec=9)
ExtendedContext._trapped = 0
_TEMPLATES = (DefaultContext, BasicContext, ExtendedContext)

_current = ContextVar("decimal_context")


def getcontext():
    """Get the current default context.

"""
    context = numbers.context()
    if context is not None:
        return context
    context = _current.get(None)
    if context is None:
        context = _copy(DefaultContext)
        context._status = 0
        _current.set(context)
    numbers.set_context(context)
    return context


def setcontext(context, /):
    """Set a new default context.

"""
    if not isinstance(context, Context):
        raise TypeError("argument must be a context")
    for template in _TEMPLATES:
        if context is template:
            context = _copy(context)
            context._status = 0
    _current.set(context)


@_in_c
class ContextManager:
    __module__ = "decimal"
    __slots__ = ("_local", "_global")

    def __enter__(self, /):
        setcontext(self._local)
        return self._local

    def __exit__(self, *args):
        setcontext(self._global)


def localcontext(ctx=None, **kwargs):
    """Return a context manager that will set the default context to a copy of ctx
on entry to the with-statement and restore the previous default context when
exiting the with-statement. If no context is supplied, a copy of the current
default context is used.

"""
    context = getcontext()
    for name in kwargs:
        if name not in _ATTRIBUTES:
            raise TypeError(f"'{name}' is an invalid keyword argument for this function")
    if ctx is None:
        ctx = context
    elif not isinstance(ctx, Context):
        raise TypeError("optional argument must be a context")
    manager = object.__new__(ContextManager)
    manager._local = _copy(ctx)
    manager._global = context
    _set_attributes(manager._local, *[kwargs.get(name) for name in _ATTRIBUTES])
    return manager


_ATTRIBUTES = ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps")


# The context of a call: None is the current one.
def context_argument(context):
    if context is None:
        return getcontext()
    if not isinstance(context, Context):
        raise TypeError("optional argument must be a context")
    return context


# Tells a context of conditions; raises what it traps.
def signal(context, status):
    context._status |= status
    trapped = status & context._trapped
    if trapped:
        raise_signals(trapped)


# A context for the steps of a calculation: it signals nothing, and its exponents have no bounds but
# the greatest.
def work_context(prec):
    context = object.__new__(Context)
    context._prec = prec
    context._rounding = HALF_EVEN
    context._emin = MIN_EMIN
    context._emax = MAX_EMAX
    context._capitals = 1
    context._clamped = context._status = context._trapped = 0
    context._flags = context._traps = None  # it is found faster if its attributes are all there
    return context
