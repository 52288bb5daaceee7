# stderr: ignore
# Callbacks of all simple types, called from C and from Python; exceptions in them are reported and ignored.
from ctypes import *

libc = CDLL(None)
for t, values in ((c_int, (1, -2, 2 ** 31)), (c_ubyte, (255, 256, -1)), (c_short, (32768,)),
                  (c_double, (1.5, -0.0)), (c_float, (0.1,)), (c_bool, (True, False)),
                  (c_longlong, (2 ** 62,)), (c_ulong, (2 ** 64 - 1,)), (c_char, (b"q",))):
    F = CFUNCTYPE(t, t)
    f = F(lambda x: x)
    print(t.__name__, [f(v) for v in values])

Add = CFUNCTYPE(c_double, c_int, c_double, c_float)
add = Add(lambda a, b, c: a + b + c)
s = 0.0
for i in range(500):
    s += add(i, 0.5, 0.25)
print(s)


@CFUNCTYPE(c_int, c_int)
def fails(x):
    if x == 3:
        raise ValueError("three")
    return x * 10


print([fails(i) if i != 3 else type(fails(i)) for i in range(6)])  # C got no result for 3


@CFUNCTYPE(c_int, c_int)
def wrong(x):
    return "text"


print(type(wrong(1)))


@CFUNCTYPE(None, POINTER(c_int), c_int)
def fill(p, n):
    for i in range(n):
        p[i] = i * i


row = (c_int * 6)()
fill(row, 6)
print(list(row))


@CFUNCTYPE(c_int, c_int)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(12))


# A callback through C that itself calls C in a loop.
@CFUNCTYPE(c_int, POINTER(c_int), POINTER(c_int))
def compare(a, b):
    t = 0
    for i in range(20):
        t += libc.abs(-i)
    assert t == 190
    return a[0] - b[0]


data = (c_int * 5)(5, 3, 1, 4, 2)
libc.qsort(data, 5, sizeof(c_int), compare)
print(data[:])
print(bool(CFUNCTYPE(c_int)()), bool(compare))
