"""Which classes can be bases together, and take each other's place as a class or a base."""


def attempt(f, *args):
    try:
        print(*(c.__name__ for c in args), f(*args))
    except TypeError as e:
        print(e)


class A: __slots__ = "a"
class B: __slots__ = "b"
class A2: __slots__ = ("a",)
class Empty: __slots__ = ()
class Plain: pass
class DerivedA(A): pass
class EmptyA(A): __slots__ = ()
class D(Plain): __slots__ = "d"
class D2(Plain): __slots__ = "d"
class Weak: __slots__ = ("__weakref__",)
class AWeak: __slots__ = ("a", "__weakref__")
class ADict: __slots__ = ("a", "__dict__")
class Both(Plain, Empty): pass
class L(list): pass
class L2(list): pass
class LSlots(list): __slots__ = ()
class X(Exception): pass
class Y(ValueError): pass
class Z(OSError): pass


for bases in [(A, B), (A, Plain), (Plain, A), (A, Empty), (A, A2), (DerivedA, A), (D, Plain),
              (Empty, Weak), (DerivedA, B), (int, A), (A, int), (list, dict), (L, LSlots), (Y, Z),
              (Y, X), (OSError, SyntaxError), (A, Exception), (Plain, int, str)]:
    attempt(lambda: type("N", bases, {}).__base__.__name__)


def change_class(before, after):
    o = before.__new__(before)
    o.__class__ = after
    return type(o).__name__


def change_base(before, after):
    class C(before): pass
    C.__bases__ = (after,)
    return C.__base__.__name__


classes = [A, B, A2, Empty, Plain, DerivedA, EmptyA, D, D2, Weak, AWeak, ADict, Both, L, L2, LSlots,
           X, Y, Z]
for before in classes:
    for after in classes + [object, int, list]:
        attempt(change_class, before, after)
        attempt(change_base, before, after)
        attempt(change_base, after, before)

print([n for n in dir(D()) if n in ("__dict__", "__weakref__", "d")],
      [n for n in dir(A()) if n in ("__dict__", "__weakref__", "a")],
      [n for n in dir(AWeak()) if n in ("__dict__", "__weakref__", "a")])
