# How deep is too deep, and how often the traceback says that a line was repeated.
import sys


def down(n):
    global deepest
    deepest = n
    return down(n + 1)


for limit in (60, 61, 100, 1000):
    sys.setrecursionlimit(limit)
    try:
        down(1)
    except RecursionError as e:
        tb, frames = e.__traceback__, 0
        while tb is not None:
            frames += 1
            tb = tb.tb_next
        print(limit, deepest, frames, e)
down(0)
