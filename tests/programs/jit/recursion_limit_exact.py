# The very call at which the limit is reached is the same compiled and interpreted.
import sys

calls = []


def leaf(n):
    return n + 1


def down(n):
    calls[0] = n
    m = leaf(leaf(n))
    calls[1] = m
    return down(m)


def inner(n):
    return leaf(n)


def nested(n):
    calls[0] = n
    m = inner(n)
    calls[1] = m
    return nested(m)


for limit in range(150, 170):
    sys.setrecursionlimit(limit)
    for f in (down, nested):
        seen = set()
        for _ in range(20):
            calls[:] = [0, 0]
            try:
                f(0)
            except RecursionError:
                seen.add(tuple(calls))
        if len(seen) != 1 or list(seen)[0][0] < 100:
            print(f.__name__, limit, sorted(seen))
print("done")
