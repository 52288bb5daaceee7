# Float loops whose last bits depend on evaluation order: Newton, Horner, Euler, Simpson, logistic map, Kahan.
import math


def newton(a):
    x = a
    for _ in range(30):
        x = 0.5 * (x + a / x)
    return x


def horner(cs, x):
    r = 0.0
    for c in cs:
        r = r * x + c
    return r


def euler(n):
    x, v, t = 1.0, 0.0, 0.0
    dt = 10.0 / n
    for _ in range(n):
        v -= x * dt
        x += v * dt
        t += dt
    return x, v, t


def simpson(f, a, b, n):
    h = (b - a) / n
    s = f(a) + f(b)
    for i in range(1, n):
        s += f(a + i * h) * (4 if i % 2 else 2)
    return s * h / 3


print([newton(float(a)) for a in (2, 3, 10, 1e10, 1e-10)])
print(horner([1, -3.5, 2, 0.125], 1.7), horner([1 / math.factorial(k) for k in range(15, -1, -1)], 1.0))
print(euler(1500))
print(simpson(math.sin, 0, math.pi, 300), simpson(lambda x: x ** 3 - x, -1, 2, 100))
x = 0.3
for i in range(1000):
    x = 3.9 * x * (1 - x)
print(x)
s, c = 0.0, 0.0
for i in range(1, 2000):
    y = 1.0 / i - c
    t = s + y
    c = (t - s) - y
    s = t
print(s, c)
pi = 0.0
for k in range(1500):
    pi += (-1) ** k / (2 * k + 1)
print(pi * 4)
m = 0.0
for i in range(1, 400):
    m = max(m, math.sin(i) * math.sqrt(i)) if i % 2 else min(m + 0.01, 5)
print(m)
