# Memory of ctypes objects as bytes, and other buffers as ctypes objects.
import copy
from array import array
from ctypes import *


class Point(Structure):
    _fields_ = [("x", c_int), ("y", c_short), ("name", c_char * 6)]


p = Point(1, 2, b"ab")
print(bytes(p), bytes(c_int(258)), bytes((c_short * 3)(1, 2, 3)), bytearray(c_double(1.5)).hex())
view = memoryview(create_string_buffer(b"hello")).cast("B")
print(view[0], len(view), bytes(view), view.readonly)
buffer = create_string_buffer(6)
view = memoryview(buffer).cast("B")
view[0:3] = b"xyz"
view[4] = 65
print(buffer.raw)
buffer.raw = memoryview(b"12345")
print(buffer.raw)
buffer.raw = bytearray(b"789")
print(buffer.raw)
print(Point.from_buffer_copy(memoryview(bytes(p))).y, Point.from_buffer_copy(bytearray(bytes(p))).name,
      list((c_int * 2).from_buffer_copy(array("i", [7, 8]))), (c_int * 2).from_buffer_copy(p)[0])
data = bytearray(20)
q = Point.from_buffer(memoryview(data)[4:])
q.x = 0x01020304
print(data.hex())
for bad in (lambda: Point.from_buffer(b"x" * 20), lambda: Point.from_buffer(memoryview(b"x" * 20)),
            lambda: Point.from_buffer(bytearray(3)), lambda: Point.from_buffer_copy("text"),
            lambda: Point.from_buffer_copy(b"abc"), lambda: Structure.from_buffer(bytearray(10)),
            lambda: Point.from_buffer(bytearray(30), -1), lambda: setattr(buffer, "raw", 5)):
    try:
        print(bad())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
c = copy.copy(p)
c.x = 99
print(p.x, c.x, c.name, c.__reduce__()[1][1][1] == bytes(c))
c.note = [1, 2]
d = copy.copy(c)
print(c.__dict__, vars(d), d.note, d.x)
try:
    copy.copy(c_char_p(b"x"))
except ValueError as error:
    print(error)


class Named(Structure):
    _fields_ = [("label", c_char * 4), ("wide", c_wchar * 3), ("p", Point), ("row", c_int * 2)]


n = Named(b"a\0bc", "xy", (1, 2, b"z"), (5,))
print(n.label, n.wide, n.p.x, n.p.name, list(n.row), bytes(n)[:4])
n.label = b"####"
n.label = b"u\0vw"
print(bytes(n)[:4])


def fails(f):
    try:
        f()
        print("no error")
    except (TypeError, ValueError, RuntimeError, AttributeError) as error:
        print(type(error).__name__, error)


fails(lambda: setattr(n, "label", b"12345"))
fails(lambda: setattr(n, "label", "text"))
fails(lambda: setattr(n, "wide", "12345"))
fails(lambda: setattr(n, "row", (1, 2, 3)))
fails(lambda: setattr(n, "row", [1]))
fails(lambda: setattr(n, "p", (1, "x")))
fails(lambda: setattr(n, "p", 5))
fails(lambda: setattr(n, "p", c_int(5)))
fails(lambda: delattr(n, "p"))
fails(lambda: delattr(c_int(5), "value"))


class Index:
    def __index__(self):
        return 7


class Real:
    def __float__(self):
        return 2.5


print(c_int(Index()), c_double(Real()), c_float(Index()), Point(Index()).x)
