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

# Arrays as arguments of the methods of bytes.
from array import array
numbers, letters, word = array("i", [1, 2, 3]), array("B", b"bcd"), b"abcd"
print(b"-".join([numbers, letters, b"x"]), bytearray().join((letters, memoryview(b"x"))), b"".join(iter([letters])))
print(word.find(letters), word.index(letters), word.count(letters), word.rfind(letters), word.rindex(letters),
      word.find(numbers, 1))
print(word.replace(letters, letters + letters), word.startswith(letters), word.endswith(letters))
print(word.split(letters), word.rsplit(letters), bytearray(word).split(letters))
print(word.strip(array("B", b"ad")), word.lstrip(letters), word.rstrip(array("B", b"d")))
print(word.translate(None, letters), word.translate(array("B", range(256)), letters), len(bytes.maketrans(letters, letters)))
print(word.removeprefix(array("B", b"ab")), word.removesuffix(letters), letters in word, word[1:] == letters,
      bytearray(b"bcd") == letters, letters == bytearray(b"bcd"), letters == bytearray(b"bc"))
row = bytearray(b"abc")
row[1:2] = letters
row[1:1] = numbers
row += letters
row.extend(letters)
print(row)
for wrong in (1.5, "a", None, object):
    for method in (word.find, word.replace, word.split, word.startswith, word.strip, bytearray(b"x").join):
        try:
            print(method(wrong, wrong) if method == word.replace else method([wrong] if method not in (
                word.find, word.split, word.startswith, word.strip) else wrong))
        except TypeError as e:
            print(e)
