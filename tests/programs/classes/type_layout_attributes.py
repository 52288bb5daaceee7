# What type(x).__flags__ and its kin say; __builtins__ of a program; dataclasses without __init__.
import abc
import dataclasses
import inspect


class A(abc.ABC):
    @abc.abstractmethod
    def f(self):
        pass


class B(A):
    def f(self):
        pass


class E(Exception):
    pass


class S(str):
    pass


print(inspect.isabstract(A), inspect.isabstract(B), inspect.isabstract(int))
for t in (A, E, S, int, bool, type(None), type):
    print(t.__name__, [bit for bit in (9, 10, 20, 24, 25, 26, 27, 28, 29, 30, 31)
                       if t.__flags__ >> bit & 1])


@dataclasses.dataclass(init=False)
class D:
    x: int


print(D.__doc__, inspect.signature(object), object.__text_signature__)
print(__builtins__.len is len, "__builtins__" in globals())
exec("print(__builtins__ is not None)", {})
