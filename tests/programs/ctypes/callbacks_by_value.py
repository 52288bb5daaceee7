# Callbacks that take structures by value; conversions of arguments by _as_parameter_.
from ctypes import *


class Point(Structure):
    _fields_ = [("x", c_long), ("y", c_double)]


class Wide(Structure):
    _fields_ = [("a", c_long * 3), ("p", Point)]


kept = []


def on_point(p, k):
    kept.append(p)
    p.x += 1
    return int(p.x * 10 + p.y + k)


by_value = CFUNCTYPE(c_int, Point, c_int)(on_point)
total = 0
for i in range(500):
    total += by_value(Point(i, 0.5), i)
print(total, [(p.x, p.y) for p in kept[:3]], len(kept))
wide = CFUNCTYPE(c_long, Wide)(lambda w: w.a[0] + w.a[2] * 10 + w.p.x)
print(wide(Wide((1, 2, 3), (4, 5.0))))
array = CFUNCTYPE(c_int, POINTER(c_int), c_int)(lambda p, n: sum(p[:n]))
print(array((c_int * 3)(1, 2, 3), 3))
try:
    CFUNCTYPE(Point, c_int)(lambda n: Point(n, 0))
except TypeError as error:
    print(error)


class Handle:
    def __init__(self, value):
        self._as_parameter_ = value


libc = CDLL(None)
print(libc.abs(Handle(-5)), libc.strlen(Handle(b"four")))
libc.strchr.argtypes = [POINTER(c_char), c_char]
libc.strchr.restype = c_char_p
print(libc.strchr(b"abcdef", b"c"), libc.strchr(b"abcdef", b"x"), libc.strchr(Handle(None) and b"abc", b"a"))
libc.free.argtypes = [c_void_p]
libc.free.restype = None
print(libc.free(Handle(None)), libc.free(None))
