# What partial, contextvars, struct, cached_property and atexit refuse and show.
import atexit
import contextvars
import functools
import operator
import struct
import sys


def show(f, *args, **keywords):
    try:
        print(f(*args, **keywords))
    except Exception as e:
        print(type(e).__name__, e)


p = functools.partial(print, 1, sep="-")
p.note = 5
show(setattr, p, "func", max)
show(setattr, p, "args", ())
show(delattr, p, "keywords")
p.__setstate__((max, (2,), {"key": abs}, None))
print(p(-3), p.func, p.args, p.keywords, p.__dict__)
p.__setstate__((max, (2,), {}, {"x": 1}))
print(p(1), p.__dict__, functools.partial[int])


class Meta(type):
    @functools.cached_property
    def size(cls):
        return 1


class Made(metaclass=Meta):
    pass


show(lambda: Made.size)

var = contextvars.ContextVar("var", default=7)
token = var.set(8)
print(repr(token).startswith("<Token var=<ContextVar name='var' default=7 at 0x"))
var.reset(token)
print(repr(token).startswith("<Token used var="), contextvars.Token[int])
one, two = contextvars.copy_context(), contextvars.copy_context()
print(one == two, one != two, one == 5)
one.run(var.set, 1)
print(one == two, one[var], one.get(var), two.get(var), var in two)
show(operator.getitem, one, 1)
show(one.get, "x")
show(lambda: 1 in one)
show(contextvars.ContextVar)
show(contextvars.ContextVar, 5)
show(contextvars.Context, 1)
show(hash, one)
show(lambda: type("Sub", (contextvars.Context,), {}))
show(lambda: type("Sub", (contextvars.ContextVar,), {}))
show(var.reset, 5)


class Odd:
    def __index__(self):
        return b"a"


show(struct.pack, "i", Odd())
show(struct.calcsize, "\0")
show(struct.unpack, b"2\0i", b"")
show(struct.calcsize, f"{sys.maxsize + 1}b")
rows = struct.iter_unpack(">H", bytes(6))
print(operator.length_hint(rows), next(rows), operator.length_hint(rows), list(rows), type(rows).__name__)
print(sys.version_info[:2] + (0,), isinstance(sys.flags, tuple), sys.int_info.bits_per_digit)
show(type(sys.version_info))
print([type(OSError(n, "")).__name__ for n in (11, 114, 115, 32, 108, 5)])


def failing(n):
    1 / n


sys.unraisablehook = lambda u: print(u.exc_type.__name__, u.err_msg, u.object is failing or u.object is sys.exit)
atexit.register(sys.exit, 3)
atexit.register(failing, 0)
atexit.register(lambda: print("at the end"))


class FloatLike:
    def __init__(self, value):
        self.value = value

    def __float__(self):
        return self.value


import math
print(math.dist((FloatLike(14.0), 1), (2, FloatLike(-4.0))), math.hypot(FloatLike(3.0), 4))
