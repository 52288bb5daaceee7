# Big integers inside hot loops: factorials, modular powers, digit sums, Fibonacci by matrix, shifts in and out of range.
def fact(n):
    r = 1
    for i in range(2, n + 1):
        r *= i
    return r


def digsum(n):
    s = 0
    while n:
        s += n % 10
        n //= 10
    return s


def mulmod(n):
    a, b, m = 1, 12345678901234567, 2 ** 61 - 1
    for i in range(n):
        a = a * b % m
        b = (b + a) % m
    return a, b


def lcg64(n):
    x = 1
    for _ in range(n):
        x = (x * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
    return x


def fibm(n):
    a, b, c, d = 1, 1, 1, 0
    ra, rb, rc, rd = 1, 0, 0, 1
    while n:
        if n & 1:
            ra, rb, rc, rd = ra * a + rb * c, ra * b + rb * d, rc * a + rd * c, rc * b + rd * d
        a, b, c, d = a * a + b * c, a * b + b * d, c * a + d * c, c * b + d * d
        n >>= 1
    return rb


print(digsum(fact(100)), digsum(2 ** 300), digsum(0), fact(25))
print(mulmod(10), mulmod(600), lcg64(1000), fibm(90), fibm(300))
x = 1
for i in range(500):
    x = x << 1 if i % 10 else x >> 5
    x |= i & 1
print(x, x.bit_length())
n = 0
for i in range(400):
    n = n * 10 + i % 10
    if n > 10 ** 40:
        n = n % (10 ** 17)
print(n)
c = 0
a = 2 ** 64
for i in range(500):
    a = a - 2 ** 57 if a > 0 else a + 2 ** 66
    c += (a > 2 ** 63) + (a < 0) * 10 + (a == 2 ** 62) * 100 + (-a < -2 ** 63) * 1000
print(a, c)
p, q = 0, 1
for i in range(300):
    p, q = q, p + q
    if q > 2 ** 80:
        p, q = p >> 60, q >> 60
print(p, q)
k = 3
t = 0
while k < 10 ** 60:
    k = k * k if k < 10 ** 5 else k * 7 - 1
    t += 1
print(k, t)
acc = 0
for i in range(300):
    acc += (-1) ** i * 2 ** (i % 70)
    acc ^= i
print(acc, acc & 0xFF, -acc >> 3)
s = 0
for i in range(300):
    s += (i - 150) ** 9
    s = s // 3 if i % 7 == 0 else s
print(s)
