# Functions: argtypes, restype and errcheck in all their forms, changed while loops are hot.
from ctypes import *

libc = CDLL(None)
f = libc.labs
f.argtypes = [c_long]
f.restype = c_long


def run(n):
    s = 0
    for i in range(n):
        s += f(-i)
    return s


print(run(400))
f.restype = c_byte
print(run(400))
f.restype = c_double if False else c_bool
print(run(400))
f.restype = None
print([f(1) for i in range(3)])
f.restype = c_long
f.argtypes = None
print(f(-7), f(c_long(-8)))
f.argtypes = (c_short,)
print([f(v) for v in (70000, -1)], run(300))


def check(result, func, args):
    if result > 5:
        raise OverflowError("more than five")
    return result * 2


f.argtypes = [c_long]
f.errcheck = check
out = []
for i in range(10):
    try:
        out.append(f(-i))
    except OverflowError as e:
        out.append(str(e))
print(out)
del f.errcheck
f.restype = lambda n: "<%d>" % n
print(f(-3))
f.restype = c_long
for bad in (lambda: setattr(f, "argtypes", 5), lambda: setattr(f, "argtypes", [5]),
            lambda: setattr(f, "restype", 5), lambda: f(), lambda: f("x"), lambda: f(1.5),
            lambda: f(c_int(3)), lambda: libc.abs(1.5), lambda: libc.abs([]),
            lambda: CDLL("nosuch.so"), lambda: CFUNCTYPE(c_int, c_int)("a")):
    try:
        print(bad())
    except (TypeError, ArgumentError, OSError) as e:
        print(type(e).__name__, e)
print(f(1, 2), libc.abs is libc.abs, libc["abs"] is libc["abs"], libc.abs.restype.__name__)


class Even:
    @classmethod
    def from_param(cls, value):
        if value % 2:
            raise ValueError("odd")
        return c_long(value)


f.argtypes = [Even]
for v in (-4, 3):
    try:
        print(f(v))
    except ArgumentError as e:
        print(e)


class Wrapper:
    _as_parameter_ = -12


f.argtypes = [c_long]
print(f(Wrapper()), libc.abs(Wrapper()))


class Result(c_long):
    def double(self):
        return self.value * 2


f.restype = Result
print(f(-21).double(), type(f(1)).__name__)
try:
    libc.no_such_function_here
except AttributeError:
    print("AttributeError")
print(hasattr(libc, "abs"), hasattr(libc, "no_such_function_here"))
