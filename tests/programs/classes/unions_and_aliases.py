# Unions of classes, generic aliases with type variables, and the base that decides a layout.
import copy
import pickle
import types
import typing

T = typing.TypeVar("T")
U = int | str


def refused(f):
    try:
        print(f())
    except (TypeError, ValueError, RecursionError) as e:
        print(type(e).__name__, e)


print(U.__args__, (U | list).__args__, ((int | str) | (float | None)).__args__)
print(copy.copy(U) is U or copy.copy(U) == U, copy.deepcopy([U]), pickle.loads(pickle.dumps(U)))
print(hash(U) == hash(str | int), U == (str | int), isinstance(3, U), issubclass(str, U))
refused(lambda: int | "text")
refused(lambda: (list[int] | None)[int])
refused(lambda: (int | list[T])[str])
refused(lambda: list[int][str])
refused(lambda: dict[T, int][str, str])
print((int | list[T]).__parameters__, dict[str, T][int], list[T], list[dict[T, int]][str])
print(T | int, int | T, copy.copy(list[int]), pickle.loads(pickle.dumps(dict[str, int])))


class Alias(types.GenericAlias):
    def __new__(cls, origin, args, note=None):
        self = super().__new__(cls, origin, args)
        return self


print(Alias(list, float).__args__, Alias(list, float, note=1).__origin__)

ns = types.SimpleNamespace(a=1)
ns.me = ns
print(ns, copy.copy(types.SimpleNamespace(x=[1])))


class Plain:
    pass


class Both(Plain, int):
    pass


print(Both.__base__, Both.__bases__, type(Ellipsis)(), type(NotImplemented)())
refused(lambda: pow(1j, 1j, 1j))
b = bytearray(b"x")
refused(lambda: b.extend([1, 256]))
print(b, __builtins__.__name__)
