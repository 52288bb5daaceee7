# Float loops with NaN, infinities, signed zero and ints slipping in after the loop has become hot.
import math

nan, inf = float("nan"), float("inf")


def acc(n, special, at):
    s = 0.0
    lo, hi = inf, -inf
    for i in range(n):
        x = special if i == at else i * 0.5 - 50
        s += x
        if x < lo:
            lo = x
        if x > hi:
            hi = x
    return s, lo, hi


for sp in (nan, inf, -inf, -0.0, 7, 2 ** 70, True):
    print(sp, acc(400, sp, 300))


def signs(n):
    z = 0.0
    out = []
    for i in range(n):
        z = -z
        if i % 100 == 99:
            out.append(math.copysign(1, z + 0.0 if i % 200 == 99 else z))
    return out, z


print(signs(500), signs(501))


def grow(x):
    k = 0
    while x < inf:
        x = x * 1.9 + 1
        k += 1
    return k, x, x - x == x - x


print(grow(1.0), grow(1e300))


def shrink(x):
    k = 0
    while x > 0:
        x /= 3
        k += 1
    return k, x


print(shrink(1.0), shrink(1e-300), shrink(5e-324))
m = 0
for i in range(600):
    v = (i - 300) / 7
    m += int(v) + (v // 1 == math.floor(v)) + int(v % 3) + (1 if v == int(v) else 0)
print(m)
c = [0, 0, 0, 0]
vals = [nan, 1.0, -1.0, inf, 0.0, -0.0]
for i in range(720):
    a, b = vals[i % 6], vals[i // 6 % 6]
    c[0] += a < b
    c[1] += a <= b
    c[2] += a == b
    c[3] += not (a > b)
print(c)
mn = mx = nan
for v in vals * 60:
    mn = min(mn, v)
    mx = max(v, mx)
print(mn, mx)
h = 0
for i in range(500):
    x = i if i % 2 else float(i)
    y = x * 3 - 1
    h += 1 if isinstance(y, int) else 10000
    h += hash(x) == hash(i)
print(h)
p = 1.0
for i in range(1, 400):
    p = p * -0.99 if i % 3 else (p + 0.1) ** 2 % 3
print(p)
