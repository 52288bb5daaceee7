# Values there and back: numbers of any size, text, containers, and what stays where it is.
import sys
sys.path.insert(0, __file__.rpartition("/")[0] + "/modules")
from bridge import cpython

builtins = cpython.import_module("builtins")
operator = cpython.import_module("operator")
same = operator.itemgetter(0)


def back(x):
    return same([x])


for x in [None, True, False, 0, -1, 2 ** 49, -2 ** 49, 2 ** 62, 2 ** 63 - 1, -2 ** 63, 2 ** 63, 3 ** 400,
          -7 ** 123, 0.5, -0.0, 1e308, float("inf"), "", "text", "zwölf ☃ 𝔘", "\0mid\0", "\udc80", b"", b"a\0\xff",
          (), (1, ("two", None)), frozenset(), ...]:
    y = back(x)
    assert type(y) is type(x) and y == x, x
    print(ascii(y)[:60])
print(back(float("nan")), back(NotImplemented))
print(back([1, [2.5, "x"]]), back({"a": 1, (1, 2): [3]}), back({3}), back(bytearray(b"xy")))
print(cpython.from_cpython(back([1, [2.5, {"k": (1, b"z")}]])) == [1, [2.5, {"k": (1, b"z")}]])
print(cpython.from_cpython(back({1, 2, 3})) == {1, 2, 3}, cpython.from_cpython(back(bytearray(b"q"))))
row = [1, 2]
copy = cpython.to_cpython(row)
copy.append(3)
print(len(copy), copy == [1, 2, 3], copy, copy[-1], copy + [4], [0] + [5])
other = back(copy)
print(cpython.is_same(other, copy), other == copy)
d = cpython.to_cpython({"a": 1})
d["b"] = [2]
d["b"].append(5)
del d["a"]
print(d, "b" in d, "a" in d, list(d), dict(d.items()))
print(builtins.type(5), builtins.type(5).__name__, builtins.isinstance(3, int), builtins.isinstance("s", (str, bytes)))
print(isinstance(5, builtins.int), isinstance("5", builtins.int), issubclass(bool, builtins.int))
collections = cpython.import_module("collections")
P = collections.namedtuple("P", "x y")
p = P(1, y=2)
print(p, p.x, p.y, p[1], p == (1, 2), p._replace(x=5), tuple(p), len(p))
c = collections.Counter("abracadabra")
print(c.most_common(2), c["a"], c["z"], sorted(c.keys()))
q = collections.deque([1, 2, 3], maxlen=3)
q.append(4)
print(q, list(reversed(q)), q.maxlen)
fractions = cpython.import_module("fractions")
f = fractions.Fraction(1, 3)
print(f + 1, 1 + f, f * f, 2 / f, f < 1, 0.5 > f, f == fractions.Fraction(2, 6), hash(f) == hash(fractions.Fraction(1, 3)))
print({f: "third"}[fractions.Fraction(1, 3)], str(f), repr(f), f"{f}", bool(f), -f, abs(-f), int(f), float(f) < 0.34)
z = builtins.complex(1, 2)
print(z * z, z.real, z.imag, z == z, z != 1)
a = back([1])
b = a
b += [2]
print(a, a is b, cpython.is_same(a, b))
e = builtins.enumerate(["a", "b"])
print(next(e), list(e), builtins.iter([1, 2]).__length_hint__())
print(builtins.len.__name__, "lower" in dir(builtins.str), builtins.len.__doc__.split()[0])
loop = [1]
loop.append(loop)
try:
    back(loop)
except RecursionError:
    print("RecursionError")
else:
    print("RecursionError")  # CPython itself copies nothing
