# Arithmetic right at the edges of small integers, int64 and beyond, through both signs and back.
edges = []
for k in (30, 31, 32, 46, 47, 48, 50, 51, 52, 53, 61, 62, 63, 64):
    edges += [2 ** k - 1, 2 ** k, -2 ** k, -2 ** k - 1]
print([e + 1 for e in edges])
print([e - 1 for e in edges])
print([e * 2 for e in edges])
print([-e for e in edges])
print([e * e for e in edges])
print([(e + 1) - 1 == e and (e * 3) // 3 == e and e - e == 0 for e in edges].count(True), len(edges))
print([e // 3 for e in edges])
print([e % 1000 for e in edges])
print([abs(e) - 5 for e in edges])
print([int(str(e)) == e and int(hex(e), 16) == e for e in edges].count(False))
d = {e: i for i, e in enumerate(edges)}
print(len(d), d[2 ** 63], d[-2 ** 63], d[2 ** 47 - 1], d[4611686018427387904], d[float(2 ** 62)])
print(sorted(edges)[:4], sorted(edges, key=abs)[:4], max(edges), min(edges))
x = 2 ** 62
for _ in range(6):
    x += 2 ** 61
    print(x, end=" ")
for _ in range(12):
    x -= 2 ** 61
print(x, x == 2 ** 62 - 6 * 2 ** 61)
y = 3037000499
print(y * y, (y + 1) * (y + 1), -(y + 1) * (y + 1), y * -y)
m = 9223372036854775807
print(m + 1, m + m, m * m, -m - 1, -m - 2, m - (-1), -m - 1 - 1, (-m - 1) * -1, abs(-m - 1))
