# Array expressions, for Hothouse's numarray and for NumPy: prints OPERATION NANOSECONDS-PER-ELEMENT.
#     kernels.py [elements]
import sys
import time

try:
    import numarray as np
except ImportError:
    import numpy as np


def noise(n, seed):
    out = []
    for k in range(n):
        seed = (seed * 1664525 + 1013904223) % 4294967296
        signed = seed - 4294967296 if seed >= 2147483648 else seed
        out.append(signed / 2147483648.0)
    return np.array(out)


n = int(sys.argv[1]) if len(sys.argv) > 1 else 100000
a = noise(n, 1)
b = noise(n, 2)
c = noise(n, 3)


# An expression is computed when an element is looked at.
def add():
    r = a + b
    return r[n // 2]


def lin():
    r = 2 * a + 3 * b - 4 * c
    return r[n // 2]


def hyp():
    r = np.sqrt(a * a + b * b)
    return r[n // 2]


def expcos():
    r = np.exp(-a * a) * np.cos(b)
    return r[n // 2]


def wheresum():
    return np.where(a > 0, a, b).sum()


def total():
    return a.sum()


def dot():
    return (a * b).sum()


def mask():
    return len(a[a > 0])


def in_place():
    global c
    c *= 1.0
    return c[n // 2]


def loop():
    s = 0.0
    for i in range(n):
        s += a[i] * b[i]
    return s


TESTS = [("add", add), ("lin", lin), ("hyp", hyp), ("expcos", expcos), ("wheresum", wheresum),
         ("sum", total), ("dot", dot), ("mask", mask), ("in_place", in_place), ("loop", loop)]
for name, f in TESTS:
    times = []
    count = max(1, 2000000 // n)
    if name == "loop":
        count = 1
    for run in range(-1, 9):  # the first warms up, as in kernels.c
        start = time.process_time()
        for k in range(count):
            f()
        if run < 0:
            continue
        times.append((time.process_time() - start) / count / n * 1e9)
    times.sort()
    print(name, f"{times[4]:.4f}")
