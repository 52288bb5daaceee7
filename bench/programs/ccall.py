# Calls of a C library in hot loops: integers, doubles, and a pointer to memory that C changes.
import ctypes
import sys

library = ctypes.CDLL(sys.argv[1])
add = library.add
add.restype = ctypes.c_int
add.argtypes = [ctypes.c_int, ctypes.c_int]
scale = library.scale
scale.restype = ctypes.c_double
scale.argtypes = [ctypes.c_double, ctypes.c_double, ctypes.c_double]
count_up = library.count_up
count_up.restype = None
count_up.argtypes = [ctypes.POINTER(ctypes.c_int)]


def integers(n):
    s = 0
    for i in range(n):
        s = add(s & 0xFFFF, i)
    return s


def doubles(n):
    x = 0.0
    for i in range(n):
        x = scale(x, 0.5, 1.0)
    return x


def pointers(n):
    counter = ctypes.c_int(0)
    p = ctypes.pointer(counter)
    for i in range(n):
        count_up(p)
    return counter.value


n = int(sys.argv[2])
print(integers(n), doubles(n), pointers(n))
