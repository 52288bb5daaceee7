# __call__, __hash__ with __eq__, __bool__ and __len__ in conditions, __str__ and __repr__, __format__, __bytes__-free.
class Adder:
    def __init__(self, n):
        self.n = n
        self.calls = 0

    def __call__(self, x, *more, scale=1):
        self.calls += 1
        return (self.n + x + sum(more)) * scale


a = Adder(10)
print(a(1), a(1, 2, 3), a(1, scale=2), list(map(a, range(3))), a.calls, callable(a), sorted([3, 1, 2], key=Adder(-5)))
t = 0
for i in range(500):
    t += a(i, scale=i % 3)
    if i == 400:
        Adder.__call__ = lambda self, x, scale=0: 1
        a.__call__ = lambda *x, **k: 10 ** 9
print(t, a.calls)


class P:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, o):
        return (self.x, self.y) == (o.x, o.y) if isinstance(o, P) else NotImplemented

    def __hash__(self):
        return hash((self.x, self.y))

    def __repr__(self):
        return f"P({self.x!r}, {self.y!r})"

    def __str__(self):
        return f"<{self.x}, {self.y}>"

    def __format__(self, spec):
        return f"{spec}:{self.x}" if spec else str(self)

    def __bool__(self):
        return bool(self.x or self.y)


p = P(1, "a")
print(p, repr(p), [p], {p: p}, f"{p} {p!r} {p:spec}", "%s %r" % (p, p), str([p, (p,)]), "{} {:z} {!r}".format(p, p, p))
s = {P(1, 2), P(1, 2), P(2, 1)}
print(len(s), P(2, 1) in s, P(9, 9) in s, sorted(map(repr, s)), P(1, 2) == P(1.0, 2), P(1, 2) == 5, hash(P(1, 2)) == hash(P(True, 2)))
print("T" if P(0, 0) else "F", "T" if P(0, 1) else "F", not P(0, 0), P(0, 0) or "fallback", P(1, 0) and "second", [q for q in (P(0, 0), P(1, 1)) if q], any([P(0, 0)]), all([P(1, 0)]))
d = {}
for i in range(600):
    k = P(i % 4, i % 3)
    d[k] = d.get(k, 0) + 1
    if P(i % 7, 0):
        d[P("truthy", 0)] = d.get(P("truthy", 0), 0) + 1
print(d)


class OnlyRepr:
    def __repr__(self):
        return "only-repr"


class OnlyStr:
    def __str__(self):
        return "only-str"


print(OnlyRepr(), str(OnlyRepr()), OnlyStr(), repr(OnlyStr()).startswith("<__main__.OnlyStr object at"), [OnlyRepr()])


class Counted:
    n = 0

    def __len__(self):
        Counted.n += 1
        return 3

    def __bool__(self):
        Counted.n += 100
        return True


c = Counted()
if c and not (not c):
    print(len(c), Counted.n)
while c:
    break
print(Counted.n)
