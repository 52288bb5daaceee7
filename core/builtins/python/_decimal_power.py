# Powers of decimals, with and without a modulus.
#
# With an integer as exponent, products with some digits more than asked for; otherwise by exp() and
# ln(). As libmpdec does it, for the results are not always rounded correctly, but always the same.
import _decimal_numbers as numbers
from _decimal_context import work_context
from _decimal_functions import exp, ln
from _decimal_operations import (INFINITE, NAN, NEGATIVE, SPECIAL, adjusted, answer, fail, infinity,
                                 is_integer, is_odd, operand)
from _decimal_signals import CLAMPED, ERRORS, INEXACT, INVALID_OPERATION, ROUNDED

_EXPONENT_DIGITS = 19
_BEYOND = 2000000000000000001  # an exponent that overflows


def power(x, y, context, modulo=None):
    a, b = operand(x, context), operand(y, context)
    if modulo is not None:
        return _power_modulo(a, b, operand(modulo, context), context)
    r = numbers.plain_power(a, b, context)
    if r is not None:
        return answer(r)
    if (a._form | b._form) & NAN:
        return answer(numbers.quiet_nan(a, b, context))
    whole = is_integer(b)
    negative = 1 if whole and a._form & NEGATIVE and is_odd(b) else 0
    falls = b._form & NEGATIVE
    if not a._int and not a._form & INFINITE:
        if not b._int and not b._form & INFINITE:
            return fail(context, INVALID_OPERATION)
        return infinity(negative) if falls else numbers.make(0, 0, negative)
    if a._form & NEGATIVE and not whole:
        return fail(context, INVALID_OPERATION)
    if b._form & INFINITE:
        order = numbers.compare(a, 1)
        if order == 0:
            return _padded_one(context, negative, INEXACT | ROUNDED)
        return infinity(negative) if (order > 0) != bool(falls) else numbers.make(0, 0, negative)
    if a._form & INFINITE:
        if not b._int:
            return numbers.make(1, 0, negative)
        return numbers.make(0, 0, negative) if falls else infinity(negative)
    if not b._int:
        return numbers.make(1, 0, negative)
    if numbers.compare_magnitudes(a, 1) == 0:
        return _power_of_one(a, b, context, whole, negative)
    out = _out_of_bounds(a, b, context)
    if out is not None:
        return answer(numbers.finish(1, out, negative, 0, context))
    if whole:
        return _integer_power(a, b, context, negative)
    return _real_power(a, b, context)


# One, with as many zeros as the precision has room for.
def _padded_one(context, negative, status):
    r = numbers.make(10**(context._prec - 1), 1 - context._prec, negative)
    from _decimal_context import signal
    signal(context, status)
    return r


def _power_of_one(a, b, context, whole, negative):
    if not whole:
        return _padded_one(context, negative, INEXACT | ROUNDED)
    if b._form & NEGATIVE:
        return numbers.make(1, 0, negative)
    zeros = numbers.to_int(b, 1) * -a._exp
    if zeros > context._prec - 1:
        return _padded_one(context, negative, ROUNDED)
    return numbers.make(10**zeros, -zeros, negative) if zeros > 0 else numbers.make(1, 0, negative)


# The exponent of a result that certainly overflows or underflows, or None: by lower bounds of the
# logarithms of abs(log10(x)) and y.
def _out_of_bounds(a, b, context):
    first = adjusted(a)
    if first > 0:
        zeta = len(str(first)) - 1
    elif first < -1:
        zeta = len(str(-first - 1)) - 1
    else:
        work = work_context(999999999999999999)
        difference = numbers.subtract(numbers.absolute(a, work), 1, work)
        zeta = adjusted(difference) - (2 if first == 0 else 1)
    falls = (first < 0) != bool(b._form & NEGATIVE)
    bound = context.Etiny() if falls else context._emax
    if len(str(abs(bound))) >= zeta + adjusted(b):
        return None
    return context.Etiny() - 1 if falls else _BEYOND


def _integer_power(a, b, context, negative):
    n = numbers.to_int(b, 1)
    falls = n < 0
    n = abs(n)
    work = work_context(context._prec + numbers.count_digits(b._int) + b._exp + 2 + falls)
    work._emin, work._emax = context._emin, context._emax
    multiply = numbers.multiply
    base = a
    if falls:
        base = numbers.divide(1, a, work)
        if work._status & ERRORS:
            return fail(context, work._status)
    r = base
    for bit in bin(n)[3:]:
        r = multiply(r, r, work)
        if bit == "1":
            r = multiply(r, base, work)
        if r._form & SPECIAL or not r._int and work._status & CLAMPED:
            break
    if r._form & INFINITE:
        return answer(numbers.finish(1, _BEYOND, negative, work._status, context))
    return answer(numbers.finish(r._int, r._exp, negative, work._status, context))


def _real_power(a, b, context):
    prec = max(numbers.count_digits(a._int), context._prec) + 4 + _EXPONENT_DIGITS
    work = work_context(prec)
    logarithm = numbers.multiply(ln(a, work), b, work)
    work._status &= ERRORS
    r = exp(logarithm, work)
    status = work._status | INEXACT | ROUNDED
    if r._form & INFINITE:
        return answer(numbers.finish(1, _BEYOND, 0, status, context))
    if numbers.compare(r, 1) == 0:
        return answer(numbers.finish(10**(context._prec - 1), 1 - context._prec, 0, status,
                                     context))
    return answer(numbers.finish(r._int, r._exp, r._form, status, context))


def _power_modulo(a, b, m, context):
    if (a._form | b._form | m._form) & SPECIAL:
        if (a._form | b._form | m._form) & NAN:
            first = a if a._form & 8 else b if b._form & 8 else m if m._form & 8 else (
                a if a._form & NAN else b if b._form & NAN else m)
            return answer(numbers.quiet_nan(first, first, context))
        return fail(context, INVALID_OPERATION)
    if not (is_integer(a) and is_integer(b) and is_integer(m)) or not m._int:
        return fail(context, INVALID_OPERATION)
    if adjusted(m) >= context._prec:
        return fail(context, INVALID_OPERATION)
    if b._form & NEGATIVE and b._int or not b._int and not a._int:
        return fail(context, INVALID_OPERATION)
    negative = 1 if a._form & NEGATIVE and is_odd(b) else 0
    modulus = abs(numbers.to_int(m, 1))
    if not b._int:
        return numbers.make(0 if modulus == 1 else 1, 0, negative)
    if not a._int:
        return numbers.make(0, 0, negative)
    base = _integer_modulo(a, modulus)
    for _ in range(max(b._exp, 0)):
        base = pow(base, 10, modulus)
    exponent = b._int if b._exp >= 0 else abs(numbers.to_int(b, 1))
    return numbers.make(pow(base, exponent, modulus), 0, negative)


def _integer_modulo(a, modulus):
    if a._exp < 0:
        return abs(numbers.to_int(a, 1)) % modulus
    return a._int % modulus * pow(10, a._exp, modulus) % modulus
