# Tuples packed and unpacked in hot loops: swaps, multiple results, keys, comparison, changing lengths.
def minmax(a, b):
    return (a, b) if a < b else (b, a)


def stats(xs):
    lo = hi = xs[0]
    n, s = 0, 0
    for x in xs:
        (lo, _), (_, hi) = minmax(lo, x), minmax(hi, x)
        n, s = n + 1, s + x
    return lo, hi, n, s


print(stats(list(range(300, -300, -1))), stats([1.5, 2] * 200), stats(["b", "a"] * 0 + [5]), stats([2 ** 70, 1] * 100))
a, b, c = 1, 2, 3
for i in range(700):
    a, b, c = b, c, a + (i % 2)
print(a, b, c)
t = ()
for i in range(500):
    t = (t + (i,))[-5:]
    x, *y = t
print(t, x, y)
d = {}
for i in range(600):
    k = i % 3, (i % 2, "k")
    d[k] = d.get(k, 0) + i
print(d)
less = 0
prev = (0, 0.0)
for i in range(500):
    cur = (i * 7 % 10, i * 3 % 4 / 2)
    less += (prev < cur) + (prev == cur) * 100 + (prev[:1] == cur[:1]) * 1000
    prev = cur
print(less, prev)
shapes = [(1, 2), (1, 2, 3), (1,), ()]
s = 0
for i in range(800):
    v = shapes[i % 2 if i < 600 else i % 4]
    s += len(v) * 10 + sum(v)
    for w in v:
        s += w
    try:
        p, q = v
        s += p * q * 1000
    except ValueError:
        s -= 1
print(s)
pts = [(i, i * i) for i in range(100)]
for _ in range(6):
    pts = [(y % 101, x) for x, y in pts]
print(pts[:4], sorted(pts)[-1], max(pts, key=lambda p: (p[1], -p[0])))
acc = (0, ())
for i in range(300):
    n, rest = acc
    acc = (n + i, (i, rest[0] if rest else None))
print(acc)
