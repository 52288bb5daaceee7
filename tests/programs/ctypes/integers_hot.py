# Calls of C functions on integers in hot loops: widths, wrapping, bools, big arguments.
from ctypes import *

libc = CDLL(None)
libc.abs.argtypes = [c_int]
libc.labs.argtypes = [c_long]
libc.labs.restype = c_long
libc.toupper.argtypes = [c_int]


def loop(n):
    s = 0
    for i in range(n):
        s += libc.abs(i - 50)
        s ^= libc.labs(-i * 1000003)
    return s


print(loop(3000))
total = 0
for i in range(500):
    total += libc.abs(i * 16777259)
print(total)
print(libc.abs(2 ** 32 + 7), libc.abs(True), libc.labs(-(2 ** 62)), libc.labs(2 ** 64 + 3))


def mixed(values):
    out = []
    for v in values:
        try:
            out.append(libc.abs(v))
        except ArgumentError as e:
            out.append(str(e))
    return out


row = [-1, 2, True, c_int(-9), "x", 1.5, None, -(2 ** 70) - 5] * 40
print(mixed(row)[-16:], len(mixed(row)))
print("".join(chr(libc.toupper(ord(c))) for c in "hello, world"))
