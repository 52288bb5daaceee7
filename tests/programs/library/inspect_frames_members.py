# inspect: frames, tracebacks, the attributes of classes and objects, and code.replace().
import inspect
import sys
import types


def innermost():
    here = inspect.currentframe()
    info = inspect.getframeinfo(here)
    print(info.lineno, info.function, info.code_context, info.index)
    for row in inspect.stack()[:3]:
        print(row.function, row.lineno, row.code_context, row.index, row.frame.f_code.co_name)
    outer = inspect.getouterframes(here, 3)
    print(len(outer), outer[1].code_context, outer[1].index)
    return inspect.getargvalues(here)


def middle():
    return innermost()


print(middle().args)
print([row.function for row in inspect.stack()])
try:
    middle(1)
except TypeError as e:
    print([row.function for row in inspect.getinnerframes(e.__traceback__)],
          [row.lineno for row in inspect.trace()])


def with_arguments(a, b=2, *c, d, **e):
    frame = inspect.currentframe()
    print(inspect.getargs(frame.f_code))
    print(inspect.formatargvalues(*inspect.getargvalues(frame)._replace(
        locals={"a": a, "b": b, "c": c, "d": d, "e": e})))


with_arguments(1, 2, 3, d=4, f=5)
level = 5


def outer(x):
    def inner(y):
        return x + y + level + len("") + nowhere
    return inner


print(inspect.getclosurevars(outer(3)))


class Described:
    def __init__(self, value):
        self.value = value

    def __get__(self, obj, cls=None):
        print("__get__ runs")
        return self.value


class Both(Described):
    def __set__(self, obj, value):
        pass


class Base:
    shared = Described("shared")
    data = Both("data")
    plain = 1

    def method(self):
        pass

    @staticmethod
    def free():
        pass

    @classmethod
    def of_class(cls):
        pass

    @property
    def computed(self):
        print("computed runs")
        return 5

    def __getattr__(self, name):
        print("__getattr__ runs")
        return name


class Derived(Base):
    plain = 2


d = Derived()
d.__dict__.update(shared="own", data="own", extra="own")
for name in ("shared", "data", "plain", "extra", "computed", "method", "nothing"):
    found = inspect.getattr_static(d, name, "default")
    print(name, type(found).__name__, found if isinstance(found, (int, str)) else "")
print(inspect.getattr_static(Derived, "plain"), type(inspect.getattr_static(Derived, "free")).__name__)
try:
    inspect.getattr_static(d, "nothing")
except AttributeError as e:
    print("AttributeError", e)
print([n for n, v in inspect.getmembers(Derived, inspect.isfunction)])
print([n for n, v in inspect.getmembers_static(Base(), lambda v: isinstance(v, property))])
for a in inspect.classify_class_attrs(Derived):
    if not a.name.startswith("__"):
        print(a.name, a.kind, a.defining_class.__name__, type(a.object).__name__)
print(inspect.getclasstree([Base, Derived, int, bool]))


async def coroutine():
    pass


def gen(a):
    b = a + 1
    yield b


g = gen(1)
print(inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g))
next(g)
print(inspect.getgeneratorstate(g))
c = coroutine()
print(inspect.getcoroutinestate(c))
c.close()
print(inspect.getcoroutinestate(c), inspect.indentsize("    x"))


# The same instructions under another name.
def original(n, k=2):
    total = 0
    for i in range(n):
        total += i * k
    return total


original(3000)
code = original.__code__.replace(co_name="renamed", co_filename="elsewhere.py", co_firstlineno=500)
made = types.FunctionType(code, globals(), "made", (3,))
print(made(10), made(3000), original(10), code.co_name, code.co_filename, code.co_firstlineno)
print(code.replace(co_varnames=("m", "k", "sum", "j")).co_varnames, original.__code__.co_varnames)


def fails():
    raise ValueError("x")


try:
    types.FunctionType(fails.__code__.replace(co_name="other", co_firstlineno=1000), {})()
except ValueError as e:
    entry = e.__traceback__.tb_next
    print(entry.tb_lineno, entry.tb_frame.f_code.co_name)
print(sys._current_frames()[__import__("threading").get_ident()].f_code.co_name)

# A module may say itself what dir() lists.
m = types.ModuleType("m")
m.x = 1
print("x" in dir(m), "__dir__" in dir(m))
m.__dir__ = lambda: ["b", "a"]
print(dir(m))
