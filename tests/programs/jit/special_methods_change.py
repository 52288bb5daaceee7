# Operators of user classes in hot loops, whose methods are replaced, added and removed meanwhile.
class A:
    def __init__(self, x):
        self.x = x

    def __add__(self, other):
        return A(self.x + other.x)

    def __getitem__(self, k):
        return self.x * k


class B(A):
    pass


def add_all(items):
    total = items[0]
    for item in items:
        total = total + item
    return total.x


def take(a, n):
    s = 0
    for k in range(n):
        s += a[k]
    return s


items = [A(k) for k in range(500)]
print(add_all(items), take(A(3), 2000), take(B(4), 2000))

# An override in the subclass, then a replaced method, then the override gone.
B.__getitem__ = lambda self, k: -1
print(take(A(3), 2000), take(B(4), 2000))
A.__getitem__ = lambda self, k: k
print(take(A(3), 2000), take(B(4), 2000))
del B.__getitem__
print(take(B(4), 2000))

# A reflected method of a subclass comes first once it is there.
mixed = [A(1)] + [B(k) for k in range(500)]
print(add_all(mixed))
B.__radd__ = lambda self, other: A(self.x + other.x + 1000)
print(add_all(mixed))
del B.__radd__
print(add_all(mixed))


# The attribute changes while the loop runs; what an instance has of that name does not matter.
def switching(n):
    a = A(1)
    a.__getitem__ = None
    seen = []
    for k in range(n):
        if k == n // 2:
            A.__getitem__ = lambda self, k: 10
        seen.append(a[k] >= 10 or k < 10)
    return sum(seen), a[5]


print(switching(3000))


# The class of what comes changes: type() and operators with it.
def kinds(values):
    counts = {}
    for v in values:
        t = type(v)
        counts[t.__name__] = counts.get(t.__name__, 0) + 1
    return counts


print(kinds([1] * 1500 + [2.5] * 300 + ["a", None, True, 1 << 70, A(1), B(2), int, [1]] * 200))
a = A(5)
for k in range(3000):
    if k == 2000:
        a.__class__ = B
        B.__getitem__ = lambda self, k: "B"
    last = a[k]
print(last, type(a).__name__)

# Static methods, callables and inherited ones as special methods.
class C:
    __getitem__ = staticmethod(lambda k: k + 0.5)
    __call__ = A(2).__getitem__


class D(C):
    def __len__(self):
        return 3


print(take(C(), 1500), take(D(), 1500), sum(D()(k) for k in range(1500)))
