# What follows from classes alone (methods of super(), fields of named tuples, __new__ and __init__,
# subclasses of built-ins without methods of their own) is decided when a trace is made: right until
# a class changes, and for objects of other classes.
from abc import ABC, abstractmethod
from collections import Counter, OrderedDict, defaultdict, namedtuple

Point = namedtuple("Point", "x y")


class Point3(namedtuple("Point3", "x y z")):
    __slots__ = ()

    def __add__(self, other):
        return Point3(self.x + other.x, self.y + other.y, self.z + other.z)


def points(n):
    p = Point(0, 0)
    q = Point3(1, 2, 3)
    total = 0
    for i in range(n):
        p = Point(p.x + 1, p.y + i)
        q = q + Point3(i, 1, x) if (x := i % 3) else Point3(1, 2, 3)
        a, b = p
        total += p.x * p[1] + q.z + q[-1] + len(q) + a - b + (7 in p)
        for e in q:
            total ^= e
    return total, p, q, q._replace(y=0)


class Short(tuple):
    x = Point.x


class Odd:
    x = Point.x

    def __init__(self):
        self.first = (5, 6)


def borrowed_fields(n):
    seen = set()
    for i in range(n):
        o = Short((i % 3,)) if i % 2 else Short()
        try:
            seen.add(o.x)
        except IndexError as e:
            seen.add(str(e))
    for i in range(n):
        try:
            seen.add(Odd().x)
        except TypeError:
            seen.add("TypeError")
    return sorted(map(str, seen))


class A:
    __slots__ = ("a",)

    def __init__(self, a):
        self.a = a

    def name(self):
        return "A"

    @classmethod
    def make(cls, a):
        return cls(a)


class B(A):
    __slots__ = ("b",)

    def __init__(self, a, b=1):
        super().__init__(a)
        self.b = b

    def name(self):
        return "B" + super().name()

    @classmethod
    def make(cls, a):
        return super().make(a)


class C(B):
    def __init__(self, a, b=2, c=3):
        super().__init__(a, b)
        self.c = c

    def name(self):
        return "C" + super(C, self).name()


def chains(n):
    total = 0
    names = set()
    for i in range(n):
        o = C(i) if i % 3 else B.make(i)
        total += o.a + o.b
        names.add(o.name())
        if i == n // 2:
            A.name = lambda self: "changed"
        if i == n * 3 // 4:
            B.__init__ = lambda self, a, b=1: (A.__init__(self, a), setattr(self, "b", 100))[0]
    return total, sorted(names)


class Shape(ABC):
    @abstractmethod
    def area(self):
        pass


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side**2


def shapes(n):
    total = 0
    refused = 0
    for i in range(n):
        total += Square(i).area()
        if i % 100 == 0:
            try:
                Shape()
            except TypeError:
                refused += 1
        if i == n - 50:
            Square.__abstractmethods__ = frozenset(["area"])
            break
    for i in range(50):
        try:
            Square(i)
        except TypeError as e:
            refused += 1
            last = str(e)
    return total, refused, last


class Failure(Exception):
    def __init__(self, code, *rest):
        super().__init__(code)
        self.code = code


def checked(i):
    if i % 3 == 0:
        raise Failure(i, "more")
    return i


def failures(n):
    total = 0
    for i in range(n):
        try:
            total += checked(i)
        except Failure as e:
            total += e.code * 2 + len(e.args)
    return total


def bound(n):
    rows = [[], [], []]
    append = rows[0].append
    for i in range(n):
        append(i)
        if i % 97 == 0:
            append = rows[i % 3].append
    counts = [Counter("abracadabra" * (i % 3)) for i in range(60)]
    taken = []
    for row in rows * 20:
        pop = row.pop if len(row) % 2 else taken.append
        pop(len(row) // 2 if len(row) % 2 else 7)
    getters = [d.get for d in ({1: 2}, {1: 3}, {})] * 100
    return list(map(len, rows)), counts[5], len(taken), sum(get(1, 10) for get in getters)


class Row(list):
    pass


class Shouting(dict):
    def __missing__(self, key):
        return key.upper()


class Late(list):
    pass


def containers(n):
    words = "the quick brown fox jumps over the lazy dog".split()
    d, c, o, s = defaultdict(list), Counter(), OrderedDict(), Shouting(the="!")
    row = Row([0] * 5)
    late = Late([1, 2, 3])
    text = set()
    for i in range(n):
        w = words[i % 9]
        d[w].append(i)
        c[w] += 1
        c[i % 50] += 2
        o[w] = o.get(w, 0) + len(c)
        text.add(s[w])
        row[i % 5] += len(row)
        row[-1] = i
        if i == n // 2:
            Late.__getitem__ = lambda self, k: 1000
        text.add(late[1])
        text.add(w in o and 3 in row)
        try:
            row[9] = i
        except IndexError as e:
            text.add(str(e))
    return len(d["fox"]), c["the"], c[7], list(o.items())[:2], sorted(map(str, text)), row


class Managed:
    def __init__(self):
        self.depth = 0

    def __enter__(self):
        self.depth += 1
        return self

    def __exit__(self, kind, value, traceback):
        self.depth -= 1
        return kind is KeyError


def managed(n):
    m = Managed()
    total = 0
    for i in range(n):
        with m as again:
            total += again.depth
            if i % 7 == 0:
                raise KeyError(i)
        if i == n // 2:
            Managed.__enter__ = lambda self: Managed()
    return total, m.depth


def effects_that_raise(n):
    row, d, s = [], {}, set()
    out = []
    for i in range(n):
        try:
            out.append(row.pop())
        except IndexError:
            row.append(i)
        try:
            out.append(d.pop(i % 5))
        except KeyError as e:
            d[e.args[0]] = i
        try:
            del d[i % 4]
        except KeyError:
            out.append("absent")
        try:
            s.remove(i % 3)
        except KeyError:
            s.add(i % 3)
        try:
            row.remove(i % 2)
        except ValueError:
            out.append("none")
    return len(out), out[-8:], sorted(d), s, row


class Maker:
    def __new__(cls, kind):
        if kind == 0:
            return object.__new__(cls)
        return object.__new__(Made) if kind == 1 else "text"


class Made(Maker):
    def __init__(self, kind):
        self.kind = kind


def made(n):
    return sum(getattr(Maker(i % 3), "kind", 10) for i in range(n))


print(points(1500))
print(borrowed_fields(600))
print(chains(1600))
print(shapes(1200))
print(failures(3000))
print(bound(2000))
print(containers(2000))
print(managed(1500))
print(effects_that_raise(2000))
print(made(1500))
