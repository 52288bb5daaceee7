# Context managers: order, exceptions passed to __exit__, suppression, several in one with, failing enter and exit.
class CM:
    def __init__(self, name, swallow=False, fail=None):
        self.name, self.swallow, self.fail = name, swallow, fail

    def __enter__(self):
        log.append("+" + self.name)
        if self.fail == "enter":
            raise ValueError("enter " + self.name)
        return self.name.upper()

    def __exit__(self, t, v, tb):
        log.append("-%s %s %s" % (self.name, t and t.__name__, v))
        if self.fail == "exit":
            raise KeyError("exit " + self.name)
        return self.swallow


log = []


def flush(*a):
    print(*a, log)
    log.clear()


with CM("a") as a:
    log.append(a)
flush()
with CM("a") as a, CM("b") as b:
    log.append(a + b)
flush()
with (
    CM("p") as p,
    CM("q"),
):
    log.append(p)
flush()
with CM("s", True):
    1 / 0
flush("swallowed")
try:
    with CM("o"), CM("i", fail="exit"):
        raise TypeError("body")
except KeyError as e:
    flush(repr(e), repr(e.__context__))
try:
    with CM("o"), CM("i", fail="enter"):
        log.append("never")
except ValueError as e:
    flush(e)
with CM("o", True), CM("i", fail="exit"):
    raise TypeError("body")
flush()


def ret(x):
    with CM("r"):
        if x:
            return "early"
    return "late"


flush(ret(1), ret(0))
for i in range(4):
    with CM("l%d" % i, True):
        if i == 1:
            continue
        if i == 2:
            raise ValueError(i)
        if i == 3:
            break
flush(i)


def gen():
    with CM("g"):
        yield 1
        yield 2


g = gen()
next(g)
g.close()
flush(list(gen()))
lst = [0]
with CM("t") as lst[0]:
    pass
flush(lst)


class Bad:
    pass


class NoExit:
    def __enter__(self):
        return 1


for c in (Bad, NoExit):
    try:
        with c():
            pass
    except TypeError as e:
        print(e)
n = 0


class Quick:
    def __enter__(self):
        return self

    def __exit__(self, t, v, tb):
        global n
        n += 1 if t is None else 100
        return t is ValueError


for i in range(600):
    with Quick() as q:
        if i % 50 == 49:
            raise ValueError(i)
        n += 1
print(n)
