"""ns per call of C functions in a hot loop: calls.py LIBRARY [N] prints "name ns" lines."""
import ctypes as C
import sys
import time

path = sys.argv[1]
N = int(sys.argv[2]) if len(sys.argv) > 2 else 1000000


class Point(C.Structure):
    _fields_ = [("x", C.c_double), ("y", C.c_double), ("n", C.c_int)]


def declare(f, result, *arguments):
    f.restype, f.argtypes = result, arguments
    return f


libc, libm, user = C.CDLL("libc.so.6"), C.CDLL("libm.so.6"), C.CDLL(path)
IntFunction = C.CFUNCTYPE(C.c_int, C.c_int)
Compare = C.CFUNCTYPE(C.c_int, C.POINTER(C.c_int), C.POINTER(C.c_int))
add = declare(user.add, C.c_int, C.c_int, C.c_int)
fma3 = declare(user.fma3, C.c_double, C.c_double, C.c_double, C.c_double)
bump = declare(user.bump, None, C.POINTER(Point))
each = declare(user.each, C.c_long, C.c_int, IntFunction)
abs_ = declare(libc.abs, C.c_int, C.c_int)
strlen = declare(libc.strlen, C.c_size_t, C.c_char_p)
qsort = declare(libc.qsort, None, C.c_void_p, C.c_size_t, C.c_size_t, Compare)
sin = declare(libm.sin, C.c_double, C.c_double)
compares = 0


def run_add(n):
    s, f = 0, add
    for i in range(n):
        s = f(s & 0xFFFF, i)
    return s


def run_abs(n):
    s, f = 0, abs_
    for i in range(n):
        s += f(-i)
    return s


def run_sin(n):
    x, f = 0.0, sin
    for i in range(n):
        x += f(i * 1e-7)
    return x


def run_fma3(n):
    x, f = 0.0, fma3
    for i in range(n):
        x = f(x, 0.5, 1.0)
    return x


def run_struct(n):
    f, p = bump, point
    for i in range(n):
        f(p)


def run_strlen(n):
    s, f, t = 0, strlen, b"hello, world: a string"
    for i in range(n):
        s += f(t)
    return s


def run_callback(n):
    return each(n, twice)


def run_qsort(n):
    global compares
    compares = 0
    while compares < n // 4:
        seed = 1
        for i in range(1000):
            seed = (seed * 69069 + 1) & 0xFFFFFFFF
            values[i] = seed >> 8
        qsort(values, 1000, 4, by_value)
    return compares


def measure(name, f):
    f(N // 5)
    best = 1e9
    for _ in range(5):
        start = time.process_time()
        got = f(N)
        spent = time.process_time() - start
        best = min(best, spent / (got if name == "qsort" else N) * 1e9)
    print("%s %.3f" % (name, best))


# The first calls of a program that makes no callbacks are the cheapest: those come first.
point = C.pointer(Point(0.0, 0.5, 0))
for name, f in (("add", run_add), ("abs", run_abs), ("sin", run_sin), ("fma3", run_fma3),
                ("struct", run_struct), ("strlen", run_strlen)):
    measure(name, f)


def compare(a, b):
    global compares
    compares += 1
    x, y = a[0], b[0]
    return (x > y) - (x < y)


twice = IntFunction(lambda x: x * 2)
by_value = Compare(compare)
values = (C.c_int * 1000)()
measure("callback", run_callback)
measure("qsort", run_qsort)
