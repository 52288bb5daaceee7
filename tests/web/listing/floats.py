# Floats: arithmetic, comparisons, conversions, functions of math.
from math import floor, sqrt


def wave(n):
    x, y, hits = 0.5, 0.25, 0
    for i in range(n):
        x = x * 1.0001 + y / (i + 1.5)
        y = sqrt(abs(x * 0.25 - 0.5 * y))
        if y > 0.6:
            hits += floor(x * 8.0)
    return x, y, hits


print(wave(3000))
