# format() of decimals, and their texts.
from decimal import *


def show(function, *operands):
    try:
        return repr(function(*operands))
    except Exception as e:
        return f"{type(e).__name__}: {e}"


numbers = [Decimal(t) for t in ("0", "-0.00", "1.5", "-1234567.891", "0.000012345", "1E+10", "-9.995", "1E-10",
                                "0E+3", "Infinity", "-NaN", "sNaN123")]
for s in ("", "f", ".0f", ".2f", "F", "e", ".3e", "E", "g", ".3g", "G", "n", "%", ".1%", ",", ",.2f", "012,.1f",
          "020", "+", " ", "-", "<12", ">12", "^12", "=12", "*^15.1f", "z.1f", "+z.2f", ".0e", ".0g", "1", "\u00e9>9"):
    print(ascii(s), *[ascii(format(d, s)) for d in numbers])
for s in ("x", ".", "1.", "00", "<05", ",,", "1,n", "z z", "f2", "#f", "_", "99999999999999999999", "+-"):
    print(s, show(format, numbers[2], s))
for d in numbers:
    print(d, d.to_eng_string(), f"{d!r:>25} {d:>10}", "%s %.3f" % (d, d if d.is_finite() else 0))
with localcontext(capitals=0, rounding=ROUND_DOWN):
    print(Decimal("1E+9"), f"{Decimal('1E+9')} {Decimal('2.99'):.1f} {Decimal('1E+9'):E}")
for e in range(-9, 9):
    print(Decimal((0, (1, 2, 3), e)), Decimal((1, (0,), e)), Decimal((0, (7,), e)).to_eng_string())
prices = [Decimal(i * 37 % 1000) / 100 for i in range(400)]
print(len("".join([f"{p:8.2f}" for p in prices])), f"{sum(prices):,.2f}")
