# Large but bearable containers, and sizes that must be refused with an error instead of a crash.
a = [0] * 20000
a[19999] = 1
s = "ab" * 20000
d = dict.fromkeys(range(5000), 1)
t = tuple(range(10000))
print(len(a), sum(a), len(s), s[-3:], len(d), sum(d), t[-1], len(set(t)), s.count("ba"), sum(t[::3]))
for f in (lambda: [0] * (2 ** 62), lambda: "x" * (2 ** 62), lambda: (1,) * (2 ** 62), lambda: [1] * 2 ** 64, lambda: "ab" * 2 ** 70, lambda: 1 << 2 ** 70, lambda: [0][2 ** 64], lambda: "abc".center(2 ** 64), lambda: range(2 ** 70)[2 ** 69], lambda: len(range(2 ** 70)), lambda: "%99999999999999999999d" % 1, lambda: list(range(10))[:2 ** 80], lambda: "x".zfill(10 ** 30)):
    try:
        print(f())
    except (MemoryError, OverflowError, IndexError, ValueError) as e:
        print(type(e).__name__, e)
print("abc" * -(2 ** 40), [1] * -(2 ** 40), "abc"[-2 ** 70:2 ** 70], [1, 2, 3][2 ** 70:], range(10 ** 30)[10 ** 29], 0 >> 2 ** 70, 5 >> 2 ** 70, -5 >> 2 ** 70)


def many(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, b0=0, b1=1, b2=2, b3=3, b4=4, b5=5, *rest, **kw):
    return a0 + a9 + b5 + len(rest) + len(kw)


print(many(*range(300)), many(*range(10), **{"k%d" % i: i for i in range(300)}))
nested = []
for i in range(60):
    nested = [nested, i]
print(str(nested)[:70], len(str(nested)))
x = [[[[[[[[[[1]]]]]]]]]]
for _ in range(10):
    x = x[0]
print(x, max(len(str(i)) for i in range(1000)), ((((((((((1 + 1) * 2) + 1) * 2) + 1) * 2) + 1) * 2) + 1) * 2))
long = "x" * 5000
print(long == "x" * 5000, hash(long) == hash("x" * 5000), {long: 1}["x" * 5000], long < long + "a", (long + "é")[-1], len(long.replace("x", "yy")), long.find("xy"))
