# list[T] and int | str as objects; type variables replaced; super() of a class alone.
import copy
import pickle
import types
import typing

T = typing.TypeVar("T")
K = typing.TypeVar("K")
pair = dict[K, list[T]]
print(pair, pair.__parameters__, pair[str, int], pair[str, int].__args__)
print(list[T][int] == list[int], hash(list[int]) == hash(list[int]), list[int] != list[str])
for wrong in (lambda: list[int][str], lambda: pair[int], lambda: list[T][int, str]):
    try:
        wrong()
    except TypeError as e:
        print(e)
a = list[int]
print(a([1, 2]), a.__origin__, a.__name__, type(a) is types.GenericAlias, a.append is list.append)
print([*tuple[int, str]], tuple[int, ...], tuple[()])
print(pickle.loads(pickle.dumps(a)) == a, copy.copy(a) == a, copy.deepcopy(a) is a)


class Box(list[int]):
    pass


print(Box.__orig_bases__, Box.__bases__)

u = int | str | None
print(u, u.__args__, u == (None | str | int), hash(u) == hash(str | None | int))
print(isinstance(3, u), isinstance(3.5, u), issubclass(bool, u))
print((list[T] | int)[str], (T | int)[int], int | int)
print(copy.copy(u) == u, pickle.loads(pickle.dumps(u)) == u)
for wrong in (lambda: int | 3, lambda: isinstance(1, int | list[int]), lambda: u[int]):
    try:
        print(wrong())
    except TypeError as e:
        print(e)
n = types.SimpleNamespace(x=1)
n.me = n
print(n)


class A:
    def f(self):
        return "A"


class B(A):
    def f(self):
        return self.__super.f() + "B"


B._B__super = super(B)
print(B().f(), super(B).__thisclass__ is B, super(B).__self__)
print(AttributeError("x").name, NameError("x").name, OSError(1, "x").filename2)


class Described:
    class text:
        def __get__(self, obj, owner):
            return f"text of {owner.__name__}"
    __doc__ = text()


print(Described.__doc__)
