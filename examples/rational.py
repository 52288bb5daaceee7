# Exact arithmetic with a class of one's own: operators, reflected operators, comparison, big integers.
from math import gcd


class Ratio:
    def __init__(self, top, bottom=1):
        if bottom == 0:
            raise ZeroDivisionError("a ratio over zero")
        divisor = gcd(top, bottom) * (1 if bottom > 0 else -1)
        self.top = top // divisor
        self.bottom = bottom // divisor

    def __add__(self, other):
        if isinstance(other, int):
            other = Ratio(other)
        elif not isinstance(other, Ratio):
            return NotImplemented
        return Ratio(self.top * other.bottom + other.top * self.bottom, self.bottom * other.bottom)

    __radd__ = __add__

    def __lt__(self, other):
        return self.top * other.bottom < other.top * self.bottom

    def __float__(self):
        return self.top / self.bottom

    def __str__(self):
        return str(self.top) if self.bottom == 1 else f"{self.top}/{self.bottom}"


def harmonic(n):
    """1 + 1/2 + ... + 1/n"""
    return sum(Ratio(1, k) for k in range(1, n + 1))


for n in (1, 2, 3, 4, 10, 50):
    h = harmonic(n)
    print(f"H({n}) = {h}, about {float(h):.6f}")

print("in order:", " < ".join(map(str, sorted([Ratio(3, 4), Ratio(2, 3), Ratio(5, 7)]))))
for attempt in (lambda: Ratio(1, 0), lambda: Ratio(1, 2) + "a half"):
    try:
        print(attempt())
    except (ZeroDivisionError, TypeError) as error:
        print(f"{type(error).__name__}: {error}")
