# Methods of built-in types that are called with objects of other types: refused, whatever they do with their own.
import types


def generator():
    yield 1


async def agenerator():
    yield 1


def frames():
    try:
        1 / 0
    except ZeroDivisionError as e:
        return e.__traceback__


class Plain:
    pass


TYPES = [int, float, complex, str, bytes, bytearray, list, tuple, dict, set, frozenset, range, slice, property,
         staticmethod, classmethod, super, memoryview, type(generator()), type(agenerator()), type(iter([])), type(iter({})),
         type(iter("a")), type({}.keys()), type({}.values()), type({}.items()), types.MappingProxyType, types.CodeType,
         types.CellType, types.TracebackType, types.ModuleType, types.FunctionType, types.MethodType, BaseException, KeyError,
         zip, map, enumerate, type, reversed, filter]
NAMES = ["append", "get", "keys", "lower", "join", "__str__", "__repr__", "__len__", "__getitem__", "__setitem__", "__iter__",
         "__next__", "__add__", "__contains__", "__eq__", "__hash__", "__get__", "__call__", "send", "close", "add", "copy",
         "count", "indices", "getter", "tobytes", "co_lines", "with_traceback", "mro", "fromhex", "bit_length", "__bool__",
         "__reversed__", "__or__", "items", "pop", "__init__", "__dir__", "conjugate", "hex", "release", "isdisjoint", "asend"]
# What other types have, or inherit.
APART = {("bytes", "__str__"), ("bytearray", "__str__"), ("code", "__eq__"), ("code", "__hash__"), ("code", "__repr__"),
         ("cell", "__eq__"), ("cell", "__repr__"), ("KeyError", "__init__"), ("memoryview", "__contains__"),
         ("range", "__bool__"), ("reversed", "__iter__"), ("reversed", "__next__"), ("super", "__init__"),
         ("traceback", "__dir__"), ("zip", "__iter__"), ("zip", "__next__"), ("map", "__iter__"), ("map", "__next__"),
         ("filter", "__iter__"), ("filter", "__next__"), ("enumerate", "__iter__"), ("enumerate", "__next__")}
for t in TYPES:
    for name in NAMES:
        f = t.__dict__.get(name)
        if f is None or not callable(f) or (t.__name__, name) in APART or name == "fromhex":
            continue
        for self in (5 if not issubclass(int, t) else "a", Plain(), None):
            try:
                print(t.__name__, name, f(self))
            except Exception as e:
                print(t.__name__, name, type(e).__name__, e)


class Took:
    shout = str.upper


for wrong in (lambda: Took().shout(), lambda: list(map(str.upper, ["a", 5]))):
    try:
        print(wrong())
    except TypeError as e:
        print(e)
seen = []
for x in ["a"] * 2000 + [5] * 3 + ["b"] * 3:
    try:
        seen.append(str.upper(x) + str.join("-", [x, x]))
    except TypeError as e:
        seen.append(str(e))
print(len(seen), seen[1999:])
