# The exception hierarchy, custom classes with state, args, str and repr, equality, catching by base, notes of groups of errors.
order = [ZeroDivisionError, OverflowError, ArithmeticError, IndexError, KeyError, LookupError, UnicodeError, ValueError, AttributeError, UnboundLocalError, NameError, RecursionError, NotImplementedError,
         RuntimeError, StopIteration, AssertionError, TypeError, ModuleNotFoundError, ImportError, FileNotFoundError, OSError, EOFError, MemoryError, Exception, KeyboardInterrupt, SystemExit, GeneratorExit, BaseException]
for c in order:
    print(c.__name__, [b.__name__ for b in c.__mro__[1:-1]])


class ShopError(Exception):
    """Base."""


class OutOfStock(ShopError):
    def __init__(self, item, left=0):
        super().__init__(f"{item}: {left} left")
        self.item = item
        self.left = left


class PriceError(ShopError, ValueError):
    pass


def buy(x):
    if x == 0:
        raise OutOfStock("fern", 2)
    if x == 1:
        raise PriceError("cheap", 5)
    if x == 2:
        raise ShopError
    return x


counts = {}
for i in range(500):
    try:
        buy(i % 5)
        k = "ok"
    except OutOfStock as e:
        k = e.item + str(e.left)
    except ValueError as e:
        k = e.args
    except ShopError as e:
        k = repr(e)
    counts[k] = counts.get(k, 0) + 1
print(counts)
a, b = ValueError("x", 1), ValueError("x", 1)
print(a == b, a.args == b.args, str(a), repr(a), str(ValueError()), repr(ValueError()), str(KeyError("k")), str(KeyError("a", "b")), str(KeyError()), repr(OutOfStock("x")), str(OutOfStock("x")))
a.args = ("changed",)
a.extra = 5
print(a, a.extra, vars(a), isinstance(a, ValueError), issubclass(PriceError, (KeyError, ValueError)), PriceError.__mro__[1].__name__)
x = OSError(2, "No such file or directory", "name.txt")
print(x, x.errno, x.strerror, x.filename, repr(OSError(2, "msg")), OSError("single"))
s = StopIteration(7)
print(s.value, SystemExit(3).code, SystemExit().code, repr(StopIteration()), UnicodeError("u"), ImportError("i", name="mod").name)


class Weird(Exception):
    def __str__(self):
        return "weird str"

    def __repr__(self):
        return "weird repr"


w = Weird(1)
print(w, repr(w), [w], w.args, f"{w} {w!r}")
e = ValueError("base")
e.add_note("a note")
e.add_note("another")
print(e.__notes__, e.with_traceback(None) is e, e.__cause__, e.__context__)


class Eq(Exception):
    def __init__(self, *a, **k):
        self.k = k


print(Eq(1, z=2).args, Eq(1, z=2).k, Eq(5))


# What the arguments become, by whatever way a class derives from one that looks at them.
class Both(ValueError, OSError):
    pass


class Unicode(UnicodeError):
    pass


for args in ((), (1,), (1, 2)):
    for cls in (StopIteration, SystemExit, ImportError, FileNotFoundError, Unicode, Both):
        if cls is not Both or len(args) < 2:
            e = cls(*args)
            print(cls.__name__, e.args, [getattr(e, name, "-") for name in (
                "errno", "strerror", "filename", "value", "code", "msg")])
for cls in (UnicodeDecodeError, ExceptionGroup, Unicode):
    try:
        raise cls
    except (TypeError, Unicode) as e:
        print(type(e).__name__, e)
