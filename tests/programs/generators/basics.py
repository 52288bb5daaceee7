# Generator functions: laziness, state, return, try inside, generators as iterators, default arguments, in containers.
def gen(n):
    log.append("start")
    i = 0
    while i < n:
        log.append(i)
        yield i
        i += 1
    log.append("end")
    return "ret"


log = []
g = gen(2)
print(log, next(g), log, next(g), next(g, "default"), log)
print(iter(g) is g, list(g), list(gen(3)), tuple(gen(2)), sum(gen(4)), max(gen(3)), dict(zip(gen(2), "ab")), [*gen(2)], 2 in gen(5))
a, b, c = gen(3)
print(a, b, c)


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def until(limit, it):
    for x in it:
        if x > limit:
            return
        yield x


print(list(until(100, fib())), [x for x in until(10 ** 20, fib())][-1])


def never():
    return
    yield


def conditional(x):
    if x:
        yield "yes"


print(list(never()), list(conditional(0)), list(conditional(1)), next(conditional(0), "none"))


def primes():
    sieve = {}
    n = 2
    while True:
        if n not in sieve:
            yield n
            sieve[n * n] = [n]
        else:
            for p in sieve.pop(n):
                sieve.setdefault(p + n, []).append(p)
        n += 1


p = primes()
print([next(p) for _ in range(25)])


def window(it, k):
    buf = []
    for x in it:
        buf.append(x)
        if len(buf) == k:
            yield tuple(buf)
            buf.pop(0)


print(list(window("abcde", 3)), list(window([1], 2)))


class Iter:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        for i in range(self.n):
            yield i, self.n


it = Iter(2)
print(list(it), list(it), [(x, y) for x in it for y in it][1])
g1, g2 = fib(), fib()
for _ in range(5):
    next(g1)
print(next(g1), next(g2), type(g1).__name__, gen.__name__, hasattr(g1, "send"))
ge = (x * y for x in range(3) for y in range(x))
print(next(ge), list(ge), type(ge).__name__, sum(x for x in gen(3)))


def yields_in_expr():
    x = (yield 1) or 5
    y = [(yield x), (yield x + 1)]
    print("got", x, y)
    yield f"{(yield 'f')}"


print(list(yields_in_expr()))


def err():
    yield 1
    raise KeyError("inside")


e = err()
print(next(e))
try:
    next(e)
except KeyError as x:
    print(x, list(e))
