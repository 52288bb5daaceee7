# Array expressions, for Hothouse's numarray and for NumPy.
#     kernels.py [elements]
# Prints OPERATION NANOSECONDS-PER-ELEMENT FIRST, as kernels.c does: the median of ROUNDS rounds after WARM_UP
# seconds of the same, and what the very first call took, per element.
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
WARM_UP = 0.2
ROUNDS = 15

for name, f in TESTS:
    count = max(1, 2000000 // n)
    if name == "loop":
        count = max(1, count // 10)

    def measure(calls):
        start = time.process_time()
        for k in range(calls):
            f()
        return (time.process_time() - start) / calls / n * 1e9

    begin = time.process_time()
    first = measure(1)
    while time.process_time() - begin < WARM_UP:
        measure(count)
    times = sorted([measure(count) for run in range(ROUNDS)])
    print(name, f"{times[ROUNDS // 2]:.4f} {first:.4f}")
