# Types answer for their documentation and their weak references at any time.
import copy
import itertools


class Plain:
    pass


class Child(Plain):
    __slots__ = ()


class Slotted:
    __slots__ = ("x", "__weakref__")


class Closed:
    __slots__ = ("x",)


print(Plain.__weakref__)
print(Child.__weakref__ is Plain.__weakref__)
print(Plain.__dict__["__weakref__"] is Plain.__weakref__)
print(Slotted.__weakref__)
print("__weakref__" in Slotted.__dict__, "__weakref__" in Closed.__dict__)
for cls in (Closed, int, object):
    print(cls.__name__, hasattr(cls, "__weakref__"))
try:
    Closed.__weakref__
except AttributeError as e:
    print(e)

for cls in (map, type(iter([])), type(itertools.chain()), type(None), type(Ellipsis)):
    doc = cls.__doc__
    print(doc is None or isinstance(doc, str))
print(Plain.__doc__, Child.__doc__)
