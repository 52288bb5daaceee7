# collections.Counter, namedtuple and OrderedDict: the everyday operations and their printing.
from collections import Counter, OrderedDict, namedtuple

c = Counter("abracadabra")
print(c, c["a"], c["zz"], len(c), c.most_common(2), sum(c.values()), sorted(c.elements()))
c.update("aab")
c.subtract({"a": 3, "z": 1})
print(c, c + Counter(), Counter(a=3, b=1) - Counter(a=1, b=2), Counter("ab") + Counter("bc"), Counter("aab") & Counter("abb"), Counter("aab") | Counter("abb"), Counter() == Counter(a=0), c.total())
del c["a"]
c["new"] += 5
print(sorted(c.items()), "a" in c, dict(Counter([1, 1, 2])), Counter({"x": 2}), isinstance(c, dict), Counter([3, 1, 3]).most_common(), bool(Counter()))
words = "to be or not to be that is the question to be".split() * 20
print(Counter(words).most_common(3), Counter(len(w) for w in words))
P = namedtuple("P", "x y")
p = P(1, y=2)
print(p, p.x, p[1], p == (1, 2), tuple(p), p._asdict(), p._replace(x=9), P._fields, P._make([5, 6]), len(p), p + (3,), hash(p) == hash((1, 2)), isinstance(p, tuple))
x, y = p
Q = namedtuple("Q", ["a", "b", "c"], defaults=[10, 20])
print(x, y, Q(1), Q(1, c=2), sorted([P(2, 1), P(1, 5)]), {P(1, 2): "k"}[(1, 2)], repr(Q("s", None, 1.5)), P(*"ab"), max([P(1, 2), P(1, 3)]).y)
for f in (lambda: P(1), lambda: P(1, 2, 3), lambda: p.z, lambda: setattr(p, "x", 5), lambda: P(x=1, z=2), lambda: p[5]):
    try:
        f()
    except (TypeError, AttributeError, IndexError) as e:
        print(type(e).__name__, e)


class Pt(namedtuple("Base", "x y")):
    def norm(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    @property
    def total(self):
        return self.x + self.y


print(Pt(3, 4), Pt(3, 4).norm(), Pt(1, 2).total, Pt(1, 2)._replace(y=5))
s = 0
acc = P(0, 0)
for i in range(500):
    acc = P(acc.x + i, acc.y - 1)
    s += acc.x * acc.y + acc[0]
print(acc, s)
o = OrderedDict([("b", 1), ("a", 2)])
o["c"] = 3
o.move_to_end("b")
print(list(o.items()), o.popitem(), o.popitem(last=False), o, o == {"a": 2, "b": 1} or len(o))
o["z"] = o["y"] = 0
o.move_to_end("y", last=False)
print(list(o), OrderedDict(a=1) == OrderedDict(a=1), OrderedDict([(1, 2), (3, 4)]) == OrderedDict([(3, 4), (1, 2)]), list(reversed(o)))


class LRU:
    def __init__(self, n):
        self.n, self.d, self.hits = n, OrderedDict(), 0

    def get(self, k):
        if k in self.d:
            self.hits += 1
            self.d.move_to_end(k)
        else:
            self.d[k] = k * k
            if len(self.d) > self.n:
                self.d.popitem(last=False)
        return self.d[k]


l = LRU(8)
print(sum(l.get(i * i % 13) for i in range(500)), l.hits, list(l.d))
