# Decimals whose coefficients are about as long as machine words and the precision, when conditions have been told before.
from decimal import *

roundings = (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP)
coefficients = [f(k) for k in (15, 16, 19, 28, 36, 38) for f in (
    lambda k: 10**k - 1, lambda k: 10**k, lambda k: 5 * 10**(k - 1), lambda k: 5 * 10**(k - 1) + 1)]
coefficients += [2**b - d for b in (49, 50, 63, 64, 126, 127, 128) for d in (0, 1)] + [0, 1, 7]
numbers = [Decimal(((i % 3) // 2, tuple(map(int, str(c))), (0, -2, -19, 3)[i % 4])) for i, c in enumerate(coefficients)]


def digest(values):
    total = 0
    for v in values:
        sign, digits, exponent = v.as_tuple()
        total = (total * 31 + sum(digits) * 7 + len(digits) + exponent * 3 + sign) % 1000003
    return total


for prec in (1, 15, 19, 28, 37, 38):
    for rounding in roundings:
        context = Context(prec=prec, rounding=rounding, flags=[Inexact, Rounded], traps=[])
        setcontext(context)
        results = []
        for i, a in enumerate(numbers):
            for b in numbers[i % 9::9]:
                results += [a + b, a - b, a * b, b * a - b, a.quantize(Decimal("0.01")), b.quantize(a)]
                if b:
                    results += [a / b, a / 12, a // b, a % b]
                results.append(Decimal((a > b) + 2 * (a == b)))
        print(prec, rounding, len(results), digest([r for r in results if r.is_finite()]),
              len([r for r in results if r.is_nan()]), sorted(s.__name__ for s in context.flags if context.flags[s]))
setcontext(Context(prec=5, traps=[Inexact]))
for f in (lambda: Decimal(123456) + 1, lambda: Decimal(1) / 3, lambda: Decimal("1.25").quantize(Decimal("0.1"))):
    try:
        print(f())
    except Inexact as e:
        print(e, getcontext().flags[Rounded])
