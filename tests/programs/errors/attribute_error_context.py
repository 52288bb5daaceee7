# An AttributeError learns which attribute of which object it is about, if it does not say.
import collections
import sys
import types


class Lazy:
    near = 1

    def __getattr__(self, name):
        raise AttributeError("no " + name)


class Strict:
    def __getattribute__(self, name):
        raise AttributeError


class Named:
    def __getattr__(self, name):
        raise AttributeError(name, name="own", obj=3)


class Mine(AttributeError):
    pass


class Special:
    def __getattr__(self, name):
        raise Mine(name)


class Both:
    def __getattribute__(self, name):
        raise AttributeError("first")

    def __getattr__(self, name):
        raise AttributeError("second")


class Other:
    def __getattr__(self, name):
        raise KeyError(name)


def tell(function):
    try:
        function()
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "name", "-"), type(getattr(error, "obj", "-")).__name__)


module = types.ModuleType("module")
module.__getattr__ = Lazy().__getattr__
for _ in range(60):
    tell(lambda: Lazy().nearer)
for o in (Lazy(), Strict(), Named(), Special(), Both(), Other(), module, sys, collections):
    tell(lambda: o.nearer)
    tell(lambda: getattr(o, "nearest"))
    print(hasattr(o, "nearer") if not isinstance(o, Other) else "")
    tell(lambda: o.nearer())
