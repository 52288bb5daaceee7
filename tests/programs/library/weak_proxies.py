# What operators do on weakref.proxy(), and the small print of weakref.ref().
import weakref


class Number:
    def __init__(self, value):
        self.value = value

    def __bytes__(self):
        return b"%d" % self.value

    def __index__(self):
        return self.value

    def __next__(self):
        self.value += 1
        return self.value

    def __iter__(self):
        return self

    def __reversed__(self):
        return "reversed"

    def __divmod__(self, other):
        return "divmod", other

    def __rdivmod__(self, other):
        return "rdivmod", other

    def __pow__(self, other, modulo=None):
        return "pow", other, modulo

    def __rpow__(self, other):
        return "rpow", other

    def __iadd__(self, other):
        self.value += other
        return self

    def __float__(self):
        return self.value / 2

    def __hash__(self):
        return 7


for name in "neg pos invert abs".split():
    setattr(Number, f"__{name}__", lambda self, name=name: name)
for name in "lt le eq ne gt ge add sub mul matmul truediv floordiv mod lshift rshift and or xor".split():
    for kind in ("", "r"):
        setattr(Number, f"__{kind}{name}__",
                lambda self, other, name=kind + name: (name, type(other).__name__))


def show(p, other):
    print(-p, +p, ~p, abs(p), p < other, p <= other, p == other, p != other, p > other, p >= other)
    print(p + other, p - other, p * other, p @ other, p / other, p // other, p % other,
          p << other, p >> other, p & other, p | other, p ^ other)
    print(other + p, other - p, other * p, other @ p, other / p, other // p, other % p,
          other << p, other >> p, other & p, other | p, other ^ p)
    print(divmod(p, other) == ("divmod", other), p ** 2, pow(p, 2, 5), 3 ** p, divmod(3, p))


number = Number(5)
p = weakref.proxy(number)
show(p, 2.5)
show(p, weakref.proxy(number))
print(bytes(p), "abcdefgh"[p], next(p), reversed(p), int(p), float(p), iter(p) is number)
print(p.__class__ is Number, isinstance(p, Number), isinstance(p, weakref.ProxyType), type(p))
total = 0
for i in range(300):
    total += p.value + len(p + i)
print(total)
q = p
q += 4
print(q is number, number.value)
try:
    hash(p)
except TypeError:
    print("no hash")
for plain in ([1, 2], {1: 2}, Number):
    class Holder(type(plain) if plain is not Number else object):
        pass
    held = Holder()
    proxy = weakref.proxy(held)
    try:
        print(next(proxy))
    except TypeError as error:
        print(error)
print(type(weakref.proxy(lambda: 0)).__module__, weakref.CallableProxyType.__module__)


class Named(weakref.ref):
    def __init__(self, target, callback=None, **others):
        super().__init__(target, callback)
        self.__dict__.update(others)

    def __call__(self):
        return "called"


named = Named(number, name="n", other=2)
print(named.name, named.other, named(), named == weakref.ref(number), hash(named))
for wrong in (lambda: weakref.ref(number, callback=None), lambda: weakref.ref(1)):
    try:
        wrong()
    except TypeError as error:
        print(error)
r = weakref.ref(number, print)
print(r.__callback__ is print, weakref.ref(number).__callback__)
try:
    r.__callback__ = None
except AttributeError:
    print("read only")
print(repr(weakref.ref(Number)).endswith("(Number)>"))


class Bound:
    def method(self):
        pass


bound = Bound()
print(weakref.WeakMethod(bound.method) == weakref.WeakMethod(bound.method),
      hash(weakref.WeakMethod(bound.method)) == hash(weakref.WeakMethod(bound.method)))
