# Temporaries that usually die in the loop, and once in a while are stored, returned, raised or printed.
class P:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def moved(self, d):
        return P(self.x + d, self.y - d)

    def __repr__(self):
        return "P(%r, %r)" % (self.x, self.y)


def find(n, goal):
    p = P(0, 0)
    for i in range(n):
        p = p.moved(i % 5)
        if p.x == goal:
            return p
    return None


print(find(500, 400), find(500, 10 ** 6), find(500, 998))
best = None
for i in range(600):
    cand = P((i * 37) % 601, i)
    if best is None or cand.x > best.x:
        best = cand
print(best)


class Stop(Exception):
    pass


def thrower(n):
    for i in range(n):
        p = P(i, [i])
        if i == 450:
            raise Stop(p)
    return "none"


try:
    thrower(400)
    thrower(900)
except Stop as e:
    print(e.args)
shared = []
for i in range(500):
    inner = [i]
    outer = (inner, inner)
    if i % 166 == 165:
        outer[0].append("both")
        shared.append(outer)
print(shared, [a is b for a, b in shared])
chain = None
for i in range(500):
    chain = P(chain, i) if i % 100 else P(None, i)
n = 0
c = chain
while c is not None:
    n += 1
    c = c.x
print(n)
cyc = []
for i in range(400):
    a = P(None, i)
    b = P(a, i)
    a.x = b
    if i in (7, 399):
        cyc.append(a)
print([(c.y, c.x.x is c, c.x.x.x.y) for c in cyc])
d = {}
for i in range(700):
    t = (i % 7, P(i, i))
    if t[0] == 3 and i > 600:
        d[t[0], i] = t[1]
print(d)
f = None
for i in range(300):
    def g(k=i, m=P(i, 0)):
        return k, m, i
    if i == 150:
        f = g
print(f(), g())
r = [P(i, i) for i in range(3)]
for i in range(300):
    r[i % 3], r[(i + 1) % 3] = r[(i + 1) % 3], r[i % 3].moved(1)
print(r)
