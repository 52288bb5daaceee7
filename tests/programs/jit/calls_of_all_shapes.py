# Hot calls with defaults, keywords, *args, **kwargs, bound and unbound methods, classes, lambdas, builtins, partial.
import functools


def f(a, b=2, *args, c=3, **kw):
    return a + b * 10 + sum(args) * 100 + c * 1000 + sum(kw.values()) * 10000


class C:
    k = 4

    def __init__(self, v=1):
        self.v = v

    def m(self, x=1):
        return self.v * x + self.k

    @staticmethod
    def s(x, y=2):
        return x - y

    @classmethod
    def c(cls, x):
        return cls.k * x

    def __call__(self, *xs):
        return len(xs) + self.v


s = 0
o = C(5)
bm = o.m
args = [1, 2, 3]
kw = {"c": 7, "z": 1}
add5 = functools.partial(f, 5, c=0)
for i in range(300):
    s += f(i)
    s += f(i, 1)
    s += f(i, 1, 2, 3)
    s += f(b=i, a=1)
    s += f(1, c=i, q=2)
    s += f(*args)
    s += f(*args, **kw)
    s += f(i, *args[:i % 3], z=1)
    s += o.m() + o.m(i) + o.m(x=2) + bm(i) + C.m(o, 3)
    s += o.s(i) + C.s(i, y=1) + o.c(i) + C.c(2)
    s += o() + o(1, 2) + C(i).v + C(v=2)(i)
    s += (lambda p, q=i: p * q)(2)
    s += add5(i) + add5(b=1)
    s += len(args) + max(i, 3) + abs(-i) + min(args) + int(i / 2)
    s %= 10 ** 12
print(s)
fs = [f, o.m, C.s, o, lambda x, y=1: x * y, C.c, add5]
t = 0
for i in range(700):
    t = (t * 3 + fs[i % 7](i)) % 999983
print(t)
bad = 0
for i in range(600):
    try:
        if i % 3 == 0:
            C.s()
        elif i % 3 == 1:
            o.m(1, 2)
        else:
            f(1, a=2)
    except TypeError as e:
        bad += len(str(e))
print(bad)


def rec(n, acc=()):
    return len(acc) if n == 0 else rec(n - 1, acc=acc + (n,))


print(rec(100), [rec(i) for i in range(0, 50, 10)])


def apply(fn, *a, **k):
    return fn(*a, **k)


u = 0
for i in range(400):
    u += apply(f, i, 1, c=2) + apply(apply, o.m, x=i) + apply(max, 1, i)
print(u)
