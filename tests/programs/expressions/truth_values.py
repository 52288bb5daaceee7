# What is true and what is false, in if, while, not, and, or, bool(), and filters.
import math


class L:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


class B(L):
    def __bool__(self):
        return self.n < 0


class E:
    pass


things = [0, 1, -1, 0.0, -0.0, 0.5, float("nan"), "", " ", "0", [], [0], (), (0,), {}, {0: 0}, set(), {0}, frozenset(),
          None, True, False, range(0), range(1), range(3, 3), 10 ** 30, 10 ** 30 - 10 ** 30,
          len, E, ..., len is None]
out = []
for x in things:
    r = "T" if x else "F"
    r += "t" if bool(x) else "f"
    r += "n" if not x else "y"
    while x:
        r += "w"
        break
    r += "a" if x and True else "-"
    out.append(r)
print(out)
print(bool(L(0)), bool(L(3)), bool(B(0)), bool(B(3)), bool(B(-1)), bool(E()))
print(len(list(filter(None, things))), sum(1 for x in things if x))
print(any([0, "", None]), any([]), all([]), all([1, "a", [0]]), all([1, 0, 2]))


class Bad:
    def __bool__(self):
        return 1


class BadLen:
    def __len__(self):
        return -1


class StrLen:
    def __len__(self):
        return "3"


for c in (Bad, BadLen, StrLen):
    try:
        print("yes" if c() else "no")
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(True + True, True * 3.5, sum([True, False, True]), -True, ~True, True / 2, [10, 20][True])
print(True == 1, {1: "a", True: "b"}, str(True), repr(False), int(True))
print(True & False, True | False, True ^ True, True & 3, type(True & True).__name__, type(True & 1).__name__)
