# Types whose bytes lie in the other order.
from ctypes import *
import struct


class Header(BigEndianStructure):
    _pack_ = 1
    _fields_ = [("kind", c_uint8), ("flags", c_uint16), ("length", c_int32), ("id", c_uint64), ("offset", c_int64),
                ("ratio", c_float), ("scale", c_double), ("ports", c_uint16 * 3), ("name", c_char * 4)]


h = Header(1, 0x1234, -2, 2**63 + 1, -3, 1.5, -2.25, (c_uint16.__ctype_be__ * 3)(1, 2, 3), b"ab")
print(bytes(h).hex())
print(h.kind, h.flags, h.length, h.id, h.offset, h.ratio, h.scale, list(h.ports), h.name)
print(bytes(h) == struct.pack(">BHiQqfd3H4s", 1, 0x1234, -2, 2**63 + 1, -3, 1.5, -2.25, 1, 2, 3, b"ab"))
parsed = Header.from_buffer_copy(bytes(range(sizeof(Header))))
print(parsed.flags, parsed.length, parsed.id, list(parsed.ports))
parsed.flags += 1
parsed.ports[1] = 65536 + 7
print(parsed.flags, parsed.ports[1], bytes(parsed)[:4], Header.length)

for kind in (c_short, c_ushort, c_int, c_uint, c_long, c_ulong, c_float, c_double):
    swapped = kind.__ctype_be__
    x = swapped(3)
    print(bytes(x), x.value, swapped.__name__, repr(x), swapped.__ctype_le__ is kind, kind.__ctype_le__ is kind,
          swapped.__ctype_be__ is swapped, sizeof(swapped))
print(c_byte.__ctype_be__ is c_byte, c_char.__ctype_le__ is c_char, hasattr(c_void_p, "__ctype_be__"))
x = c_int.__ctype_be__()
x.value = -5
print(x.value, bytes(x), LittleEndianStructure is Structure)


class Part(BigEndianUnion):
    _fields_ = [("word", c_uint32), ("halves", c_uint16 * 2), ("bytes", c_uint8 * 4)]


p = Part(0x01020304)
print(list(p.halves), list(p.bytes), bytes(p))
total = 0
for i in range(3000):
    p.word = i
    total += p.halves[1] + p.bytes[3]
print(total)
for bad in (lambda: type("B", (BigEndianStructure,), {"_fields_": [("p", c_void_p)]}),
            lambda: type("B", (BigEndianStructure,), {"_fields_": [("p", POINTER(c_int))]})):
    try:
        bad()
    except TypeError as error:
        print(error)
