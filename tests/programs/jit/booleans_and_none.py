# Booleans as numbers, as list elements, as loop state; None tests; or/and chains inside hot loops.
flags = [False] * 200
for i in range(2, 200):
    flags[i] = True
for i in range(2, 200):
    if flags[i]:
        for j in range(i * i, 200, i):
            flags[j] = False
print([i for i, f in enumerate(flags) if f][-5:], sum(flags), flags.count(True), flags[:4])
t = 0
on = False
for i in range(800):
    on = not on
    t += on
    t += on and i or 0
    t -= (i % 7 == 0) * 2
    if on is True:
        t += 1
    if (on == 1) is not on:
        t += 10 ** 6
    t += True if on and not i % 3 else False
print(t, on, type(on + on).__name__, type(on & True).__name__)
best = None
hist = []
for v in [5, 3, 9, None, 9, 0, 12, None] * 60:
    if v is None:
        best = None
    elif best is None or v > best:
        best = v
    hist.append(best)
print(hist[:16], hist.count(None), hist[-2:])
x = y = None
c = 0
for i in range(600):
    x = y or i
    y = x and i - 300
    c += (x is None) + (y == 0) * 100 + (y is False) * 1000
print(x, y, c)
s = [0, 0]
for i in range(500):
    s[i > 250] += 1
    s[i & 1 == 0] += True
print(s)
r = 0
for i in range(900):
    a, b, d = i % 2 == 0, i % 3 == 0, i % 5 == 0
    if a and (b or not d) and not (a and b and d):
        r += 1
    if a ^ b ^ d:
        r += 10
    if a < b or a == d:
        r += 100
    r += (a | b) + (a & d) - (not b)
    z = a or b or d or None
    if z is None:
        r += 1000
print(r)
v = True
for i in range(300):
    v = v + 1 if i == 200 else v
    v = v == 2 if i == 250 else v
print(v, v is True)
k = []
for i in range(300):
    k.append(i % 4 == 1)
    if i == 150:
        k.append(2)
print(sum(k), k[151], k[149], type(k[0]).__name__, [int(q) for q in k[145:156]])
