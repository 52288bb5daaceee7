# Plain closure calls: a composed function and a counter with captured state.
# args: 50000
import sys


def adder(k):
    def add(x):
        return x + k
    return add


def compose(f, g):
    def both(x):
        return g(f(x))
    return both


def make_counter():
    count = 0

    def bump(by):
        nonlocal count
        count = (count + by) & 0xFFFFFF
        return count
    return bump


def run(n):
    f = compose(adder(3), compose(adder(-1), adder(5)))
    bump = make_counter()
    last = 0
    for i in range(n):
        last = bump(f(i))
    return last


print(run(int(sys.argv[1])))
