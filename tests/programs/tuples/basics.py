# Tuples: construction, immutability, hashing, comparison, unpacking, methods, concatenation.
t = (1, "two", 3.0)
print(t, len(t), t[0], t[-1], t[1:], t[::-1], t + (4,), t * 2, (), (1,), 1,)
print(t.index("two"), t.count(1), t.count(True), "two" in t, (1, 2) in ((1, 2), 3), tuple("abc"), tuple([1, [2]]), tuple(range(3)), tuple())
for f in (lambda: t[5], lambda: t.index("x"), lambda: t + [1], lambda: t["a"], lambda: t.append(1), lambda: hash(([],)), lambda: t < (1, 2), lambda: tuple(5)):
    try:
        f()
    except (IndexError, ValueError, TypeError, AttributeError) as e:
        print(type(e).__name__, e)
try:
    t[0] = 5
except TypeError as e:
    print(e)
try:
    del t[0]
except TypeError as e:
    print(e)
print((1, 2) < (1, 3), (1, 2) < (1, 2, 0), () < (0,), (1, 2) == (1.0, 2.0), (1, (2, (3,))) == (1, (2, (3,))), (2,) > (1, 99), (1, 2) <= (1, 2))
print(hash((1, 2)) == hash((1.0, 2.0)), hash(()) == hash(()), {(1, 2): "a"}[(1.0, 2)], len({(1,), (1.0,), (True,), (2,)}))
d = {}
for i in range(12):
    for j in range(12):
        d[i % 5, j % 3] = d.get((i % 5, j % 3), 0) + i * j
print(sorted(d.items()))
a, b = b, a = 1, 2
print(a, b)
(x, y), z = (1, 2), 3
print(x, y, z)


def minmax(seq):
    lo = hi = seq[0]
    for v in seq:
        lo, hi = min(lo, v), max(hi, v)
    return lo, hi


print(minmax([3, 1, 4, 1, 5, 9, 2, 6]), max(minmax([7])), sum((1, 2, 3)), sorted((3, 1, 2)))
t = ([1], 2)
t[0].append("x")
print(t)
u = t
u += (3,)
print(t, u, u[:2] == t)
print(hash((1, 2, 3)) == hash((1, 2.0, 3)), hash((-1, 2.5)) == hash((-1.0, 5 / 2)), hash((1, (2, 3))) == hash((True, (2, 3))))
pairs = [(i, -i) for i in range(200)]
s = 0
for p, q in pairs:
    s += p * q
    (p, q), r = (q, p), p
    s ^= p - r
print(s)
