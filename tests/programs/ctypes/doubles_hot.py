# Calls of the mathematical library in hot loops: doubles, floats, ints as doubles, NaN.
from ctypes import *
from ctypes.util import find_library

libm = CDLL("libm.so.6")
for name in ("sin", "cos", "exp", "fabs", "floor"):
    f = getattr(libm, name)
    f.argtypes = [c_double]
    f.restype = c_double
libm.pow.argtypes = [c_double, c_double]
libm.pow.restype = c_double
libm.fma.argtypes = [c_double, c_double, c_double]
libm.fma.restype = c_double
libm.sqrtf.argtypes = [c_float]
libm.sqrtf.restype = c_float
libm.ldexp.argtypes = [c_double, c_int]
libm.ldexp.restype = c_double


def circle(n):
    x = 0.0
    for i in range(n):
        x += libm.sin(i * 0.01) * libm.cos(i * 0.02)
    return x


print(repr(circle(2000)))
acc = 0.0
for i in range(1000):
    acc = libm.fma(acc, 0.5, i)
print(acc)
print([libm.sqrtf(i) for i in range(6)])
print([libm.pow(2, i) for i in range(0, 40, 7)], libm.pow(2.0, 0.5))
print([libm.ldexp(1.5, i) for i in range(-3, 4)])
nan = libm.pow(-1.0, 0.5)
print(nan != nan, libm.fabs(float("-inf")))


def bad(n):
    row = []
    for i in range(n):
        try:
            row.append(libm.floor(i / 4 if i % 50 else "no"))
        except ArgumentError as e:
            row.append(str(e))
    return row


print(bad(200)[45:55])
print(find_library("m"), find_library("nosuchlibrary"))
