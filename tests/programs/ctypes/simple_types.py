# The simple types: values, wrapping, repr, equality, errors.
from ctypes import *

for t in (c_byte, c_ubyte, c_short, c_ushort, c_int, c_uint, c_long, c_ulong, c_longlong,
          c_size_t, c_int8, c_uint8, c_int16, c_uint16, c_int32, c_uint32, c_int64, c_uint64):
    print(t.__name__, sizeof(t), t(), t(-1), t(300), t(2 ** 40 + 7), t(True))
for v in (c_float(0.1), c_double(0.1), c_longdouble(1.5), c_bool(7), c_bool([]), c_char(b"a"),
          c_char(65), c_wchar("w"), c_void_p(7), c_void_p(), c_char_p(None), c_wchar_p(None)):
    print(v, v.value, bool(v))
print(c_char_p(b"bytes").value, c_wchar_p("text").value)
x = c_int(1)
for i in range(2000):
    x.value += i
print(x, x.value)
y = c_ubyte(0)
for i in range(1000):
    y.value += 1
print(y)
f = c_float(0)
for i in range(100):
    f.value += 0.1
print(f.value)
print(c_int(5) == c_int(5), x == x, c_int64 is c_long)


class Meters(c_int):
    pass


m = Meters(5)
print(m.value, isinstance(m, c_int), Meters.__mro__[1].__name__)
makers = [lambda: c_int("x"), lambda: c_int(1.5), lambda: c_int(1, 2), lambda: c_float("a"),
          lambda: c_char(b"ab"), lambda: c_char("a"), lambda: c_char(300), lambda: c_wchar("ab"),
          lambda: c_char_p("abc"), lambda: c_wchar_p(b"abc"), lambda: c_void_p("a"),
          lambda: hash(c_int(1)), lambda: c_int(1) < c_int(2), lambda: sizeof(5),
          lambda: addressof(5), lambda: alignment("x"), lambda: c_int * -1, lambda: c_int * "x",
          lambda: Structure(), lambda: Array(), lambda: c_int(c_int(3))]
for make in makers:
    try:
        print(make())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(c_int.__mro__, type(c_int), type(c_int * 2), type(Structure))
print(c_int.from_param(5), c_double.from_param(2), c_int.from_param(c_int(8)))
