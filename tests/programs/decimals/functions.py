# Roots, logarithms, exponentials, powers, and the operations of decimals that have no operator.
from decimal import *


def show(function, *operands):
    try:
        return str(function(*operands))
    except Exception as e:
        return f"{type(e).__name__}: {e}"


numbers = [Decimal(t) for t in ("0", "-0", "1", "2", "0.5", "-3", "1.0000000001", "0.99999", "1E+5", "123.456", "1E-30",
                                "Infinity", "-Infinity", "NaN", "sNaN")]
for prec in (3, 28, 60):
    getcontext().prec = prec
    for d in numbers:
        print(d, *[show(f, d) for f in (
            Decimal.sqrt, Decimal.exp, Decimal.ln, Decimal.log10, Decimal.logb, Decimal.next_plus, Decimal.next_minus,
            Decimal.normalize, Decimal.to_integral_value, Decimal.to_integral_exact, Decimal.number_class)])
getcontext().prec = 20
for a in numbers[2:10]:
    for b in ("2", "-3", "0.5", "0", "-0.1", "100", "1E+3"):
        print(a, b, show(pow, a, Decimal(b)), show(pow, Decimal(b), a))
for n in range(-40, 41, 3):
    print(n, Decimal("1.07") ** n, show(pow, Decimal("-3"), n), show(pow, 7, Decimal(n)), show(pow, Decimal("1E+9"), n))
print(pow(Decimal(12), 34, 567), show(pow, Decimal("1.5"), 2, 7), 3 ** Decimal(2))
pairs = [("1.2345", "0.01"), ("-5", "1.00"), ("7", "7.0"), ("1E+9", "-1E+9"), ("NaN", "3"), ("1011", "1101"),
         ("123456", "2"), ("123456", "-2"), ("Infinity", "1")]
for a, b in pairs:
    a, b = Decimal(a), Decimal(b)
    print(a, b, *[show(getattr(a, name), b) for name in (
        "quantize", "compare", "compare_signal", "compare_total", "compare_total_mag", "copy_sign", "max", "max_mag",
        "min", "min_mag", "next_toward", "remainder_near", "same_quantum", "scaleb", "shift", "rotate", "logical_and",
        "logical_or", "logical_xor")], show(a.logical_invert), show(a.fma, b, 1))
for rounding in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,
                 ROUND_05UP):
    print(rounding, *[Decimal(t).quantize(Decimal("0.1"), rounding) for t in (
        "1.25", "1.35", "-1.25", "1.05", "1.01", "-1.09", "1.20")], Decimal("-2.5").to_integral_value(rounding))


def pi(digits):
    with localcontext(prec=digits + 5):
        a, b, t, p = Decimal(1), 1 / Decimal(2).sqrt(), Decimal("0.25"), 1
        while abs(a - b) > Decimal(10) ** -(digits // 2 + 1):
            a, b, t, p = (a + b) / 2, (a * b).sqrt(), t - p * ((a - b) / 2) ** 2, 2 * p
        return (a + b) ** 2 / (4 * t)


print(+pi(50), str(pi(300))[:302])
