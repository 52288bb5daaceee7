# Pointers: contents, indexing, casts, NULL, byref.
from ctypes import *

x = c_int(5)
p = pointer(x)
p.contents.value = 9
print(x.value, p[0], p.contents, bool(p))
p[0] = 11
print(x)
y = c_int(20)
p.contents = y
p[0] += 1
print(x, y)
null = POINTER(c_int)()
print(bool(null))
for what in ("index", "contents"):
    try:
        null[0] if what == "index" else null.contents
    except ValueError as e:
        print(e)
print(POINTER(c_int) is POINTER(c_int), POINTER(c_int).__name__, POINTER(c_char).__name__)
row = (c_int * 10)(*range(10))
q = cast(row, POINTER(c_int))
print(q[3], q[0:5], [q[i] for i in range(0, 10, 3)])


def walk(q, n):
    s = 0
    for k in range(30):
        for i in range(n):
            q[i] = q[i] + 1
            s += q[i]
    return s


print(walk(q, 10), row[:])
bytes_of = cast(pointer(c_uint(0x04030201)), POINTER(c_ubyte))
print(bytes_of[0:4])
pp = pointer(p)
print(pp.contents.contents, pp[0][0])
v = cast(row, c_void_p)
print(v.value == addressof(row), cast(v, POINTER(c_int))[9])
print(c_void_p(None).value, c_void_p(0).value, c_void_p(5).value)
for bad in (5, "x"):
    try:
        POINTER(c_int)(bad)
    except TypeError as e:
        print(e)
    try:
        byref(bad)
    except TypeError as e:
        print(e)
libc = CDLL(None)
libc.memset.argtypes = [c_void_p, c_int, c_size_t]
libc.memset.restype = c_void_p
libc.memset(row, 255, 12)
print(row[:])
libc.memset(byref(row, 16), 0, 8)
print(row[:])
memset(row, 1, 4)
memmove(byref(row, 4), row, 4)
print(row[:3], string_at(b"hello", 3), string_at(c_char_p(b"zero\0more")), wstring_at("wide"))
