# Sums and products that leave small ints, then int64, midway through a hot loop, and come back again.
def total(n, step):
    s = 0
    for i in range(n):
        s += step
    return s


def product(n):
    p = 1
    for i in range(1, n):
        p *= i % 13 + 1
    return p


def updown(n):
    x = 1
    peak = 0
    for i in range(n):
        if i % 200 < 100:
            x = x * 3 + 1
        else:
            x = x // 3
        if x > peak:
            peak = x
    return x, peak


print(total(1000, 1), total(1000, 2 ** 40), total(1000, 2 ** 55), total(1000, 2 ** 62), total(1000, -2 ** 60), total(1000, 2 ** 70))
print(product(20), product(60), product(300) % (10 ** 18), product(300).bit_length())
print(updown(600))
x = 1
for i in range(400):
    x = x * 2
    if x > 2 ** 100:
        x = 3
print(x)
a, b = 0, 1
for i in range(500):
    a, b = b, a + b
print(a)
c = 2 ** 63 - 500
crossed = -1
for i in range(1000):
    c += 1
    if crossed < 0 and c > 9223372036854775807:
        crossed = i
print(c, crossed)
d = -2 ** 63 + 500
for i in range(1000):
    d -= 1
print(d)
e = 2 ** 47 - 300
for i in range(600):
    e = e + 1 if i % 3 else e + 2
print(e)
f = 0
for i in range(700):
    f = f * -5 + i
    f = f if abs(f) < 2 ** 66 else f % 1000
print(f)
