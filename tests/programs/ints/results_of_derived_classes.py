# Conversion methods that return instances of derived classes: the plain number, and a warning; int() by __trunc__,
# the truth of NotImplemented.
import math
import operator
import warnings


def show(f, *args):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            r = f(*args)
            print(repr(r), type(r).__name__)
        except Exception as e:
            print(type(e).__name__, e)
        for w in caught:
            print("   ", w.category.__name__, w.message)


class Int(int):
    pass


class Float(float):
    pass


class Complex(complex):
    pass


class AsInt:
    def __init__(self, value):
        self.value = value

    def __int__(self):
        return self.value


class AsIndex(AsInt):
    def __index__(self):
        return self.value

    __int__ = None


class OnlyIndex:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


class AsFloat:
    def __init__(self, value):
        self.value = value

    def __float__(self):
        return self.value


class AsComplex(AsFloat):
    def __complex__(self):
        return self.value


class Truncated(AsFloat):
    def __trunc__(self):
        return self.value


for value in (Int(3), True, 4, "x"):
    show(int, AsInt(value))
    show(int, OnlyIndex(value))
    show(operator.index, OnlyIndex(value))
    show(range, OnlyIndex(value))
    show([5, 6, 7, 8, 9].__getitem__, OnlyIndex(value))
    show(int, "12", OnlyIndex(value))
for value in (Float(1.5), 2.5, 3, None):
    show(float, AsFloat(value))
    show(complex, AsFloat(value))
    show(math.sqrt, AsFloat(value))
for value in (Complex(1j), 2j, 3.0):
    show(complex, AsComplex(value))
for value in (7, Int(8), AsInt(9), OnlyIndex(10), 1.5):
    show(int, Truncated(value))
show(operator.index, True)
show(int.__new__, bool, 0)
show(int, memoryview(b"12"))
show(int, memoryview(b"12"), 10)
show(int, b"12", 10)
show(bool, NotImplemented)
show(lambda: 1 if NotImplemented else 2)
show(lambda: not NotImplemented)
show(lambda: [x for x in (NotImplemented, 0, ..., NotImplemented) if x])
warnings.simplefilter("ignore")
total = 0
for i in range(2000):
    total += operator.index(OnlyIndex(Int(i))) + [1, 2, 3][OnlyIndex(True)]
    if NotImplemented if i % 7 else 0:
        total += 1
print(total)
