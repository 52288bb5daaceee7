# Which objects can be referred to weakly.
import array
import collections
import dataclasses
import enum
import re
import threading
import types
import weakref


class P:
    def method(self):
        pass


class S:
    __slots__ = ("a",)


class W:
    __slots__ = ("a", "__weakref__")


class SS(S):
    __slots__ = ("b",)


class SW(S):
    pass


class Set(set):
    __slots__ = ()


class L(list):
    pass


class L2(list):
    __slots__ = ()


class T(tuple):
    pass


class I(int):
    pass


class E(Exception):
    pass


class En(enum.Enum):
    A = 1


@dataclasses.dataclass(slots=True)
class DS:
    x: int


@dataclasses.dataclass(slots=True, weakref_slot=True)
class DW:
    x: int


NT = collections.namedtuple("NT", "a b")

for make in [P, S, W, SS, SW, Set, L, L2, T, I, E, lambda: En.A, lambda: DS(1), lambda: DW(1),
             lambda: NT(1, 2), object, lambda: 1, lambda: "s", list, dict, set, frozenset,
             lambda: types, lambda: print, lambda: P, lambda: make, lambda: array.array("i"),
             lambda: re.compile("a"), collections.deque, collections.OrderedDict,
             collections.Counter, lambda: (x for x in ()), lambda: P().method, Exception,
             lambda: range(3), lambda: slice(1), bytes, bytearray, lambda: memoryview(b""),
             threading.Lock, complex, property, lambda: staticmethod(print),
             lambda: classmethod(print), lambda: iter([]), zip, lambda: super(P, P()),
             lambda: types.MappingProxyType({}), lambda: P.method.__code__, lambda: None,
             lambda: NotImplemented]:
    o = make()
    try:
        r = weakref.ref(o)
        print(type(o).__name__, r() is o)
    except TypeError as error:
        print(error)
    try:
        weakref.proxy(o)
    except TypeError as error:
        print(error)

for cls in (P, S, W, I, T, L, E):
    print(cls.__name__, "__weakref__" in cls.__dict__, hasattr(cls, "__weakref__"))
