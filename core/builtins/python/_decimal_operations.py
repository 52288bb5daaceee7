# The operations of decimals that are not worth C++: choices between two numbers, neighbours, numbers
# taken digit by digit, and what is told of a number.
#
# All take the context that they work in as the last argument, and operands as a program gives them.
import _decimal_numbers as numbers
from _decimal_signals import (CEILING, CLAMPED, DIVISION_BY_ZERO, ERRORS, FLOOR, INEXACT,
                              INVALID_OPERATION, OVERFLOW, ROUNDED, SUBNORMAL, UNDERFLOW,
                              raise_signals)

NEGATIVE, INFINITE, NAN, SIGNALING = 1, 2, 4, 8
SPECIAL = INFINITE | NAN


# What C++ answered: a result, or signals to be raised.
def answer(r):
    if type(r) is int:
        raise_signals(r)
    return r


# A Decimal of an argument; TypeError if there is none.
def operand(v, context):
    d = numbers.exact(v, context)
    if d is None:
        raise TypeError(f"conversion from {_type_name(v)} to Decimal is not supported")
    return answer(d)


# The result of an operation in C++ with these operands.
def checked(r, *operands):
    if r is None:
        for v in operands:
            operand(v, None)
    return answer(r)


# The result NaN, with a signal.
def fail(context, status):
    return answer(numbers.finish(0, 0, NAN, status, context))


def infinity(negative):
    return numbers.make(0, 0, INFINITE | negative)


def is_zero(a):
    return not a._int and not a._form & SPECIAL


def is_odd(a):
    return a._exp == 0 and a._int & 1 or a._exp < 0 and numbers.to_int(a, 1) & 1


def is_integer(a):
    if a._form & SPECIAL:
        return False
    if a._exp >= 0 or not a._int:
        return True
    return numbers.compare(a, numbers.to_integral(a, 1, None)) == 0


def adjusted(a):
    return 0 if a._form & SPECIAL else a._exp + numbers.count_digits(a._int) - 1


# The number with another sign.
def with_sign(a, negative):
    return numbers.make(a._int, a._exp, a._form & ~NEGATIVE | negative)


# The NaN that comes of a NaN among the operands, or None.
def nan_of(a, b, context):
    return answer(numbers.quiet_nan(a, b, context)) if (a._form | b._form) & NAN else None


def rounded(a, context, status=0):
    return answer(numbers.finish(a._int, a._exp, a._form, status, context))


def compare(x, y, context, signaling=False):
    a, b = operand(x, context), operand(y, context)
    if (a._form | b._form) & NAN:
        r = nan_of(a, b, context)
        return rounded(r, context, INVALID_OPERATION) if signaling else r
    order = numbers.compare(a, b)
    return numbers.make(abs(order), 0, order < 0)


def compare_signal(x, y, context):
    return compare(x, y, context, True)


def total_order(a, b):
    sign = -1 if a._form & NEGATIVE else 1
    if (a._form ^ b._form) & NEGATIVE:
        return sign
    if (a._form | b._form) & NAN:
        if a._form == b._form:
            return sign * ((a._int > b._int) - (a._int < b._int))
        rank_a, rank_b = [0 if not f & NAN else 1 if f & SIGNALING else 2
                          for f in (a._form, b._form)]
        return sign * (1 if rank_a > rank_b else -1)
    order = numbers.compare_magnitudes(a, b)
    if order == 0 and not a._form & INFINITE:
        order = (a._exp > b._exp) - (a._exp < b._exp)
    return sign * order


def compare_total(x, y, context):
    order = total_order(operand(x, context), operand(y, context))
    return numbers.make(abs(order), 0, order < 0)


def compare_total_mag(x, y, context):
    order = total_order(with_sign(operand(x, context), 0), with_sign(operand(y, context), 0))
    return numbers.make(abs(order), 0, order < 0)


def copy_sign(x, y, context):
    a, b = operand(x, context), operand(y, context)
    return with_sign(a, b._form & NEGATIVE)


def same_quantum(x, y, context):
    a, b = operand(x, context), operand(y, context)
    if (a._form | b._form) & SPECIAL:
        return bool(a._form & b._form & NAN or a._form & b._form & INFINITE)
    return a._exp == b._exp


# max, max_mag (compare: without signs), and with `least` min and min_mag.
def choose(x, y, context, compare, least):
    a, b = operand(x, context), operand(y, context)
    if (a._form | b._form) & NAN:
        if not (a._form | b._form) & SIGNALING and not a._form & b._form & NAN:
            return rounded(b if a._form & NAN else a, context)
        return nan_of(a, b, context)
    order = compare(a, b)
    if order == 0:
        negative = a._form & NEGATIVE
        if negative != b._form & NEGATIVE:
            order = -1 if negative else 1
        else:
            order = -1 if (a._exp < b._exp) != bool(negative) else 1
    return rounded(b if (order < 0) != least else a, context)


def maximum(x, y, context):
    return choose(x, y, context, numbers.compare, False)


def maximum_mag(x, y, context):
    return choose(x, y, context, numbers.compare_magnitudes, False)


def minimum(x, y, context):
    return choose(x, y, context, numbers.compare, True)


def minimum_mag(x, y, context):
    return choose(x, y, context, numbers.compare_magnitudes, True)


# The number next to it in the direction of an infinity.
def _neighbour(x, context, negative):
    a = operand(x, context)
    if a._form & NAN:
        return nan_of(a, a, context)
    if a._form & INFINITE:
        if a._form & NEGATIVE == negative:
            return a
        return numbers.make(10**context._prec - 1, context.Etop(), a._form & NEGATIVE)
    work = context.copy()
    work._rounding = FLOOR if negative else CEILING
    work._status = work._trapped = 0
    r = rounded(a, work)
    if not work._status & (INEXACT | ERRORS):
        speck = numbers.make(1, context.Etiny() - 1, 0)
        work._status = 0
        r = (numbers.subtract if negative else numbers.add)(a, speck, work)
    return r


def next_minus(x, context):
    return _neighbour(x, context, 1)


def next_plus(x, context):
    return _neighbour(x, context, 0)


def next_toward(x, y, context):
    a, b = operand(x, context), operand(y, context)
    if (a._form | b._form) & NAN:
        return nan_of(a, b, context)
    order = numbers.compare(a, b)
    if order == 0:
        return with_sign(a, b._form & NEGATIVE)
    r = _neighbour(a, context, order > 0)
    status = 0
    if r._form & INFINITE:
        status = OVERFLOW | ROUNDED | INEXACT
    elif adjusted(r) < context._emin:
        status = UNDERFLOW | SUBNORMAL | ROUNDED | INEXACT
        if not r._int:
            status |= CLAMPED
    if status:
        from _decimal_context import signal
        signal(context, status)
    return r


# The digits of a logical operand, or None.
def _bits(a):
    if a._form or a._exp:
        return None
    digits = numbers.digits(a._int)
    return None if digits.strip("01") else int(digits, 2)


def _logical(x, y, context, function):
    a, b = _bits(operand(x, context)), _bits(operand(y, context))
    if a is None or b is None:
        return fail(context, INVALID_OPERATION)
    return _of_bits(function(a, b), context)


def _of_bits(bits, context):
    digits = f"{bits & (1 << context._prec) - 1:b}"
    return answer(numbers.parse(digits, True, context))


def logical_and(x, y, context):
    return _logical(x, y, context, lambda a, b: a & b)


def logical_or(x, y, context):
    return _logical(x, y, context, lambda a, b: a | b)


def logical_xor(x, y, context):
    return _logical(x, y, context, lambda a, b: a ^ b)


def logical_invert(x, context):
    a = _bits(operand(x, context))
    if a is None:
        return fail(context, INVALID_OPERATION)
    return _of_bits(a ^ (1 << context._prec) - 1, context)


# How many places are meant by the second operand of shift and rotate; None: it means none.
def _places(b, context):
    if b._form & SPECIAL or b._exp:
        return None
    n = -b._int if b._form & NEGATIVE else b._int
    return n if -context._prec <= n <= context._prec else None


def shift(x, y, context):
    a, b = operand(x, context), operand(y, context)
    if (a._form | b._form) & NAN:
        return nan_of(a, b, context)
    n = _places(b, context)
    if n is None:
        return fail(context, INVALID_OPERATION)
    if a._form & INFINITE:
        return a
    c = a._int
    if n >= 0:
        c = c * 10**n % 10**context._prec
    else:
        c = c % 10**context._prec // 10**-n
    return numbers.make(c, a._exp, a._form)


def rotate(x, y, context):
    a, b = operand(x, context), operand(y, context)
    if (a._form | b._form) & NAN:
        return nan_of(a, b, context)
    n = _places(b, context)
    if n is None:
        return fail(context, INVALID_OPERATION)
    if a._form & INFINITE:
        return a
    size = context._prec
    high, low = divmod(a._int % 10**size, 10**(size - n if n >= 0 else -n))
    c = low * 10**(n if n >= 0 else size + n) + high
    return numbers.make(c, a._exp, a._form)


def scaleb(x, y, context):
    a, b = operand(x, context), operand(y, context)
    if (a._form | b._form) & NAN:
        return nan_of(a, b, context)
    if b._form & INFINITE or b._exp or b._int > 2 * (context._emax + context._prec):
        return fail(context, INVALID_OPERATION)
    if a._form & INFINITE:
        return a
    exponent = a._exp + (-b._int if b._form & NEGATIVE else b._int)
    exponent = max(min(exponent, 2000000000000000001), -2000000000000000001)
    return answer(numbers.finish(a._int, exponent, a._form, 0, context))


def logb(x, context):
    a = operand(x, context)
    if a._form & NAN:
        return nan_of(a, a, context)
    if a._form & INFINITE:
        return infinity(0)
    if not a._int:
        return answer(numbers.finish(0, 0, INFINITE | NEGATIVE, DIVISION_BY_ZERO, context))
    e = adjusted(a)
    return answer(numbers.finish(abs(e), 0, e < 0, 0, context))


def is_normal(x, context):
    a = operand(x, context)
    return not a._form & SPECIAL and a._int != 0 and adjusted(a) >= context._emin


def is_subnormal(x, context):
    a = operand(x, context)
    return not a._form & SPECIAL and a._int != 0 and adjusted(a) < context._emin


def number_class(x, context):
    a = operand(x, context)
    if a._form & NAN:
        return "sNaN" if a._form & SIGNALING else "NaN"
    sign = "-" if a._form & NEGATIVE else "+"
    if a._form & INFINITE:
        return sign + "Infinity"
    if not a._int:
        return sign + "Zero"
    return sign + ("Normal" if adjusted(a) >= context._emin else "Subnormal")
