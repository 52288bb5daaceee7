# Indexing classes that derive from generic built-in types, and what typing makes of protocols.
import collections.abc
from typing import (Callable, Generic, NamedTuple, Protocol, Required, SupportsBytes, TypedDict, TypeVar,
                    runtime_checkable)


class Row(list):
    pass


class Table(dict):
    pass


print(Row[int], Table[str, int], Row([1]), list.__class_getitem__(int), [].__class_getitem__(str))
T = TypeVar("T")
print(Callable[[int, T], T][str], collections.abc.Callable[[int, T], T][str])


class Pair(NamedTuple, Generic[T]):
    a: T
    b: int = 0


class Options(TypedDict, total=False):
    name: Required[str]
    level: int


print(Pair[int], Pair(1), Options(name="x", level=2), Options[int] if False else "")
print(sorted(Options.__required_keys__), sorted(Options.__optional_keys__))


@runtime_checkable
class Named(Protocol):
    name: str


@runtime_checkable
class Speaks(Protocol):
    def speak(self): ...


class Dog:
    name = "d"

    def speak(self):
        return "wuff"


class Stone:
    pass


for cls in (Named, Speaks):
    print([isinstance(x, cls) for x in (Dog(), Stone(), 3)])
print(issubclass(Dog, Speaks), issubclass(Stone, Speaks), issubclass(bytes, SupportsBytes))
Speaks.register(Stone)
print(isinstance(Stone(), Speaks))
for refused in (lambda: issubclass(Dog, Named), lambda: Protocol[3], lambda: Speaks()):
    try:
        print(refused())
    except TypeError as e:
        print(e)
