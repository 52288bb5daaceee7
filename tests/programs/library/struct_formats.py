# struct with every code, in loops: usual values, those that only just fit, and those that do not.
import struct


class Int(int):
    pass


class Bytes(bytes):
    pass


class Index:
    def __index__(self):
        return 7


def shown(f, *args):
    try:
        return f(*args)
    except (struct.error, TypeError, OverflowError, ValueError) as e:
        return f"{type(e).__name__}: {e}"


for code in "bBhHiIlLqQnNP":
    for order in ("@", "=", "<", ">", "!") if code not in "nNP" else ("@",):
        size = struct.calcsize(order + code)
        bits = 8 * size
        for v in (0, 1, -1, 2 ** (bits - 1) - 1, 2 ** (bits - 1), -(2 ** (bits - 1)),
                  -(2 ** (bits - 1)) - 1, 2 ** bits - 1, 2 ** bits):
            packed = shown(struct.pack, order + code, v)
            if isinstance(packed, bytes):
                print(order + code, v, packed, struct.unpack(order + code, packed))
            else:
                print(order + code, v, packed.split(":")[0])

for v in (True, Int(5), Index(), 1.5, "x", None, b"a", [1]):
    for format in ("b", "<Q", "d", "f", "e", "?", "c", "3s", "3p"):
        print(format, type(v).__name__, shown(struct.pack, format, v))

for v in (0.0, -0.0, 1.5, 1e300, -1e300, float("inf"), float("nan"), 1e-46, 3, 10 ** 400):
    for format in ("<f", ">d", "<e"):
        print(format, shown(struct.pack, format, v))

print(struct.unpack("<f", b"\x01\x00\xa0\x7f"), struct.unpack(">d", b"\xff\xf4" + bytes(6)))
for format in ("3sx2b", "b3xh", "bq", "<bq", "0i", "2h2B", "5p", "0s", "x", "", "1s1s", "c?c"):
    print(format, struct.calcsize(format), shown(struct.pack, format, b"ab", 1, 2),
          shown(struct.unpack, format, bytes(range(struct.calcsize(format)))))
print(shown(struct.pack, "hh", 1), shown(struct.pack, "h", 1, 2), shown(struct.unpack, "h", b"abc"))
print(struct.unpack("<hb", Bytes(b"\x01\x00\xff")), struct.unpack("<hb", bytearray(b"\x01\x00\xff")),
      struct.unpack("<hb", memoryview(b"\x01\x00\xff")))
print(struct.pack("4s", bytearray(b"ab")), struct.pack("1s", Bytes(b"xyz")),
      struct.unpack_from(">H", b"abcdef", -2), list(struct.iter_unpack("<BH", bytes(range(9)))))


def sums(n):
    record = struct.Struct("<IhdQ")
    total = 0
    out = bytearray(record.size * 4)
    for i in range(n):
        record.pack_into(out, i % 4 * record.size, i, -i % 1000, i / 4, 2 ** 64 - 1 - i)
        a, b, c, d = record.unpack_from(out, i % 4 * record.size)
        total += a + b + c + (d >> 60)
    return total, bytes(out).hex()


print(sums(3000))


class Float:
    def __init__(self, error):
        self.error = error

    def __float__(self):
        if self.error:
            raise self.error
        return 0.5


for error in None, KeyError("k"), KeyboardInterrupt():
    try:
        print(struct.pack("<f", Float(error)))
    except BaseException as e:
        print(type(e).__name__, e)
