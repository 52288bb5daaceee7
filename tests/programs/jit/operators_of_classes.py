# Arithmetic of user classes followed by traces: forward, reflected, in-place, NotImplemented in the middle.
class Mod:
    def __init__(self, v, m=97):
        self.v = v % m
        self.m = m

    def __add__(self, o):
        if isinstance(o, Mod):
            return Mod(self.v + o.v, self.m)
        if isinstance(o, int):
            return Mod(self.v + o, self.m)
        return NotImplemented

    __radd__ = __add__

    def __mul__(self, o):
        return Mod(self.v * (o.v if isinstance(o, Mod) else o), self.m)

    def __rsub__(self, o):
        return Mod(o - self.v, self.m)

    def __sub__(self, o):
        return NotImplemented

    def __iadd__(self, o):
        self.v = (self.v + (o.v if isinstance(o, Mod) else o)) % self.m
        return self

    def __eq__(self, o):
        return self.v == (o.v if isinstance(o, Mod) else o)

    def __lt__(self, o):
        return self.v < (o.v if isinstance(o, Mod) else o)

    def __gt__(self, o):
        return self.v > (o.v if isinstance(o, Mod) else o)

    def __neg__(self):
        return Mod(-self.v, self.m)

    def __getitem__(self, i):
        return self.v >> i & 1

    def __contains__(self, x):
        return x == self.v

    def __bool__(self):
        return self.v != 0


class Other:
    def __radd__(self, o):
        return o * 3 + Mod(1) if isinstance(o, Mod) else o


a = Mod(1)
b = a
for i in range(800):
    a = a + i
    a = 2 + a
    a = a * Mod(5) + (i - a)
    b += a
    if a == 7 or a < 3:
        a = -a + 1
    if i % 100 == 50:
        a = a + Other()
print(a.v, b.v)
n = 0
for i in range(500):
    m = Mod(i)
    if m:
        n += 1
    if not m:
        n += 1000
    if i % 97 in m:
        n += 10 ** 6
    n += m[0] + m[3]
    if m > 50:
        n += 3
    if m != i:
        n += 7
print(n)
errors = 0
for i in range(400):
    try:
        a = a - i if i % 4 == 0 else a + i
    except TypeError as e:
        errors += 1
        if errors == 1:
            print(e)
print(errors, a.v)
print(sum([Mod(5), Mod(90), 4], Mod(0)).v, sum(Mod(i) for i in range(1, 300)).v, max([Mod(3), Mod(9), Mod(5)]).v, sorted([Mod(9), Mod(2)])[0].v)
x = Mod(0)
alias = x
for i in range(300):
    x += 1
    if i == 200:
        x = x + 0
print(x.v, alias.v, alias is x)
