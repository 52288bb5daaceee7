# Element access in hot loops.
try:
    import numarray as np
except ImportError:
    import numpy as np


def total(a):
    s = 0.0
    for i in range(len(a)):
        s += a[i]
    return s


def scale(a, f):
    for i in range(len(a)):
        a[i] = a[i] * f


def matmul(a, b, n):
    c = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            s = 0.0
            for k in range(n):
                s += a[i, k] * b[k, j]
            c[i, j] = s
    return c


def sieve(n):
    flags = np.ones(n + 1, dtype=bool)
    flags[0] = False
    flags[1] = False
    for i in range(2, int(n ** 0.5) + 1):
        if flags[i]:
            for j in range(i * i, n + 1, i):
                flags[j] = False
    count = 0
    for i in range(n + 1):
        if flags[i]:
            count += 1
    return count


a = np.arange(2000.0)
print(total(a), total(a[::-2]), total(np.arange(2000)))
scale(a, 0.5)
print(total(a), a[-1], a[3])
k = np.arange(300)
scale(k, 3)
print(k.sum(), k[7])
m = np.arange(144.0).reshape(12, 12)
print(matmul(m, m.T, 12).sum(), matmul(m, m, 12)[3, 4])
print(sieve(3000))
# Expressions and stores by turns.
x = np.zeros(50)
log = []
for i in range(400):
    y = x + 1
    x[i % 50] = i
    log.append(y[i % 50])
print(sum(log), x[10])
# Errors in a hot loop.
try:
    for i in range(3000):
        a[i] = i
except IndexError as e:
    print(e, i)
nan = np.zeros(600)
nan[5] = float("nan")
print(sum([1 for i in range(600) if nan[i] != nan[i]]))
