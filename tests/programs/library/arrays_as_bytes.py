# Everything that takes bytes takes the bytes of an array, whatever its elements are.
import array
import io
import struct
from collections.abc import MutableSequence

a = array.array("h", [256, 2])
print(bytes(a), bytearray(a), bytes(memoryview(a)), bytearray(memoryview(a)))
f = io.BytesIO()
f.write(a)
f.write(memoryview(a)[1:])
print(f.getvalue())
b = bytearray(b"xyz")
b.extend(a)
b[1:2] = memoryview(a)
b += memoryview(a)
print(b, int.from_bytes(memoryview(a), "little"), struct.unpack("<2h", a))
struct.pack_into("<h", a, 2, 77)
print(a, struct.unpack_from("<h", a, 2), list(struct.iter_unpack("<h", a)))
for offset in (-1, -9):
    for g in (lambda: struct.pack_into("<h", bytearray(4), offset, 1),
              lambda: struct.unpack_from("<h", bytearray(4), offset)):
        try:
            g()
        except struct.error as e:
            print(e)
print(isinstance(a, MutableSequence), str(memoryview(b"ab"), "ascii"))
