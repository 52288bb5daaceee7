# exp(), ln() and log10() of decimals, correctly rounded.
#
# They calculate with integers that stand for fractions of a power of two. A result that might be
# rounded in either direction is calculated again with more digits; there is an end to that, for no
# result but the obvious ones can be written as a decimal.
from math import isqrt as _isqrt, log as _log

import _decimal_numbers as numbers
from _decimal_context import work_context
from _decimal_operations import (INFINITE, NAN, NEGATIVE, adjusted, answer, fail, infinity, operand)
from _decimal_signals import HALF_EVEN, INEXACT, INVALID_OPERATION, OVERFLOW, ROUNDED

_BEYOND = 2000000000000000001
_EXTRA = 9  # digits behind those asked for, at first
_BITS_A_DIGIT = 3.3219280948873627


# exp(x / 2^bits) times 2^bits, for numbers of a few units.
def _exp_fraction(x, bits):
    if x < 0:
        return (1 << 2 * bits) // _exp_fraction(-x, bits)
    # exp(x) is exp(x / 2^k)^(2^k). The series of sinh has half the terms of that of exp.
    k = int((bits / 3) ** 0.5) + 2 + max(x.bit_length() - bits, 0)
    wide = bits + k + 16
    one = 1 << wide
    x = x << wide - bits >> k
    square = x * x >> wide
    term = sinh = x
    n = 2
    while term:
        term = (term * square >> wide) // (n * (n + 1))
        sinh += term
        n += 2
    # Squaring what exceeds one keeps the digits.
    r = sinh + _isqrt(sinh * sinh + (one << wide)) - one
    for _ in range(k):
        r = (r << 1) + (r * r >> wide)
    return r + one >> wide - bits


# atanh(1 / n) times 2^bits.
def _atanh_inverse(n, bits):
    term = (1 << bits) // n
    total = term
    square = n * n
    k = 3
    while term:
        term //= square
        total += term // k
        k += 2
    return total


_ln10 = (0, 0)  # bits, and the number times 2^bits


def _ln10_fraction(bits):
    global _ln10
    known, value = _ln10
    if known < bits:
        known = bits + bits // 4 + 32
        wide = known + 16
        value = (46 * _atanh_inverse(31, wide) + 34 * _atanh_inverse(49, wide)
                 + 20 * _atanh_inverse(161, wide)) >> 16
        _ln10 = known, value
    return value >> known - bits


# ln(x / 2^bits) times 2^bits, for x of the size of 2^bits.
def _ln_fraction(x, bits):
    if x == 1 << bits:
        return 0
    # Each step of Halley's method has three times as many bits as the one before.
    sizes = [bits + 8]
    while sizes[-1] > 45:
        sizes.append(sizes[-1] // 3 + 6)
    sizes.pop()
    have = 52
    top = x >> bits - have if bits > have else x << have - bits
    y = int(_log(top / (1 << have)) * (1 << have))
    for size in reversed(sizes):
        y = y << size - have if size > have else y >> have - size
        m = x >> bits - size if bits > size else x << size - bits
        e = _exp_fraction(y, size)
        y += ((m - e) << size + 1) // (m + e)
        have = size
    return y >> have - bits


# The result value / 2^bits * 10^exponent, whose error is below 2^(slack - bits), rounded to the
# digits of the context; None if `want` digits do not tell how.
def _rounded(value, bits, slack, exponent, want, context):
    negative = value < 0
    value = abs(value)
    prec = context._prec
    places = want - int((value.bit_length() - bits) / _BITS_A_DIGIT)
    digits = value * 10**places >> bits if places >= 0 else (value >> bits) // 10**-places
    error = (10**places >> bits - slack if places >= 0 else 0) + 2
    # Neither a boundary of rounding, half a digit, nor a number with fewer digits may be so near.
    half = 5 * 10**(numbers.count_digits(digits) - prec - 1)
    rest = digits % half
    if rest <= error or half - rest <= error:
        return None
    return answer(numbers.finish(digits * 10 + 1, exponent - places - 1, int(negative), 0, context))


# With results rounded half to even.
def _half_even(function, x, context):
    if context._rounding == HALF_EVEN:
        return function(x, context)
    rounding = context._rounding
    context._rounding = HALF_EVEN
    try:
        return function(x, context)
    finally:
        context._rounding = rounding


def exp(x, context):
    a = operand(x, context)
    if a._form & NAN:
        return answer(numbers.quiet_nan(a, a, context))
    if a._form & INFINITE:
        return numbers.make(0, 0, 0) if a._form & NEGATIVE else infinity(0)
    if not a._int:
        return numbers.make(1, 0, 0)
    return _half_even(_exp, a, context)


def _exp(a, context):
    prec = context._prec
    negative = a._form & NEGATIVE
    first = adjusted(a)
    if first > 18:
        return answer(numbers.finish(1, -_BEYOND if negative else _BEYOND, 0, 0, context))
    if numbers.compare_magnitudes(a, numbers.make(1, -prec - 3, 0)) <= 0:
        return answer(numbers.finish(10**(prec - 1), 1 - prec, 0, INEXACT | ROUNDED, context))
    want = prec + _EXTRA
    while True:
        bits = int((want + max(first, 0)) * _BITS_A_DIGIT) + 40
        c, e = a._int, a._exp
        x = c * 10**e << bits if e >= 0 else (c << bits) // 10**-e
        if negative:
            x = -x
        k, rest = divmod(x, _ln10_fraction(bits))
        r = _exp_fraction(rest, bits)
        result = _rounded(r, bits, max(first, 0) * 4 + 16, k, want, context)
        if result is not None:
            return result
        want += 2 * _EXTRA


# s, k: the number is about s / 2^bits * 10^k, with s not far from 1.
def _split(a, bits):
    k = adjusted(a)
    digits = numbers.count_digits(a._int)
    lead = a._int // 10**(digits - 2) if digits > 2 else a._int * 10**(2 - digits)
    if lead >= 30:
        k += 1
    e = a._exp - k
    return (a._int << bits) // 10**-e if e < 0 else a._int * 10**e << bits, k


def _logarithm(a, context, base_ten):
    prec = context._prec
    # The nearer to one the number is, the more digits it takes.
    near = 0
    if adjusted(a) in (-1, 0):
        near = -adjusted(numbers.subtract(a, 1, work_context(999999999999999999)))
    want = prec + _EXTRA
    while True:
        bits = int((want + near) * _BITS_A_DIGIT) + 80
        s, k = _split(a, bits)
        r = _ln_fraction(s, bits)
        if base_ten:
            # The whole part is k.
            r = (r << bits) // _ln10_fraction(bits) + (k << bits)
        else:
            r += k * _ln10_fraction(bits)
        result = _rounded(r, bits, 16 + abs(k).bit_length(), 0, want, context)
        if result is not None:
            return result
        want += 2 * _EXTRA


def _ln(a, context):
    return _logarithm(a, context, False)


def _log10(a, context):
    return _logarithm(a, context, True)


# The result where it is no calculation; None elsewhere.
def _special_logarithm(a, context, factor):
    if a._form & NAN:
        return answer(numbers.quiet_nan(a, a, context))
    if not a._form & INFINITE and not a._int:
        return infinity(1)
    if a._form & NEGATIVE:
        return fail(context, INVALID_OPERATION)
    if a._form & INFINITE:
        return infinity(0)
    first = adjusted(a)
    if len(str((-first - 1 if first < 0 else first) * factor)) - 1 > context._emax:
        return answer(numbers.finish(0, 0, INFINITE | (first < 0), OVERFLOW | INEXACT | ROUNDED,
                                     context))
    return None


def ln(x, context):
    a = operand(x, context)
    if not a._form and numbers.compare(a, 1) == 0:
        return numbers.make(0, 0, 0)
    r = _special_logarithm(a, context, 2)
    return _half_even(_ln, a, context) if r is None else r


def log10(x, context):
    a = operand(x, context)
    if not a._form and a._int and numbers.compare_magnitudes(
            a, numbers.make(1, adjusted(a), 0)) == 0:
        e = adjusted(a)
        return _half_even(lambda e, c: answer(numbers.finish(abs(e), 0, int(e < 0), 0, c)), e,
                          context)
    r = _special_logarithm(a, context, 1)
    return _half_even(_log10, a, context) if r is None else r
