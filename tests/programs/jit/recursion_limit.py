# RecursionError at the limit, at each depth from which it is reached, and life afterwards.
import sys


def down(n):
    return 0 if n == 0 else 1 + down(n - 1)


def forever(n):
    return forever(n + 1) + 1


def leaf(n):
    return n + 1


def through_leaf(n):
    return through_leaf(leaf(n))


depth = 0


def count():
    global depth
    depth += 1
    count()


def ping(n):
    return pong(n + 1)


def pong(n):
    return ping(n + 1)


class Node:
    def __init__(self, child):
        self.child = child

    def height(self):
        return 1 + self.child.height()


def catching(n):
    try:
        return catching(n + 1)
    except RecursionError:
        return n


for k in range(150):
    down(k)
for f in (forever, through_leaf, ping):
    for _ in range(3):
        try:
            f(0)
        except RecursionError as e:
            print(f.__name__, e)
reached = []
for _ in range(3):
    depth = 0
    try:
        count()
    except RecursionError:
        reached.append(depth)
print(reached[0] == reached[1] == reached[2], 900 < depth < 1000)
ring = Node(None)
ring.child = ring
try:
    ring.height()
except RecursionError as e:
    print("height", e)
print(catching(0) == catching(0), 900 < catching(0) < 1000)
sys.setrecursionlimit(5000)
print(down(4000))
sys.setrecursionlimit(300)
try:
    down(400)
except RecursionError as e:
    print("limit", e)
print(down(200))
