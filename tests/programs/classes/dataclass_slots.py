# Dataclasses with slots: weak references, and pickles of frozen ones.
import copy
import pickle
import weakref
from dataclasses import dataclass, field, make_dataclass


@dataclass(slots=True, weakref_slot=True)
class Node:
    name: str


@dataclass(slots=True)
class Leaf(Node):
    size: int = 0


@dataclass(frozen=True, slots=True)
class Frozen:
    a: int
    b: list = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Custom:
    a: int

    def __getstate__(self):
        return [self.a + 1]

    def __setstate__(self, state):
        object.__setattr__(self, "a", state[0] * 10)


@dataclass(slots=True)
class NoRoom:
    a: int


n = Node("x")
r = weakref.ref(n)
print(Node.__slots__, weakref.ref(n) is r, r() is n)
leaf = Leaf("y", 3)
print(Leaf.__slots__, weakref.ref(leaf)() is leaf)
for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
    print(pickle.loads(pickle.dumps(Frozen(1, [2]), protocol)), pickle.loads(pickle.dumps(Custom(4), protocol)))
print(copy.copy(Frozen(1, [2])), copy.deepcopy(Frozen(1, [2])), copy.copy(leaf))
try:
    weakref.ref(NoRoom(1))
except TypeError as e:
    print(e)
try:
    @dataclass(weakref_slot=True)
    class Wrong:
        a: int
except TypeError as e:
    print(e)
made = make_dataclass("Made", [("a", int)], slots=True, weakref_slot=True)
print(made.__slots__, weakref.ref(made(1)) is not None)
