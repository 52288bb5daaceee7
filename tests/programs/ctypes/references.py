# Arguments by reference in hot loops: byref, pointers, arrays and structures that C fills.
from ctypes import *

libm = CDLL("libm.so.6")
libc = CDLL(None)
libm.frexp.argtypes = [c_double, POINTER(c_int)]
libm.frexp.restype = c_double
libm.modf.argtypes = [c_double, POINTER(c_double)]
libm.modf.restype = c_double


def parts(n):
    e = c_int()
    w = c_double()
    s = 0.0
    for i in range(1, n):
        s += libm.frexp(i * 0.37, byref(e)) * e.value
        s += libm.modf(i * 1.25, byref(w)) + w.value
    return s


print(repr(parts(1000)))
e = c_int()
p = pointer(e)
t = 0
for i in range(500):
    libm.frexp(float(i), p)
    t += e.value
print(t)
row = (c_int * 4)()
for i in range(200):
    libm.frexp(2.0 ** (i % 30), row)
print(row[:])
print(libm.frexp(8.0, e), e.value, libm.frexp(8.0, None) if False else "")
for bad in (c_long(), byref(c_long()), 5, (c_long * 2)(), "x", pointer(c_short())):
    try:
        libm.frexp(1.0, bad)
    except ArgumentError as err:
        print(err)


class Tm(Structure):
    _fields_ = [(n, c_int) for n in ("sec", "min", "hour", "mday", "mon", "year", "wday", "yday",
                                     "isdst")] + [("gmtoff", c_long), ("zone", c_char_p)]


libc.gmtime_r.argtypes = [POINTER(c_long), POINTER(Tm)]
libc.gmtime_r.restype = POINTER(Tm)
tm = Tm()
seconds = c_long(0)
days = 0
for i in range(300):
    seconds.value = i * 86400 * 37
    back = libc.gmtime_r(byref(seconds), byref(tm))
    days += tm.yday + back.contents.mon
print(days, tm.year, tm.mon, tm.mday, tm.zone)
