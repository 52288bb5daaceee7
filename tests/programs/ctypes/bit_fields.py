# Fields that are bits of an integer: where they lie, what is read and written.
from ctypes import *


def show(cls, *values):
    print(cls.__name__, sizeof(cls), alignment(cls), [getattr(cls, row[0]) for row in cls._fields_])
    x = cls(*values)
    print(bytes(x).hex(), [getattr(x, row[0]) for row in cls._fields_])
    return x


class Flags(Structure):
    _fields_ = [("a", c_int, 3), ("b", c_uint, 7), ("c", c_short, 2)]


class Mixed(Structure):
    _fields_ = [("x", c_ubyte, 4), ("y", c_ubyte, 4), ("n", c_int), ("z", c_uint, 1), ("w", c_ulonglong, 40),
                ("v", c_longlong, 64)]


class Growing(Structure):
    _fields_ = [("a", c_ubyte, 3), ("b", c_ushort, 9), ("c", c_uint, 20), ("d", c_byte, 8)]


class Packed(Structure):
    _pack_ = 1
    _fields_ = [("a", c_ubyte), ("b", c_uint, 12), ("c", c_uint, 20), ("d", c_ushort)]


class Big(BigEndianStructure):
    _fields_ = [("version", c_ubyte, 4), ("length", c_ubyte, 4), ("tag", c_ushort, 13), ("rest", c_ushort, 3)]


class Either(Union):
    _fields_ = [("whole", c_uint), ("low", c_uint, 16)]


class Truth(Structure):
    _fields_ = [("a", c_bool, 1), ("b", c_int, 2)]


show(Flags, 1, 2, 1)
show(Flags, -4, 127, -2)
show(Flags, 7, 300, 5)
show(Mixed, 9, 17, -5, 1, 2**39 + 3, -2)
show(Growing, 5, 300, 99999, -1)
show(Packed, 255, 4095, 1, 65535)
show(Big, 4, 5, 0x1234, 6)
e = show(Either, 0x12345678)
e.low = 0xffff
print(hex(e.whole))
show(Truth, True, 1)


class Inner(Structure):
    _fields_ = [("hi", c_uint, 4), ("lo", c_uint, 28)]


class Outer(Structure):
    _anonymous_ = ["inner"]
    _fields_ = [("n", c_int), ("inner", Inner)]


o = Outer()
o.hi, o.lo = 3, 12345
print(o.hi, o.lo, o.inner.hi, bytes(o).hex(), Outer.lo)

f = Flags()
total = 0
for i in range(3000):
    f.a = i
    f.b = i * 3
    total += f.a * 5 + f.b
print(total, f.a, f.b, f.c)

for fields in ([("a", c_int, 0)], [("a", c_int, 33)], [("a", c_float, 3)], [("a", c_char, 3)], [("a", c_int, -1)],
               [("a", c_void_p, 2)], [("a", 3)]):
    try:
        type("T", (Structure,), {"_fields_": fields})
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
for bad in (1.5, "x", None):
    try:
        f.a = bad
    except TypeError as error:
        print(error)
