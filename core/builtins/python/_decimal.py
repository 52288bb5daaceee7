# The C module of decimal.
from _decimal_signals import (Clamped, ConversionSyntax, DecimalException, DivisionByZero,
                              DivisionImpossible, DivisionUndefined, FloatOperation, Inexact,
                              InvalidContext, InvalidOperation, MAX_EMAX, MAX_PREC, MIN_EMIN,
                              MIN_ETINY, Overflow, ROUND_05UP, ROUND_CEILING, ROUND_DOWN,
                              ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP,
                              ROUND_UP, Rounded, Subnormal, Underflow)
from _decimal_context import (BasicContext, Context, DefaultContext, ExtendedContext, getcontext,
                              localcontext, setcontext)
from _decimal_type import Decimal, DecimalTuple
import _decimal_context_methods  # noqa: F401

__doc__ = "C decimal arithmetic module"
__version__ = "1.70"
__libmpdec_version__ = "2.5.1"
HAVE_CONTEXTVAR = True
HAVE_THREADS = True
del _decimal_context_methods
