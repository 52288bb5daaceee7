# int() from everything, bases, underscores, and the methods and attributes of int.
for s in ("0", "  42  ", "-7", "+9", "1_000_000", "0b101", "0o17", "0xff", "-0"):
    for base in (10, 0, 16, 2):
        try:
            print(int(s, base), end=" ")
        except ValueError as e:
            print("!", end=" ")
    print()
for bad in ("", " ", "1.5", "1__0", "_1", "1_", "abc", "0x", "1e5", "--1", "1 2"):
    try:
        print(int(bad))
    except ValueError as e:
        print(e)
print(int("zz", 36), int("Z", 36), int("-1010", 2), int("0b11", 2), int("777", 8))
print(int(3.99), int(-3.99), int(1e18), int(True), int())
for bad in (None, [], "12x", float("nan"), float("inf")):
    try:
        print(int(bad))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
try:
    int("1", 1)
except ValueError as e:
    print(e)
print(0b1011, 0o755, 0xDEAD_BEEF, 1_000_000, 0xFFFFFFFFFFFFFFFFFFFF)
print(bin(10), bin(-10), oct(8), oct(-8), hex(255), hex(-255), bin(0), hex(2 ** 70))
print((5).real, (5).imag, (5).numerator, (5).denominator, (-5).conjugate(), 7 .bit_length())
print(round(1234, -2), round(1250, -2), round(1350, -2), round(-15, -1), round(7), round(5, 3))
print(isinstance(True, int), isinstance(1, bool), issubclass(bool, int), type(5) is int, int.__name__)
print(abs(-5), pow(2, 10), pow(2, 10, 1000), pow(2, -1), divmod(17, 5), (17).__add__(3), (1).__add__("a") is NotImplemented)


class Idx:
    def __index__(self):
        return 3


class Int:
    def __int__(self):
        return 8


print([1, 2, 3, 4][Idx()], int(Int()), hex(Idx()), range(Idx()), "abcd"[Idx()], int(Idx()))

# too long for any memory
try:
    (3).to_bytes(2**62, "big")
except MemoryError as e:
    print(repr(e))
