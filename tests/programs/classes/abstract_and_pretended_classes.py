# Abstract methods behind property, classmethod and staticmethod; objects that pretend to have bases.
from abc import ABC, abstractmethod


class Shape(ABC):
    @property
    @abstractmethod
    def area(self):
        ...

    @classmethod
    @abstractmethod
    def make(cls):
        ...

    @staticmethod
    @abstractmethod
    def help():
        ...

    @abstractmethod
    def draw(self):
        ...


print(sorted(Shape.__abstractmethods__), type(Shape.__abstractmethods__))
print(Shape.__dict__["area"].__isabstractmethod__, Shape.__dict__["make"].__isabstractmethod__,
      Shape.__dict__["help"].__isabstractmethod__, property().__isabstractmethod__)


def report(action):
    try:
        print(action())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)


class Half(Shape):
    area = 1

    def draw(self):
        return "drawn"


class Whole(Half):
    make = help = None


report(Shape)
report(Half)
report(lambda: Whole().draw())
Whole.__abstractmethods__ = {"b", "a"}
report(Whole)


class Pretended:
    def __init__(self, bases):
        self.__bases__ = bases


class Instance:
    def __init__(self, cls):
        self.cls = cls

    @property
    def __class__(self):
        return self.cls


base = Pretended(())
derived = Pretended((base,))
print(issubclass(derived, base), issubclass(base, derived), isinstance(Instance(derived), base))
print(isinstance(Instance(int), int), isinstance(Instance(bool), (str, int)))
report(lambda: isinstance(1, 5))
report(lambda: issubclass(5, int))
report(lambda: issubclass(int, 5))
report(lambda: issubclass(Pretended((int,)), int))


class P:
    class Inner:
        @property
        def only_read(self):
            return 1

        nothing = property()


report(lambda: setattr(P.Inner(), "only_read", 1))
report(lambda: delattr(P.Inner(), "only_read"))
report(lambda: P.Inner().nothing)
