# Signals of decimals: the exceptions, the bits that stand for them in a context, rounding modes and
# limits.
#
# A signal is one condition, or several: InvalidOperation is what ConversionSyntax, DivisionUndefined
# and the like raise. Conditions are bits (core/builtins/decimal/number.h).


class DecimalException(ArithmeticError):
    __module__ = "decimal"


class Clamped(DecimalException):
    __module__ = "decimal"


class Rounded(DecimalException):
    __module__ = "decimal"


class Inexact(DecimalException):
    __module__ = "decimal"


class Subnormal(DecimalException):
    __module__ = "decimal"


class Underflow(Inexact, Rounded, Subnormal):
    __module__ = "decimal"


class Overflow(Inexact, Rounded):
    __module__ = "decimal"


class DivisionByZero(DecimalException, ZeroDivisionError):
    __module__ = "decimal"


class FloatOperation(DecimalException, TypeError):
    __module__ = "decimal"


class InvalidOperation(DecimalException):
    __module__ = "decimal"


class ConversionSyntax(InvalidOperation):
    __module__ = "decimal"


class DivisionImpossible(InvalidOperation):
    __module__ = "decimal"


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    __module__ = "decimal"


class InvalidContext(InvalidOperation):
    __module__ = "decimal"


CLAMPED = 0x1
CONVERSION_SYNTAX = 0x2
DIVISION_BY_ZERO = 0x4
DIVISION_IMPOSSIBLE = 0x8
DIVISION_UNDEFINED = 0x10
INEXACT = 0x40
INVALID_OPERATION = 0x100
MEMORY_ERROR = 0x200
FLOAT_OPERATION = 0x400
OVERFLOW = 0x800
ROUNDED = 0x1000
SUBNORMAL = 0x2000
UNDERFLOW = 0x4000
ANY_INVALID_OPERATION = 0x3ba
ERRORS = ANY_INVALID_OPERATION | DIVISION_BY_ZERO

# In the order in which programs see them, and in which one is chosen to be raised.
SIGNALS = {
    InvalidOperation: ANY_INVALID_OPERATION,
    FloatOperation: FLOAT_OPERATION,
    DivisionByZero: DIVISION_BY_ZERO,
    Overflow: OVERFLOW,
    Underflow: UNDERFLOW,
    Subnormal: SUBNORMAL,
    Inexact: INEXACT,
    Rounded: ROUNDED,
    Clamped: CLAMPED,
}
_CONDITIONS = {
    InvalidOperation: INVALID_OPERATION,
    ConversionSyntax: CONVERSION_SYNTAX,
    DivisionImpossible: DIVISION_IMPOSSIBLE,
    DivisionUndefined: DIVISION_UNDEFINED,
    InvalidContext: 0x80,
}

ROUND_UP = "ROUND_UP"
ROUND_DOWN = "ROUND_DOWN"
ROUND_CEILING = "ROUND_CEILING"
ROUND_FLOOR = "ROUND_FLOOR"
ROUND_HALF_UP = "ROUND_HALF_UP"
ROUND_HALF_DOWN = "ROUND_HALF_DOWN"
ROUND_HALF_EVEN = "ROUND_HALF_EVEN"
ROUND_05UP = "ROUND_05UP"
ROUNDINGS = (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN,
             ROUND_HALF_EVEN, ROUND_05UP)
_NUMBERS = {rounding: number for number, rounding in enumerate(ROUNDINGS)}
DOWN, CEILING, FLOOR, HALF_EVEN = 1, 2, 3, 6

MAX_PREC = 999999999999999999
MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999
MIN_ETINY = -1999999999999999997


_exceptions = {}  # by what is trapped: class, conditions


def raise_signals(trapped):
    known = _exceptions.get(trapped)
    if known is None:
        signal = [signal for signal, bits in SIGNALS.items() if trapped & bits][0]
        known = _exceptions[trapped] = (signal, conditions(trapped))
    signal, found = known
    raise signal(found.copy())


# What an exception says: InvalidOperation as the conditions that it is, then the other signals.
def conditions(status):
    found = [c for c, bit in _CONDITIONS.items() if status & bit]
    return found + [s for s, bits in SIGNALS.items() if s is not InvalidOperation and status & bits]


# The number of a rounding mode.
def rounding_number(rounding):
    try:
        return _NUMBERS[rounding]
    except (KeyError, TypeError):
        raise TypeError("""valid values for rounding are:
  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,
   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,
   ROUND_05UP]""") from None


# The bits of a signal.
def signal_bits(signal):
    try:
        return SIGNALS[signal]
    except (KeyError, TypeError):
        raise KeyError("""valid values for signals are:
  [InvalidOperation, FloatOperation, DivisionByZero,
   Overflow, Underflow, Subnormal, Inexact, Rounded,
   Clamped]""") from None
