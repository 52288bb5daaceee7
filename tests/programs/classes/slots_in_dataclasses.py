# Dataclasses with slots that derive from such: the slots of the base are no defaults.
import types
from dataclasses import dataclass, field, fields


class C:
    __slots__ = ("a", "b")


print(type(C.a) is types.MemberDescriptorType, types.MemberDescriptorType.__name__)


@dataclass(slots=True)
class Base:
    x: int


@dataclass(slots=True)
class Derived(Base):
    x: int
    y: int
    z: list = field(default_factory=list)


print(Derived(1, 2), Derived.__slots__, Base.__slots__, [f.name for f in fields(Derived)])
try:
    Derived(1, 2).w = 3
except AttributeError as error:
    print(error)


@dataclass(slots=True, frozen=True, order=True)
class Point:
    x: float
    y: float = 0.0


print(Point(1.0) < Point(1.0, 2.0), sorted([Point(2.0), Point(1.0)]), hash(Point(1.0)) == hash(Point(1.0)))
