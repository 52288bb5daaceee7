# Functions of the C library through ctypes: declared once, called from a loop, and calling back.
import ctypes

libc = ctypes.CDLL("libc.so.6")
libm = ctypes.CDLL("libm.so.6")

hypot = libm.hypot
hypot.restype = ctypes.c_double
hypot.argtypes = [ctypes.c_double, ctypes.c_double]

total = 0.0
for i in range(100_000):
    total += hypot(3.0 * i, 4.0 * i)
print("sum of lengths:", total)

strlen = libc.strlen
strlen.restype = ctypes.c_size_t
strlen.argtypes = [ctypes.c_char_p]
print("bytes before the zero:", strlen(b"glass house"))

# C's own sort asks a Python function which of two numbers comes first.
Compare = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_int), ctypes.POINTER(ctypes.c_int))
calls = 0


def by_last_digit(a, b):
    global calls
    calls += 1
    x, y = a[0], b[0]
    return (x % 10, x) > (y % 10, y) or -((x % 10, x) < (y % 10, y))


numbers = (ctypes.c_int * 8)(31, 22, 13, 4, 95, 81, 72, 63)
libc.qsort(numbers, len(numbers), ctypes.sizeof(ctypes.c_int), Compare(by_last_digit))
print(list(numbers), "after some calls" if calls else "without a call")
