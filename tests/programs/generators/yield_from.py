# yield from: return values, send and throw passed through, closing, plain iterables, recursion.
def inner():
    got = []
    try:
        for i in range(3):
            try:
                got.append((yield i))
            except ValueError as e:
                got.append(str(e))
    finally:
        log.append("inner done")
    return got


def outer():
    r = yield from inner()
    log.append(r)
    s = yield from [10, 20]
    log.append(s)
    t = yield from (x for x in "ab")
    return r, s, t


log = []
g = outer()
print(next(g), g.send("one"), g.throw(ValueError("thrown")), next(g), log)
print(next(g), next(g), next(g))
try:
    next(g)
except StopIteration as e:
    print(e.value)
print(log)
log.clear()
g = outer()
next(g)
g.close()
print(log, list(g))
g = outer()
next(g)
try:
    g.throw(KeyError("k"))
except KeyError as e:
    print(e, log)


def walk(t):
    if isinstance(t, list):
        for x in t:
            yield from walk(x)
    else:
        yield t


print(list(walk([1, [2, [3, [4, []]], 5], [[6]]])))


def permutations(xs):
    if not xs:
        yield []
    for i in range(len(xs)):
        for p in permutations(xs[:i] + xs[i + 1:]):
            yield [xs[i]] + p


print(len(list(permutations([1, 2, 3, 4]))), list(permutations("abc"))[3])


class Node:
    def __init__(self, v, l=None, r=None):
        self.v, self.l, self.r = v, l, r

    def __iter__(self):
        if self.l:
            yield from self.l
        yield self.v
        if self.r:
            yield from self.r


def build(lo, hi):
    if lo >= hi:
        return None
    m = (lo + hi) // 2
    return Node(m, build(lo, m), build(m + 1, hi))


print(list(build(0, 20)), sum(build(0, 150)))


def chain(*its):
    for it in its:
        yield from it


print(list(chain("ab", [1], (), {2: 3}, range(2))), sum(chain(range(300), range(300))))
try:
    list(chain(5))
except TypeError as e:
    print(e)


def with_iter():
    it = iter([1, 2, 3])
    yield from it
    yield "rest: %s" % list(it)


print(list(with_iter()))


def send_to_list():
    yield from [1, 2]


s = send_to_list()
next(s)
try:
    s.send("x")
except AttributeError as e:
    print(e)


def deep(n):
    if n:
        yield n
        yield from deep(n - 1)


print(sum(deep(80)), sum(sum(deep(i)) for i in range(25)))
