# Rich comparison methods: reflection, NotImplemented, fallback to identity, results that aren't booleans, total order.
import functools

log = []


class A:
    def __init__(self, v, ok=True):
        self.v, self.ok = v, ok

    def __repr__(self):
        return "A%s" % self.v


for n in ("lt", "le", "eq", "ne", "gt", "ge"):
    def f(self, o, n=n):
        log.append("%s %r %r" % (n, self, o))
        return "%s!" % n if self.ok else NotImplemented
    setattr(A, "__%s__" % n, f)


def t(f):
    try:
        r = f()
    except TypeError as e:
        r = e
    print(r, log)
    log.clear()


x, y, z = A(1), A(2, False), A(3, False)
t(lambda: x < y)
t(lambda: y < x)
t(lambda: y < z)
t(lambda: y == z)
t(lambda: y != z)
t(lambda: y == y)
t(lambda: y == x)
t(lambda: y != x)
t(lambda: 5 < x)
t(lambda: 5 >= x)
t(lambda: 5 == x)
t(lambda: "s" != x)
t(lambda: 5 > y)
t(lambda: x < y < z)
t(lambda: not x == y)
t(lambda: [x] == [y])
t(lambda: (1, x) < (1, y))


class E:
    def __init__(self, v):
        self.v = v

    def __eq__(self, o):
        return isinstance(o, E) and self.v == o.v


print(E(1) == E(1), E(1) != E(1), E(1) != E(2), E(1) == 1, 1 != E(1), E(1) in [E(2), E(1)], [E(1), E(2)] == [E(1), E(2)])
try:
    hash(E(1))
except TypeError as e:
    print(e)


@functools.total_ordering
class Ver:
    def __init__(self, s):
        self.t = tuple(map(int, s.split(".")))

    def __eq__(self, o):
        return self.t == o.t

    def __lt__(self, o):
        return self.t < o.t


a, b = Ver("1.10"), Ver("1.9")
print(a > b, a >= b, a <= b, a < b, a != b, a == Ver("1.10"), max(a, b).t, sorted([a, b, Ver("0.1")])[0].t)


class Sub(E):
    def __eq__(self, o):
        log.append("Sub first")
        return NotImplemented


t(lambda: E(1) == Sub(1))
n = 0
vs = [E(i % 5) for i in range(20)]
for i in range(500):
    if vs[i % 20] == vs[i * 7 % 20]:
        n += 1
    if vs[i % 20] != vs[i % 19]:
        n += 1000
print(n)


class Never:
    def __eq__(self, o):
        return False


nv = Never()
print(nv == nv, nv in [nv], [nv] == [nv], nv != nv, [nv].index(nv), {1: nv} == {1: nv})
