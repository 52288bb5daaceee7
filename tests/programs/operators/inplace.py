# In-place operators: __iadd__ and friends, fallback to __add__, targets evaluated once, immutables and containers.
class Bag:
    def __init__(self, *xs):
        self.xs = list(xs)

    def __iadd__(self, o):
        self.xs.append(o)
        return self

    def __add__(self, o):
        return Bag(*self.xs, "copied", o)

    def __isub__(self, o):
        return "replaced by %r" % o

    def __imul__(self, o):
        return NotImplemented

    def __mul__(self, o):
        return Bag(*self.xs * o)

    def __ior__(self, o):
        return NotImplemented

    def __repr__(self):
        return "Bag%r" % (self.xs,)


b = c = Bag(1)
b += 2
print(b, b is c)
b = b + 3
print(b, c, b is c)
b *= 2
print(b)
b -= 5
print(b)
try:
    c |= 1
except TypeError as e:
    print(e)
try:
    c //= 1
except TypeError as e:
    print(e)
calls = []


def where(x):
    calls.append(x)
    return x


d = {"k": [1]}
lst = [Bag(), 10, "s"]
d[where("k")] += [2]
lst[where(0)] += "x"
lst[where(1)] **= 2
lst[where(-1)] *= 3
lst[where(1)] //= 7
print(d, lst, calls)


class O:
    n = 1

    def __init__(self):
        self.items = []


o = O()
o.n += 5
o.items += [1]
o.items += "ab"
o.items *= 2
print(o.n, O.n, o.items)
x = y = [1]
x += (2,)
x += {3: 0}
print(x, y, x is y)
s = t = (1,)
s += (2,)
p = q = {1}
p |= {2}
p ^= {1, 5}
p -= {5}
m = n = {"a": 1}
m |= {"b": 2}
m |= [("c", 3)]
f = frozenset([1])
g = f
g |= {2}
print(s, t, p, q is p, m, n is m, sorted(g), f)
a = 1
a += True
a -= 0.5
a *= 4
a %= 4
a **= 3
u = 5
u <<= 70
u >>= 68
u |= 64
u &= ~4
u ^= 3
print(a, u)
k = Bag()
j = 0
z = []
for i in range(400):
    k += i
    j += i
    z += [i]
    o.n += 1
    d["k"] += [i]
    if i == 300:
        k = k + "mid"
        z = z + []
print(len(k.xs), j, len(z), o.n, len(d["k"]), k.xs[-1])
w = "ab"
try:
    w += 1
except TypeError as e:
    print(e, w)
