# Decorators: order, arguments, on methods and classes, wraps, stacking, counting, registering.
import functools

log = []


def trace(f):
    log.append("decorate " + f.__name__)

    @functools.wraps(f)
    def w(*a, **k):
        log.append("call %s%s%s" % (f.__name__, a if len(a) != 1 else "(%r)" % a, k or ""))
        return f(*a, **k)
    return w


def times(n):
    log.append("times %d" % n)

    def deco(f):
        log.append("deco %d" % n)
        return lambda *a: [f(*a) for _ in range(n)]
    return deco


@trace
@times(2)
@times(3)
def one(x):
    "docs"
    return x


print(one(1), log)
log.clear()


@trace
def fib(n):
    """Fibonacci."""
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(3), log, fib.__name__, fib.__doc__)
log.clear()


def register(cls):
    log.append(cls.__name__)
    cls.tag = "registered"
    return cls


@register
class A:
    @trace
    def m(self, x):
        return x * 2

    @staticmethod
    @trace
    def s(x):
        return x + 1

    @classmethod
    @trace
    def c(cls, x):
        return cls.__name__, x


print(A.tag, A.s(1), A.c(2), len(log))


class Memo:
    def __init__(self, f):
        self.f, self.cache, self.hits = f, {}, 0

    def __call__(self, *a):
        if a in self.cache:
            self.hits += 1
        else:
            self.cache[a] = self.f(*a)
        return self.cache[a]


@Memo
def binom(n, k):
    return 1 if k in (0, n) else binom(n - 1, k - 1) + binom(n - 1, k)


print(binom(30, 15), binom.hits, len(binom.cache))


@(lambda f: 42)
def weird():
    pass


print(weird)


@functools.lru_cache(maxsize=None)
def lev(a, b):
    if not a or not b:
        return len(a) + len(b)
    return min(lev(a[1:], b) + 1, lev(a, b[1:]) + 1, lev(a[1:], b[1:]) + (a[0] != b[0]))


print(lev("saturday", "sundays"))
