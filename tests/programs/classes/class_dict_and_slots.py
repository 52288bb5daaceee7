# What classes show of themselves: __dict__, members of __slots__, descriptors, __bases__, metaclasses.
class A:
    x = 1
    def f(self): pass
class B(A):
    "doc"
    __slots__ = ()
class S:
    __slots__ = ("a", "b")
class T(S):
    pass
class U(S):
    __slots__ = ("c",)
    def __init__(self): self.a = 1; self.c = 3
import re
def clean(s): return re.sub(r"0x[0-9a-f]+", "0x", s)
print(clean(repr(A.__dict__)))
print(clean(repr(vars(B))))
print(clean(repr(S.__dict__)))
print(sorted(T.__dict__), sorted(U.__dict__))
print(list(A.__dict__))
print(S.a, S.__dict__["b"], type(S.a))
t = T(); t.a = 5; t.z = 6
print(t.__dict__, vars(t), S.a.__get__(t), hasattr(t, "b"))
u = U()
try: print(u.__dict__)
except AttributeError as e: print(e)
try: u.b
except AttributeError as e: print(e)
try: print(S().a)
except AttributeError as e: print(e)
try: vars(u)
except TypeError as e: print(e)
print([n for n in dir(S) if not n.startswith("__")], "__dict__" in dir(A()), "__weakref__" in dir(A))
print(A.__dict__["__dict__"], A.__dict__["__weakref__"])
print(dict(A.__dict__) == dict(vars(A)), "f" in A.__dict__, len(A.__dict__))
del u.a
try: u.a
except AttributeError as e: print(e)
try: del u.a
except AttributeError as e: print(e)
print(A.__bases__, B.__base__, A.__mro__, type(A.__dict__), B.__doc__, A.__doc__)
print(A.__dict__.keys() >= {"x"}, A.__dict__ | {"q": 1} == {**A.__dict__, "q": 1})
class P:
    @classmethod
    def cm(cls): "cmdoc"; return cls
    @staticmethod
    def sm(x: int) -> str: "smdoc"; return x
    @property
    def pr(self): "prdoc"; return 1
    @classmethod
    @property
    def cp(cls): return cls.__name__
print(P.__dict__["cm"].__func__.__name__, P.__dict__["cm"].__wrapped__.__doc__, P.__dict__["sm"].__annotations__, P.__dict__["sm"].__name__, P.__dict__["cm"].__doc__, P.__dict__["sm"](3))
print(P.pr.__doc__, P.pr.fget.__name__, P.cp)
print(clean(repr(P.__dict__["cm"])), clean(repr(P.__dict__["sm"])), clean(repr(P.pr)), clean(repr(P().cm)), clean(repr(P.sm)), clean(repr(P().__init__)), clean(repr(P.__init__)), clean(repr([].append)), clean(repr(list.append)), clean(repr("".join)), repr(len), clean(repr(P.__init_subclass__)))
class N:
    pass
n = N()
n.__class__ = A
print(type(n), n.x)
n.__dict__ = {"q": 7}
print(n.q, n.__dict__)
n.__dict__["w"] = 8
print(n.w)
try: n.__dict__ = 5
except TypeError as e: print(e)
try: n.__class__ = int
except TypeError as e: print(e)
try: n.__class__ = 5
except TypeError as e: print(e)
class C1: pass
class C2: y = 2
class C3(C1): pass
C3.__bases__ = (C2,)
print(C3().y, C3.__mro__)
print(C1.__subclasses__(), C2.__subclasses__())
C1.__name__ = "Renamed"
print(C1, C1.__qualname__)
print(object.__subclasses__ is not None, type.mro(C3), C3.mro())
class M(type):
    def __call__(cls, *a, **k):
        print("call", a, k); return super().__call__(*a, **k)
    def __getattr__(cls, n): return n.upper()
    def __len__(cls): return 42
    def __iter__(cls): return iter("abc")
    def __contains__(cls, x): return x == 1
    def __getitem__(cls, x): return x * 2
    def __repr__(cls): return f"<M {cls.__name__}>"
    def __instancecheck__(cls, o): return True
    def __add__(cls, o): return "added"
    @property
    def prop(cls): return "prop of " + cls.__name__
    def __setattr__(cls, n, v): print("set", n, v); super().__setattr__(n, v)
    def __prepare__(name, bases, **k): print("prepare", name, bases, k); return {}
    def __new__(m, name, bases, ns, **k): return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **k): super().__init__(name, bases, ns)
class K(metaclass=M, opt=1):
    def __init__(self, x=0): self.x = x
print(K(5).x, K.foo, len(K), list(K), 1 in K, K[4], K, isinstance(3, K), K + 1, K.prop)
K.z = 1
print(bool(K), type(K), type(K) is M)
class D:
    def __set_name__(self, owner, name): print("set_name", owner.__name__, name); self.n = name
    def __get__(self, o, t=None): return self if o is None else (self.n, o.__class__.__name__, t.__name__)
    def __set__(self, o, v): print("desc set", v)
    def __delete__(self, o): print("desc del")
class E:
    d = D()
    e = D()
e = E(); print(e.d); e.d = 3; del e.d; print(type(E.d))
class F:
    def __init_subclass__(cls, tag=None, **k): super().__init_subclass__(**k); cls.tag = tag
    def __class_getitem__(cls, i): return f"{cls.__name__}[{i}]"
class G(F, tag="g"): pass
print(G.tag, F[int], G[1, 2])
class H:
    def __getattribute__(self, n):
        if n == "zip": return "zap"
        return super().__getattribute__(n)
    def __getattr__(self, n): return "missing " + n
    def __dir__(self): return ["b", "a"]
    def __sizeof__(self): return 10
    def __format__(self, s): return f"<{s}>"
    def __reversed__(self): return "rev"
    def __missing__(self): pass
    def __round__(self, n=None): return ("round", n)
    def __floor__(self): return 4
    def __ceil__(self): return 5
    def __complex__(self): return 1j
    def __bytes__(self): return b"by"
    def __matmul__(self, o): return "mm"
    def __rmatmul__(self, o): return "rmm"
    def __imatmul__(self, o): return "imm"
    def __divmod__(self, o): return "dm"
    def __rdivmod__(self, o): return "rdm"
    def __pos__(self): return "pos"
    def __invert__(self): return "inv"
    def __abs__(self): return "abs"
import math
h = H()
print(h.zip, h.zap, dir(h), f"{h:abc}", reversed(h), round(h), round(h, 2), math.floor(h), math.ceil(h), complex(h), bytes(h), h @ 1, 1 @ h, divmod(h, 1), divmod(1, h), +h, ~h, abs(h))
h @= 1; print(h)


# Members of __slots__, and the __dict__ beside them.
class Base:
    __slots__ = {"a": "documentation of a", "__hidden": None}


class WithDict(Base):
    pass


o = WithDict()
o.b = 2
d = o.__dict__
o.a = 1
o.c = 3
print(d, o.__dict__ is d, o.a, Base.a.__doc__, sorted(Base.__dict__))
o.__dict__ = {"x": 10}
print(o.a, o.x, hasattr(o, "b"), o.__dict__)
o._Base__hidden = 4
print(o._Base__hidden, o.__dict__, Base.a.__get__(o), Base.a.__objclass__.__name__)
for wrong in ("1a", "a b", 5):
    try:
        type("Wrong", (), {"__slots__": [wrong]})
    except TypeError as e:
        print(e)
try:
    Base.a.__get__(3)
except TypeError as e:
    print(e)


class Dict:
    __slots__ = ("a", "__dict__")


d = Dict()
d.a = d.b = 1
print(d.__dict__, hasattr(d, "a"))


# Slots in a hot loop.
class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


total = 0
for i in range(3000):
    p = Point(i, 1)
    total += p.x + p.y
    p.x = 0
print(total, Point.x, p.x)

for bases in ((), (int,), [Base], (3,), (C3,)):
    try:
        C3.__bases__ = bases
    except TypeError as e:
        print(e)
