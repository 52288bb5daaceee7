# zip, enumerate, reversed, sorted and dict items in hot loops whose containers change size or kind between rounds.
xs, ys = list(range(20)), [i * 0.5 for i in range(25)]
s = 0
for k in range(40):
    for i, (x, y) in enumerate(zip(xs, ys)):
        s += i * x - y
    xs.append(k)
    if k == 20:
        ys[3] = 2 ** 65
    if k == 25:
        ys[3] = 0
    for x in reversed(xs):
        s -= x
        if x > 30:
            break
print(s, len(xs))
d = {}
for k in range(60):
    d["k%d" % k] = k
    for key, v in d.items():
        s += len(key) * v
    for v in sorted(d.values(), reverse=k % 2 == 0):
        s = int(s) - int(v)
        if v > 10:
            break
    if k % 10 == 9:
        d = {key: v + 0.5 for key, v in d.items() if v % 2}
s = int(s)
print(s, len(d), list(d.items())[:3])
m = [[r * c for c in range(6)] for r in range(6)]
for _ in range(30):
    m = [list(row) for row in zip(*m[::-1])]
    for r, row in enumerate(m):
        for c, v in enumerate(row):
            m[r][c] = (v + r - c) % 97
print(m)
words = ("alpha", "be", "gam☃a", "")
n = 0
for i in range(300):
    for j, ch in enumerate(words[i % 4]):
        n += ord(ch) * (j + 1)
    for a, b in zip(words[i % 4], words[(i + 1) % 4]):
        n += a < b
print(n)
z = zip(range(3), "ab")
print(list(z), list(z), [p for p in zip()], list(zip(range(2))), dict(enumerate("ab")), next(zip("x", [1])))
it = iter(range(300))
pairs = 0
for a, b in zip(it, it):
    pairs += b - a
print(pairs, next(it, "done"))
