# staticmethod and classmethod through class, instance, subclass and super; alternative constructors; class registries.
class Date:
    fmt = "%04d-%02d-%02d"

    def __init__(self, y, m, d):
        self.t = y, m, d

    @classmethod
    def parse(cls, s):
        return cls(*map(int, s.split("-")))

    @classmethod
    def name(cls):
        return cls.__name__

    @staticmethod
    def valid(m):
        return 1 <= m <= 12

    def __repr__(self):
        return self.name() + " " + self.fmt % self.t


class USDate(Date):
    fmt = "%d/%d/%d"

    @classmethod
    def parse(cls, s):
        r = super().parse(s)
        r.parsed = True
        return r

    @classmethod
    def name(cls):
        return "US-" + super().name()

    @staticmethod
    def valid(m):
        return Date.valid(m) and m != 2


print(Date.parse("2024-01-31"), USDate.parse("2024-1-31"), USDate.parse("1-2-3").parsed, Date(1, 2, 3).parse("4-5-6"))
print(Date.valid(2), USDate.valid(2), USDate(1, 1, 1).valid(13), type(USDate.parse("1-1-1")).__name__)
f, g = Date.valid, USDate.parse
print(f(12), g("9-9-9"), g.__self__ is USDate)


class Reg:
    items = {}

    @classmethod
    def add(cls, *names):
        for n in names:
            cls.items[n] = cls.items.get(n, 0) + 1
        return cls

    @classmethod
    def fresh(cls):
        cls.items = {}
        return cls


class Sub(Reg):
    pass


Reg.add("a", "b").add("a")
Sub.add("s")
print(Reg.items, Sub.items is Reg.items)
Sub.fresh().add("own")
print(Reg.items, Sub.items)
total = 0
for i in range(400):
    total += Date.valid(i % 15) + USDate.valid(i % 15) + len(USDate.name())
print(total)


class M:
    def inst(self):
        return "inst", self.v

    v = 7
    st = staticmethod(lambda x: x * 2)
    cl = classmethod(lambda cls, x: (cls.__name__, x))
    func = lambda self: self.v + 1
    bi = len


m = M()
m.st2 = lambda: "plain attribute"
print(m.st(4), M.st(5), m.cl(1), M.cl(2), m.func(), m.bi([1, 2]), m.st2(), M.inst(m))
