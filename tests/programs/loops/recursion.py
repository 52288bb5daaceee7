# Deep, mutual and multi-way recursion, recursion with defaults, through methods, and exceptions unwinding it.
import sys


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def fact(n):
    return 1 if n == 0 else n * fact(n - 1)


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


def ack(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ack(m - 1, 1)
    return ack(m - 1, ack(m, n - 1))


def hanoi(n, a="A", b="B", c="C"):
    if n == 0:
        return 0
    return hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)


def tak(x, y, z):
    if y >= x:
        return z
    return tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y))


def depth(n):
    if n == 0:
        raise ValueError("bottom")
    try:
        depth(n - 1)
    finally:
        trail.append(n)


def flatten(x):
    out = []
    for v in x:
        if isinstance(v, list):
            out += flatten(v)
        else:
            out.append(v)
    return out


class Tree:
    def __init__(self, d):
        self.v = d
        self.kids = [Tree(d - 1) for _ in range(d)] if d else []

    def total(self):
        return self.v + sum(k.total() for k in self.kids)


print(fib(15), fact(30), even(300), odd(301), ack(2, 5), hanoi(8), tak(8, 4, 2))
trail = []
try:
    depth(150)
except ValueError as e:
    print(e, len(trail), sum(trail))
print(flatten([1, [2, [3, [4]], []], [[[5]]]]), Tree(4).total())
print(fact(300) % 1000000007, sum(fib(i % 12) for i in range(40)))
g = lambda n, s=0: s if n == 0 else g(n - 1, s + n * 0.5)
print(g(400))


def down(n):
    return 0 if n == 0 else 1 + down(n - 1)


print(down(800), [down(i) for i in range(0, 300, 50)])
try:
    down(10 ** 6)
except RecursionError as e:
    print(type(e).__name__, str(e)[:32])
print(down(500))
