# Container protocol of user classes: __getitem__, __setitem__, __delitem__, __contains__, __iter__, __len__, __reversed__.
class Ring:
    def __init__(self, *xs):
        self.xs = list(xs)
        self.log = []

    def __len__(self):
        return len(self.xs)

    def __getitem__(self, i):
        if isinstance(i, slice):
            return Ring(*self.xs[i])
        if isinstance(i, tuple):
            return [self[k] for k in i]
        return self.xs[i % len(self.xs)]

    def __setitem__(self, i, v):
        self.log.append(("set", i, v))
        self.xs[i % len(self.xs)] = v

    def __delitem__(self, i):
        self.log.append(("del", i))
        del self.xs[i % len(self.xs)]

    def __contains__(self, v):
        self.log.append(("in", v))
        return v in self.xs

    def __iter__(self):
        yield from self.xs

    def __reversed__(self):
        return iter(["reversed"])


r = Ring(1, 2, 3)
print(r[0], r[4], r[-1], list(r[1:]), r[0, 5, -2], len(r), 2 in r, 9 not in r, list(r), list(reversed(r)))
r[7] = "x"
r[0] += 10
del r[2]
print(r.xs, r.log, bool(r), bool(Ring()), max(Ring(3, 9, 4)), sorted(Ring(2, 1)), sum(Ring(1, 2)), [*r], dict(enumerate(r)))
a, b = r
print(a, b, "%s %s" % tuple(r), list(zip(r, "ab")), list(map(str, r)))


class Old:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i * i


o = Old()
print(list(o), 4 in o, 5 in o, [x for x in o], max(o), tuple(o), sum(o), next(iter(o)))


class It:
    def __iter__(self):
        return iter((1, 2))


print(2 in It(), 3 in It(), list(It()), set(It()), {**dict(zip(It(), It()))})


class M:
    def keys(self):
        return ["a", "b"]

    def __getitem__(self, k):
        return k * 2


print({**M()}, dict(M()), (lambda **k: k)(**M()))


class Bad:
    def __contains__(self, x):
        return "truthy"

    def __len__(self):
        return 2 ** 70

    def __iter__(self):
        return 5


print(1 in Bad())
for f in (lambda: len(Bad()), lambda: list(Bad()), lambda: iter(Bad()), lambda: o[0:1], lambda: reversed(o), lambda: len(o)):
    try:
        f()
    except (TypeError, OverflowError) as e:
        print(type(e).__name__, e)


class Matrix:
    def __init__(self, n):
        self.d = {}
        self.n = n

    def __getitem__(self, rc):
        return self.d.get(rc, 0)

    def __setitem__(self, rc, v):
        self.d[rc] = v


m = Matrix(10)
for i in range(10):
    for j in range(10):
        m[i, j] = m[i - 1, j] + m[i, j - 1] + 1
print(m[9, 9], m[3, 4], m[10, 10], len(m.d), m["other"])
n = 0
for i in range(300):
    n += r[i] if i % 2 == 0 else len(r)
    n += i in r
print(n)


class NotIterable:
    __iter__ = None


class IteratorIsNone:
    def __iter__(self):
        return 3


class IteratorRaises:
    def __iter__(self):
        raise TypeError("its own")


for kind in NotIterable, IteratorIsNone, IteratorRaises:
    for search in (lambda x: 2 in x, lambda x: 2 not in x, lambda x: [y for y in x]):
        try:
            search(kind())
        except TypeError as e:
            print(e, e.__context__, e.__suppress_context__)
