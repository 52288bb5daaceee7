# Deeper than any machine stack of a few megabytes would carry, frame by frame.
import sys

sys.setrecursionlimit(100000)


def depth(n):
    return 0 if n == 0 else depth(n - 1) + 1


def build(n):
    return None if n == 0 else (n, build(n - 1))


def total(pair):
    return 0 if pair is None else pair[0] + total(pair[1])


for n in (10, 1000, 9000, 30000):
    print(depth(n))
print(total(build(20000)))
print(total(build(5)))
