# A generator that dies before it is exhausted is closed: its finally and with blocks run.
import gc
import sys


def numbers(name):
    try:
        for i in range(100):
            yield i
    finally:
        print("end of", name)


class Resource:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind and kind.__name__)


def lines(name):
    with Resource(name) as r:
        while True:
            yield r.name


for x in numbers("loop"):
    if x == 3:
        break
print("behind the loop")

g = numbers("deleted")
next(g)
del g
print("behind del")

g = lines("overwritten")
print(next(g))
g = None
print("behind None")


# Nothing waits in these.
g = numbers("never started")
del g
g = numbers("exhausted")
print(sum(g))
del g
g = numbers("closed")
next(g)
g.close()
del g
gc.collect()


def first(name):
    for x in numbers(name):
        break
    print("in the function", x)
    return x


print(first("function"))


def outer():
    try:
        yield from numbers("inner")
    finally:
        print("end of outer")


g = outer()
print(next(g), next(g))
del g


def in_handler():
    try:
        raise ValueError("x")
    except ValueError:
        try:
            yield 1
        except GeneratorExit:
            print("GeneratorExit within the handler", sys.exc_info()[0].__name__)
            raise
    finally:
        print("finally")


g = in_handler()
next(g)
del g


def plain():
    yield 1
    yield 2


g = plain()
next(g)
del g


def cycle():
    me = yield
    try:
        yield
    finally:
        print("end of a cycle", me is not None)


g = cycle()
next(g)
g.send([g])
del g
gc.collect()

count = [0]


def counted(n):
    try:
        for i in range(n):
            yield i
    finally:
        count[0] += 1


def hot(n):
    total = 0
    for i in range(n):
        for x in counted(5):
            if x == 2:
                break
            total += x
        else:
            total += 1000
    return total


print(hot(3000))
gc.collect()
print(count)


def search(n):
    held = []
    for i in range(n):
        g = counted(3)
        held.append(next(g))
        if i % 2:
            held.append(g)
    return held


held = search(2000)
gc.collect()
print(count)
del held
gc.collect()
print(count)

kept = numbers("kept until the end")
next(kept)
print("the end")
