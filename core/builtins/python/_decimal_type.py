# The class Decimal.
#
# An instance has a coefficient (_int, of a NaN its payload), an exponent, and bits that tell its sign
# and whether it is a number (_decimal_operations.py names them). Arithmetic is C++'s
# (core/builtins/modules/decimal.cpp). The methods have one test behind it: whether there is a result.
import _decimal_numbers as numbers
import _decimal_operations as operations
from _decimal_context import Context, context_argument, getcontext, signal
from _decimal_operations import (INFINITE, NAN, NEGATIVE, SIGNALING, SPECIAL, answer, checked,
                                 operand)
from _decimal_numbers import (add as _add, compare as _compare, divide as _divide,
                              divide_int as _divide_int, divmod as _divmod, minus as _minus,
                              multiply as _multiply, parse as _parse,
                              plain_power as _plain_power, plus as _plus,
                              quantize as _quantize, remainder as _remainder,
                              subtract as _subtract, text as _text)
from _decimal_signals import (CEILING, CONVERSION_SYNTAX, DOWN, FLOAT_OPERATION, FLOOR, HALF_EVEN,
                              INVALID_OPERATION, rounding_number)
from collections import namedtuple
import numbers as _abc

DecimalTuple = namedtuple("DecimalTuple", "sign digits exponent", module="decimal")


@_in_c
class Decimal:
    """Decimal(value="0", context=None)
--

Construct a new Decimal object. 'value' can be an integer, string, tuple,
or another Decimal object. If no value is given, return Decimal('0'). The
context does not affect the conversion and is only passed to determine if
the InvalidOperation trap is active.

"""
    __module__ = "decimal"
    __slots__ = ("_int", "_exp", "_form")

    def __new__(cls, value="0", context=None):
        if type(value) is str and context is None:
            r = _parse(value, True, None)
            if type(r) is Decimal and cls is Decimal:
                return r
        r = from_object(value, context_argument(context), True)
        return r if cls is Decimal else _instance(cls, r)

    @classmethod
    def from_float(cls, f, /):
        """Class method that converts a float to a decimal number, exactly."""
        r = _from_float(f, getcontext())
        return r if cls is Decimal else cls(r)

    # Text

    def __str__(self, /):
        r = _text(self, False, None)
        return r if r is not False else _text(self, False, getcontext())

    def __repr__(self, /):
        r = _text(self, False, None)
        return f"Decimal('{r if r is not False else _text(self, False, getcontext())}')"

    def to_eng_string(self, /, context=None):
        """Convert to an engineering-type string."""
        return _text(self, True, context_argument(context))

    def __format__(self, specification, override=None, /):
        if type(specification) is str and not specification and override is None:
            return Decimal.__str__(self)
        return format_decimal(self, specification, override)

    def as_tuple(self, /):
        """Return a tuple representation of the number."""
        sign = self._form & NEGATIVE
        if self._form & INFINITE:
            return DecimalTuple(sign, (0,), "F")
        digits = numbers.digit_tuple(self._int)
        if self._form & NAN:
            return DecimalTuple(sign, digits if self._int else (),
                                "N" if self._form & SIGNALING else "n")
        return DecimalTuple(sign, digits, self._exp)

    def __reduce__(self, /):
        return type(self), (Decimal.__str__(self),)

    def __copy__(self, /):
        return self

    def __deepcopy__(self, memo, /):
        return self

    def __sizeof__(self, /):
        words = (numbers.count_digits(self._int) + 18) // 19
        return 104 + (words * 8 if words > 4 else 0)

    # Comparison

    def __hash__(self, /):
        r = numbers.hash(self)
        return r if r is not None else object.__hash__(self)

    def __eq__(self, other, /):
        r = _compare(self, other)
        return r == 0 if r is not None else _compare_any(self, other, "==")

    def __ne__(self, other, /):
        r = _compare(self, other)
        return r != 0 if r is not None else _compare_any(self, other, "!=")

    def __lt__(self, other, /):
        r = _compare(self, other)
        return r < 0 if r is not None else _compare_any(self, other, "<")

    def __le__(self, other, /):
        r = _compare(self, other)
        return r <= 0 if r is not None else _compare_any(self, other, "<=")

    def __gt__(self, other, /):
        r = _compare(self, other)
        return r > 0 if r is not None else _compare_any(self, other, ">")

    def __ge__(self, other, /):
        r = _compare(self, other)
        return r >= 0 if r is not None else _compare_any(self, other, ">=")

    def __bool__(self, /):
        return self._int != 0 or self._form & SPECIAL != 0

    # Operators

    def __add__(self, other, /):
        r = _add(self, other, None)
        return r if type(r) is Decimal else _operator(_add, self, other, r)

    def __radd__(self, other, /):
        r = _add(other, self, None)
        return r if type(r) is Decimal else _operator(_add, other, self, r)

    def __sub__(self, other, /):
        r = _subtract(self, other, None)
        return r if type(r) is Decimal else _operator(_subtract, self, other, r)

    def __rsub__(self, other, /):
        r = _subtract(other, self, None)
        return r if type(r) is Decimal else _operator(_subtract, other, self, r)

    def __mul__(self, other, /):
        r = _multiply(self, other, None)
        return r if type(r) is Decimal else _operator(_multiply, self, other, r)

    def __rmul__(self, other, /):
        r = _multiply(other, self, None)
        return r if type(r) is Decimal else _operator(_multiply, other, self, r)

    def __truediv__(self, other, /):
        r = _divide(self, other, None)
        return r if type(r) is Decimal else _operator(_divide, self, other, r)

    def __rtruediv__(self, other, /):
        r = _divide(other, self, None)
        return r if type(r) is Decimal else _operator(_divide, other, self, r)

    def __floordiv__(self, other, /):
        r = _divide_int(self, other, None)
        return r if type(r) is Decimal else _operator(_divide_int, self, other, r)

    def __rfloordiv__(self, other, /):
        r = _divide_int(other, self, None)
        return r if type(r) is Decimal else _operator(_divide_int, other, self, r)

    def __mod__(self, other, /):
        r = _remainder(self, other, None)
        return r if type(r) is Decimal else _operator(_remainder, self, other, r)

    def __rmod__(self, other, /):
        r = _remainder(other, self, None)
        return r if type(r) is Decimal else _operator(_remainder, other, self, r)

    def __divmod__(self, other, /):
        r = _divmod(self, other, None)
        return r if type(r) is tuple else _operator(_divmod, self, other, r)

    def __rdivmod__(self, other, /):
        r = _divmod(other, self, None)
        return r if type(r) is tuple else _operator(_divmod, other, self, r)

    def __pow__(self, other, modulo=None, /):
        if modulo is None:
            r = _plain_power(self, other, None)
            if type(r) is Decimal:
                return r
        if _is_operand(other) and (modulo is None or _is_operand(modulo)):
            return power(self, other, getcontext(), modulo)
        return NotImplemented

    def __rpow__(self, other, modulo=None, /):
        if modulo is None:
            r = _plain_power(other, self, None)
            if type(r) is Decimal:
                return r
        if _is_operand(other) and (modulo is None or _is_operand(modulo)):
            return power(other, self, getcontext(), modulo)
        return NotImplemented

    def __neg__(self, /):
        r = _minus(self, None)
        return r if type(r) is Decimal else answer(_minus(self, getcontext()))

    def __pos__(self, /):
        r = _plus(self, None)
        return r if type(r) is Decimal else answer(_plus(self, getcontext()))

    def __abs__(self, /):
        return answer(numbers.absolute(self, getcontext()))

    # Conversion

    def __int__(self, /):
        return numbers.to_int(self, DOWN)

    def __trunc__(self, /):
        return numbers.to_int(self, DOWN)

    def __floor__(self, /):
        return numbers.to_int(self, FLOOR)

    def __ceil__(self, /):
        return numbers.to_int(self, CEILING)

    def __round__(self, /, *args):
        if not args:
            return numbers.to_int(self, HALF_EVEN)
        if len(args) > 1:
            raise TypeError(f"function takes at most 1 argument ({len(args)} given)")
        places = args[0]
        if not isinstance(places, int):
            raise TypeError("optional arg must be an integer")
        if not -2**63 <= places < 2**63:
            raise OverflowError("Python int too large to convert to C ssize_t")
        unit = numbers.make(1, min(-places, 2**63 - 1), 0)
        r = _quantize(self, unit, None, None)
        return r if type(r) is Decimal else answer(_quantize(self, unit, None, getcontext()))

    def __float__(self, /):
        form = self._form
        if form & NAN:
            if form & SIGNALING:
                raise ValueError("cannot convert signaling NaN to float")
            return float("-nan" if form & NEGATIVE else "nan")
        exponent = self._exp
        if not form and -300 < exponent < 0:
            return self._int / 10**-exponent
        return float(Decimal.__str__(self))

    def __complex__(self, /):
        return complex(Decimal.__float__(self), 0)

    def as_integer_ratio(self, /):
        """Return a pair of integers, whose ratio is equal to the number, in lowest terms."""
        if self._form & NAN:
            raise ValueError("cannot convert NaN to integer ratio")
        if self._form & INFINITE:
            raise OverflowError("cannot convert Infinity to integer ratio")
        n = -self._int if self._form & NEGATIVE else self._int
        if self._exp >= 0 or n == 0:
            return n * 10**self._exp if n else 0, 1
        d = 10**-self._exp
        common = gcd(n, d)
        return n // common, d // common

    @property
    def real(self, /):
        return self

    @property
    def imag(self, /):
        return numbers.make(0, 0, 0)

    def conjugate(self, /):
        """Return self."""
        return self

    def canonical(self, /):
        """Return the canonical encoding of the argument, which is the argument."""
        return self

    def radix(self, /):
        """Return Decimal(10), the base in which all numbers are."""
        return numbers.make(10, 0, 0)

    # What a number is

    def adjusted(self, /):
        """Return the exponent of the most significant digit."""
        return operations.adjusted(self)

    def is_canonical(self, /):
        """Return True, for all numbers are canonical."""
        return True

    def is_finite(self, /):
        """Return True if the argument is a finite number."""
        return not self._form & SPECIAL

    def is_infinite(self, /):
        """Return True if the argument is an infinity."""
        return self._form & INFINITE != 0

    def is_nan(self, /):
        """Return True if the argument is a NaN, quiet or signaling."""
        return self._form & NAN != 0

    def is_qnan(self, /):
        """Return True if the argument is a quiet NaN."""
        return self._form & (NAN | SIGNALING) == NAN

    def is_snan(self, /):
        """Return True if the argument is a signaling NaN."""
        return self._form & SIGNALING != 0

    def is_signed(self, /):
        """Return True if the argument has a negative sign."""
        return self._form & NEGATIVE != 0

    def is_zero(self, /):
        """Return True if the argument is a zero, of either sign."""
        return self._int == 0 and not self._form & SPECIAL

    def is_normal(self, /, context=None):
        """Return True if the argument is normal: not zero, special or subnormal."""
        return operations.is_normal(self, context_argument(context))

    def is_subnormal(self, /, context=None):
        """Return True if the argument is subnormal."""
        return operations.is_subnormal(self, context_argument(context))

    def number_class(self, /, context=None):
        """Return the name of the class of numbers that the argument belongs to."""
        return operations.number_class(self, context_argument(context))

    # Operations that have no operator

    def compare(self, /, other, context=None):
        """Compare as numbers: -1, 0, 1, or a NaN."""
        return operations.compare(self, other, context_argument(context))

    def compare_signal(self, /, other, context=None):
        """The same as compare(), but all NaNs signal."""
        return operations.compare_signal(self, other, context_argument(context))

    def compare_total(self, /, other, context=None):
        """Compare by representation: a total order of all numbers."""
        return operations.compare_total(self, other, context_argument(context))

    def compare_total_mag(self, /, other, context=None):
        """The same as compare_total() without signs."""
        return operations.compare_total_mag(self, other, context_argument(context))

    def copy_abs(self, /):
        """Return the absolute value, unaffected by the context."""
        return operations.with_sign(self, 0)

    def copy_negate(self, /):
        """Return the negation, unaffected by the context."""
        return operations.with_sign(self, ~self._form & NEGATIVE)

    def copy_sign(self, /, other, context=None):
        """Return the number with the sign of other."""
        return operations.copy_sign(self, other, context_argument(context))

    def exp(self, /, context=None):
        """Return e ** self, correctly rounded."""
        return exp(self, context_argument(context))

    def fma(self, /, other, third, context=None):
        """Return self * other + third, rounded once."""
        context = context_argument(context)
        return checked(numbers.fma(self, other, third, context), other, third)

    def ln(self, /, context=None):
        """Return the natural logarithm, correctly rounded."""
        return ln(self, context_argument(context))

    def log10(self, /, context=None):
        """Return the base ten logarithm, correctly rounded."""
        return log10(self, context_argument(context))

    def logb(self, /, context=None):
        """Return the adjusted exponent as a Decimal."""
        return operations.logb(self, context_argument(context))

    def logical_and(self, /, other, context=None):
        """Return the digitwise 'and' of the two numbers."""
        return operations.logical_and(self, other, context_argument(context))

    def logical_invert(self, /, context=None):
        """Return the digitwise inversion of the number."""
        return operations.logical_invert(self, context_argument(context))

    def logical_or(self, /, other, context=None):
        """Return the digitwise 'or' of the two numbers."""
        return operations.logical_or(self, other, context_argument(context))

    def logical_xor(self, /, other, context=None):
        """Return the digitwise 'exclusive or' of the two numbers."""
        return operations.logical_xor(self, other, context_argument(context))

    def max(self, /, other, context=None):
        """Return the greater number, rounded; a number rather than a quiet NaN."""
        return operations.maximum(self, other, context_argument(context))

    def max_mag(self, /, other, context=None):
        """The same as max() by absolute values."""
        return operations.maximum_mag(self, other, context_argument(context))

    def min(self, /, other, context=None):
        """Return the smaller number, rounded; a number rather than a quiet NaN."""
        return operations.minimum(self, other, context_argument(context))

    def min_mag(self, /, other, context=None):
        """The same as min() by absolute values."""
        return operations.minimum_mag(self, other, context_argument(context))

    def next_minus(self, /, context=None):
        """Return the largest number of the context that is smaller."""
        return operations.next_minus(self, context_argument(context))

    def next_plus(self, /, context=None):
        """Return the smallest number of the context that is larger."""
        return operations.next_plus(self, context_argument(context))

    def next_toward(self, /, other, context=None):
        """Return the number of the context that is next in the direction of other."""
        return operations.next_toward(self, other, context_argument(context))

    def normalize(self, /, context=None):
        """Return the number without trailing zeros."""
        return answer(numbers.reduce(self, context_argument(context)))

    def quantize(self, /, exp, rounding=None, context=None):
        """Return the number, rounded so that it has the exponent of exp."""
        if context is not None:
            context_argument(context)
        if rounding is not None:
            rounding = rounding_number(rounding)
        r = _quantize(self, exp, rounding, context)
        if type(r) is Decimal:
            return r
        return checked(_quantize(self, exp, rounding, context_argument(context)), exp)

    def remainder_near(self, /, other, context=None):
        """Return self - n * other, n the integer nearest to the quotient."""
        return checked(numbers.remainder_near(self, other, context_argument(context)), other)

    def rotate(self, /, other, context=None):
        """Return the number with its digits rotated by so many places."""
        return operations.rotate(self, other, context_argument(context))

    def same_quantum(self, /, other, context=None):
        """Return True if both have the same exponent, or are both NaN or both infinite."""
        return operations.same_quantum(self, other, context_argument(context))

    def scaleb(self, /, other, context=None):
        """Return the number with its exponent changed by so much."""
        return operations.scaleb(self, other, context_argument(context))

    def shift(self, /, other, context=None):
        """Return the number with its digits shifted by so many places."""
        return operations.shift(self, other, context_argument(context))

    def sqrt(self, /, context=None):
        """Return the square root, correctly rounded."""
        return answer(numbers.square_root(self, context_argument(context)))

    def to_integral(self, /, rounding=None, context=None):
        """Round to an integer without signaling Inexact or Rounded."""
        context = context_argument(context)
        if rounding is not None:
            rounding = rounding_number(rounding)
        return answer(numbers.to_integral(self, rounding, context))

    def to_integral_value(self, /, rounding=None, context=None):
        """Round to an integer without signaling Inexact or Rounded."""
        context = context_argument(context)
        if rounding is not None:
            rounding = rounding_number(rounding)
        return answer(numbers.to_integral(self, rounding, context))

    def to_integral_exact(self, /, rounding=None, context=None):
        """Round to an integer, signaling Inexact and Rounded."""
        context = context_argument(context)
        if rounding is not None:
            rounding = rounding_number(rounding)
        return answer(numbers.to_integral_exact(self, rounding, context))


del Decimal.__slots__
numbers.set_up(Decimal, Context)
_abc.Number.register(Decimal)


def _instance(cls, number):
    self = object.__new__(cls)
    self._int = number._int
    self._exp = number._exp
    self._form = number._form
    return self


# What an operator does where C++ had no result.
def _operator(operation, a, b, r):
    if r is False:
        r = operation(a, b, getcontext())
    if r is None:
        return NotImplemented
    return answer(r)


def _is_operand(v):
    return isinstance(v, (Decimal, int))


# Comparison with what is neither a decimal nor an int, or a NaN.
def _compare_any(a, b, sign):
    context = getcontext()
    equality = sign == "==" or sign == "!="
    if isinstance(b, complex) and equality:
        if b.imag != 0:
            return NotImplemented
        b = b.real
    if isinstance(b, float):
        if equality:
            context._status |= FLOAT_OPERATION
        else:
            signal(context, FLOAT_OPERATION)
        b = _from_float(b, context)
    elif not _is_operand(b):
        if not isinstance(b, _abc.Rational):
            return NotImplemented
        if not a._form & SPECIAL:
            a = numbers.make(a._int * b.denominator, a._exp, a._form)
        b = numbers.exact(b.numerator, context)
    order = _compare(a, b)
    if order is None:
        b = operand(b, context)
        if not equality or (a._form | b._form) & SIGNALING:
            signal(context, INVALID_OPERATION)
        return sign == "!="
    if sign == "==":
        return order == 0
    if sign == "!=":
        return order != 0
    if sign == "<":
        return order < 0
    if sign == "<=":
        return order <= 0
    return order > 0 if sign == ">" else order >= 0


# A number of what a program gives, exactly or rounded.
def from_object(v, context, exactly):
    if isinstance(v, Decimal):
        if exactly:
            return v if type(v) is Decimal else numbers.make(v._int, v._exp, v._form)
        if v._form & NAN and v._int and (numbers.count_digits(v._int)
                                         > context._prec - context._clamped):
            return operations.fail(context, CONVERSION_SYNTAX)
        return operations.rounded(v, context)
    if isinstance(v, str):
        return _from_text(v, context, exactly)
    if isinstance(v, int):
        return answer(numbers.exact(v, context) if exactly else
                      numbers.finish(abs(v), 0, int(v < 0), 0, context))
    if isinstance(v, (tuple, list)):
        return answer(_parse(_text_of_tuple(v), exactly, context))
    if isinstance(v, float):
        signal(context, FLOAT_OPERATION)
        r = _from_float(v, context)
        return r if exactly else operations.rounded(r, context)
    raise TypeError(f"conversion from {_type_name(v)} to Decimal is not supported")


def _from_text(text, context, exactly):
    r = _parse(text, exactly, context)
    if r is None:
        if exactly:
            text = text.strip().replace("_", "")
        r = _parse("".join([c if c < "\x80" else " " if c.isspace() else
                            str(decimal(c, "?")) for c in text]), exactly, context)
        if r is None:
            return operations.fail(context, CONVERSION_SYNTAX)
    return answer(r)


def _from_float(f, context):
    if isinstance(f, int):
        return answer(numbers.exact(f, context))
    if not isinstance(f, float):
        raise TypeError("argument must be int or float")
    f = float.__pos__(f)
    if f != f:
        return numbers.make(0, 0, NAN)
    negative = int(float.__repr__(f).startswith("-"))
    if f in (_INFINITY, -_INFINITY):
        return operations.infinity(negative)
    n, d = float.as_integer_ratio(f)
    k = int.bit_length(d) - 1
    return numbers.make(abs(n) * 5**k, -k, negative)


_INFINITY = float("inf")


def _text_of_tuple(v):
    if len(v) != 3:
        raise ValueError("argument must be a sequence of length 3")
    sign, digits, exponent = v
    if not isinstance(sign, int) or sign not in (0, 1):
        raise ValueError("sign must be an integer with the value 0 or 1")
    special = ""
    if isinstance(exponent, str):
        if exponent not in ("F", "n", "N"):
            raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
        special = {"F": "Inf", "n": "NaN", "N": "sNaN"}[exponent]
    elif not isinstance(exponent, int):
        raise ValueError("exponent must be an integer")
    elif not -2**63 <= exponent < 2**63:
        raise OverflowError("Python int too large to convert to C ssize_t")
    if not isinstance(digits, (tuple, list)):
        raise ValueError("coefficient must be a tuple of digits")
    for digit in digits:
        if not isinstance(digit, int) or not 0 <= digit <= 9:
            raise ValueError("coefficient must be a tuple of digits")
    text = "" if special == "Inf" else "".join([str(int(digit)) for digit in digits])
    if not special:
        special, text = text or "0", f"E{exponent}"
    return ("-" if sign else "") + special + text


from math import gcd  # noqa: E402
from unicodedata import decimal  # noqa: E402

from _decimal_format import format_decimal  # noqa: E402
from _decimal_functions import exp, ln, log10  # noqa: E402
from _decimal_power import power  # noqa: E402
