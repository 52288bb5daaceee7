# Functions as values: passing, storing, composing, currying, attributes, docstrings, equality.
def compose(*fs):
    def run(x):
        for f in reversed(fs):
            x = f(x)
        return x
    return run


def curry(f, n, got=()):
    return f(*got) if n == 0 else lambda x: curry(f, n - 1, got + (x,))


inc = lambda x: x + 1
dbl = lambda x: x * 2
print(compose(inc, dbl)(5), compose(dbl, inc)(5), compose()(7), compose(str, inc, abs)(-3))
print(curry(lambda a, b, c: (a, b, c), 3)(1)(2)(3), (lambda f: f(f, 10))(lambda self, n: 1 if n == 0 else n * self(self, n - 1)))
table = {"add": lambda a, b: a + b, "sub": lambda a, b: a - b, "max": max, "join": " ".join}
print(table["add"](1, 2), table["sub"](5, 3), table["max"](4, 9), table["join"](["a", "b"]))


def f():
    """Doc of f."""
    f.calls += 1
    return f.calls


f.calls = 0
f()
f()
print(f.calls, f.__doc__, f.__name__, f == f, f is not inc, callable(f), callable(5), callable(int), callable(lambda: 0), inc.__name__, compose.__qualname__, compose().__qualname__)
print(list(map(lambda a, b: a ** b, [2, 3], [3, 2])), sorted([3, -5, 1], key=abs), [g(3) for g in (inc, dbl, str, float, bool, lambda x: [x])])


def make(n):
    if n % 2:
        def g():
            return "odd %d" % n
    else:
        def g():
            return "even %d" % n
    return g


print([make(i)() for i in range(3)], make(1) == make(1))


def returns_nothing():
    pass


def many():
    return 1, [2], {"k": 3}


a, b, c = many()
print(returns_nothing(), a, b, c, (lambda: (yield))().__class__.__name__)


class Acc:
    def __init__(self):
        self.items = []


acc = Acc()
push = acc.items.append
for i in range(5):
    push(i)
print(acc.items, "abc".upper(), str.upper("x"), list.__len__([1, 2]), [].append.__name__, int.__add__(2, 3), (5).__lt__(6))
print((inc if a > 0 else dbl)(10), [inc, dbl][1](4), {1: inc}[1](1), (lambda *a: a)(*[inc(x) for x in range(3)]))


def ann(a: int, b: "str" = "x", *c: float) -> list:
    v: int = 3
    w: str
    return [a, b, c, v]


print(ann(1), sorted(ann.__annotations__))
