# Operators of decimals: results, signs, rounding to the precision, mixtures with other numbers.
from decimal import Decimal as D, getcontext, localcontext
from fractions import Fraction

numbers = [D(t) for t in ("0", "-0", "1", "-1.50", "2.5E+3", "-7E-5", "123456789.987654321", "1E+30",
                          "99999999999999999999999999.99", "Infinity", "-Infinity", "NaN")]


def show(function, *operands):
    try:
        return str(function(*operands))
    except Exception as e:
        return f"{type(e).__name__}: {e}"


for a in numbers:
    print(a, -a, +a, abs(a), bool(a), hash(a) if a == a else "", repr(a), a.as_tuple())
    for b in numbers:
        print(" ", b, *[show(f, a, b) for f in (
            D.__add__, D.__sub__, D.__mul__, D.__truediv__, D.__floordiv__, D.__mod__,
            D.__eq__, D.__lt__)])
for b in (3, True, -10**40, 2.5, Fraction(1, 3), 1j, 2 + 0j, "1", None):
    print(b, *[show(f, D("2.5"), b) for f in (
        lambda x, y: x + y, lambda x, y: y - x, lambda x, y: x * y, lambda x, y: y / x,
        lambda x, y: y // x, lambda x, y: y % x, divmod, lambda x, y: y ** x,
        lambda x, y: x == y, lambda x, y: x != y, lambda x, y: x < y, lambda x, y: y >= x)])
print(hash(D("2.50")) == hash(2.5) == hash(Fraction(5, 2)), hash(D(10) ** 30) == hash(10**30))
print({1: "int"}[D("1.00")], sorted([D(2), 1.5, Fraction(7, 4), 1]), sum([D("0.1")] * 10))

# A loop that becomes hot, whose numbers grow from small to long.
with localcontext() as c:
    c.prec = 40
    total, factor = D(0), D(1)
    for i in range(1, 400):
        factor = factor * (i % 7 + 1) / (i % 5 + 1)
        total += factor if i & 1 else -factor
    print(total, factor, total // 1, total % 1, divmod(total, 7))
    e, term = D(1), D(1)
    for i in range(1, 40):
        term /= i
        e += term
    print(e, e - D(1).exp())
print(getcontext())
