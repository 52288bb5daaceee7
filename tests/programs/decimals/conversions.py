# Decimals from texts, tuples, floats and ints, and back.
import copy
import math
import pickle
from decimal import *


def show(function, *operands):
    try:
        return repr(function(*operands))
    except Exception as e:
        return f"{type(e).__name__}: {e}"


for t in ("", "1", " 1.50\n", "1_000.5", "+.5", "5.", ".", "1e5", "1E-400", "-0E3", "1e", "e1", "--1", "1 2",
          "inf", "-Infinity", "infinit", "nan", "NaN0012", "-sNaN7", "nanx", "\u0663.\u0664", "\u20031\u2003",
          "\u00b2", "1e1000000000000000000", "9" * 30, "0x10", "1\0"):
    print(ascii(t), show(Decimal, t), show(Context(prec=3).create_decimal, t))
for v in (0, -12, 10**50, True, 0.1, -0.0, 1e308, float("inf"), float("nan"), (1, (1, 2, 3), -2), [0, [0], 5],
          (0, (), "F"), (1, (4, 5), "n"), (0, (1, 10), 0), (2, (1,), 0), (0, 1, 0), (0, (1,)), (0, (1,), "x"), None,
          b"1", 1j):
    print(show(Decimal, v), show(Context(prec=4).create_decimal, v))
print(show(Decimal.from_float, 1.1), show(Decimal.from_float, 3), show(Decimal.from_float, "1"), Decimal())
for t in ("1.5", "-2.5", "123.456E+5", "-0.001", "7E-20", "1E+25", "Infinity", "-NaN", "sNaN"):
    d = Decimal(t)
    print(d, d.to_eng_string(), *[show(f, d) for f in (
        int, float, complex, round, math.floor, math.ceil, math.trunc, Decimal.as_integer_ratio,
        Decimal.as_tuple, Decimal.adjusted, Decimal.number_class)])
    print(show(round, d, 1), show(round, d, -1), show(round, d, None), d.real, d.imag, d.conjugate(), d.radix(),
          pickle.loads(pickle.dumps(d)).compare_total(d), copy.copy(d) is d, copy.deepcopy(d) is d)


class Money(Decimal):
    def __new__(cls, value, currency="EUR"):
        self = super().__new__(cls, value)
        self.currency = currency
        return self

    def __str__(self):
        return f"{super().__str__()} {self.currency}"


m = Money("12.50")
print(m, repr(m), m.currency, vars(m), type(m + 1), m + 1, m * m, type(-m), m == Decimal("12.5"), Decimal(m),
      f"{m:.1f}", isinstance(m, Decimal), Money.from_float(0.5), hash(m) == hash(12.5), {m: 1}[Decimal("12.5")])
print(Decimal.__module__, Decimal.__name__, Decimal, DecimalTuple(0, (1,), 2), show(setattr, Decimal(1), "x", 2))
print(sum(map(Money, ["0.10"] * 300)), max(map(Decimal, range(300))))
