# Functions, methods and cells made by calling their types; what of a function can be set and deleted.
import types


class Callable:
    def __call__(self, *args):
        return args


def f(a, b=2):
    return a, b, G


print(types.MethodType(len, [1, 2])(), types.MethodType(lambda s, x: (s, x), 5)(6))
print(types.MethodType(Callable(), 3)(4), types.MethodType(int, "12")())
g = types.FunctionType(f.__code__, {"G": 7, "__name__": "mm"}, "g", (9,))
print(g(1), g.__name__, g.__module__, g.__defaults__)


def counter():
    n = 0

    def step():
        nonlocal n
        n += 1
        return n
    return step


step = counter()
cell = types.CellType(40)
other = types.FunctionType(step.__code__, globals(), None, None, (cell,))
print(step(), step(), other(), other(), cell.cell_contents, other.__name__)


def report(action):
    try:
        print(action())
    except (TypeError, AttributeError, ValueError) as e:
        print(type(e).__name__, e)


report(lambda: types.MethodType(1, 2))
report(lambda: types.MethodType(len, None))
report(lambda: types.FunctionType(None, {}))
report(lambda: types.FunctionType(f.__code__, 1))
report(lambda: types.FunctionType(f.__code__, {}, 1))
report(lambda: types.FunctionType(f.__code__, {}, "n", 1))
report(lambda: types.FunctionType(f.__code__, {}, "n", (1,), (cell,)))
report(lambda: types.FunctionType(step.__code__, {}))
report(lambda: types.FunctionType(step.__code__, {}, "n", (), ()))
report(lambda: types.FunctionType(step.__code__, {}, "n", (), (1,)))
report(lambda: types.CellType().cell_contents)


def h(a, b=2, *, c=3):
    "text"


for name in "__defaults__", "__kwdefaults__", "__doc__", "__annotations__", "__module__":
    delattr(h, name)
    print(name, getattr(h, name))
for name in "__closure__", "__globals__", "__name__", "__qualname__", "__dict__", "missing":
    report(lambda: delattr(h, name))
    report(lambda: setattr(h, name, 1))
report(lambda: setattr(h, "__annotations__", 1))
report(lambda: h())
