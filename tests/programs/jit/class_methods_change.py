# Static and class methods in hot loops: through instances, classes, subclasses and super(), as values,
# overridden, and replaced while traces that know them are there.
class A:
    scale = 3

    @staticmethod
    def twice(x):
        return 2 * x

    @classmethod
    def scaled(cls, x, *, plus=0):
        return x * cls.scale + plus

    @classmethod
    def make(cls, v):
        a = cls()
        a.v = v
        return a

    length = staticmethod(len)
    keys = classmethod(dict.fromkeys)


class B(A):
    scale = 5

    @classmethod
    def scaled(cls, x, *, plus=0):
        return -super().scaled(x, plus=plus + 1)


class Meta(type):
    @classmethod
    def meta(mcs, x):
        return mcs.__name__, x

    @staticmethod
    def plain(x):
        return x + 1


class C(A, metaclass=Meta):
    twice = staticmethod(lambda x: x * 20)


def run(things, n):
    s = 0
    for i in range(n):
        t = things[i % len(things)]
        s += t.twice(i) + t.scaled(i) + t.scaled(i, plus=7) + t.length("abc")
        f, g = t.twice, t.scaled
        s += f(1) - g(2)
    return s


print(run([A()], 3000), run([B(), A()], 3000), run([A, B, C], 3000), run([C(), B, A()], 3000))


def made(n):
    return sum(A.make(i).v + B.make(i).v for i in range(n)), type(B().make(1)).__name__


print(made(2000))
print([C.meta(i)[0] + str(C.plain(i)) for i in range(1500)][-1])


def changing(a, n):
    out = []
    for i in range(n):
        if i == n // 2:
            A.twice = staticmethod(lambda x: 3 * x)
        if i == n * 3 // 4:
            A.twice = classmethod(lambda cls, x: (cls.scale, x))
        if i == n - 10:
            A.twice = lambda self, x: (type(self).__name__, x)
        if i == n - 5:
            A.twice = str
        if i == n - 2:
            a.twice = abs
        out.append(a.twice(i))
    return out[0], out[n // 2], out[-11], out[-6], out[-3], out[-1]


print(changing(A(), 4000))
print(A.scaled.__self__ is A, B().scaled.__self__ is B, A.scaled == A.scaled, A().make.__func__ is A.make.__func__)
try:
    for i in range(3000):
        if i == 2500:
            del A.make
        A.make(i)
except AttributeError as e:
    print(e)
