# Classes that name the methods of built-in types their own.
class Plain(list):
    __str__ = object.__repr__
    __hash__ = object.__hash__


class Shown(dict):
    __repr__ = object.__repr__


class Number(int):
    __str__ = int.__repr__
    __repr__ = lambda self: f"Number({int(self)})"
    __bool__ = int.__bool__
    __add__ = int.__sub__


class Text(str):
    __eq__ = str.__ne__
    __hash__ = str.__hash__


class Base:
    __str__ = object.__str__
    __repr__ = object.__repr__


class Attributes(dict):
    __getattr__ = dict.__getitem__
    __setattr__ = dict.__setitem__
    __delattr__ = dict.__delitem__


class Optional(dict):
    __getattr__ = dict.get


class Bound:
    __len__ = [1, 2, 3].__len__
    __getitem__ = {1: 2}.__getitem__
    __contains__ = {1: 2}.__contains__
    __iter__ = (4, 5).__iter__
    __call__ = len


p = Plain([1])
print(str(p).startswith("<__main__.Plain object at"), repr(p), f"{p}" == str(p), hash(p) == hash(p))
print(repr(Shown(a=1)).startswith("<__main__.Shown object"))
print(str(Number(3)), repr(Number(3)), bool(Number(0)), Number(5) + 2, [Number(1)])
print(Text("a") == "a", hash(Text("a")) == hash("a"))
print(str(Base()).startswith("<__main__.Base object at"), repr(Base())[:16])
a = Attributes()
a.x = 3
print(a.x, a)
del a.x
print(a, Optional(k=1).k, Optional().missing)
b = Bound()
print(len(b), b[1], 1 in b, list(b), b([1, 2]))


class Failure(Exception):
    __str__ = Exception.__repr__


print(str(Failure("x", 1)), repr(Failure("y")))
print([str(Plain([i]))[:15] for i in range(3)])
