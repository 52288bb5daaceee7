# Memory: buffers, from_buffer, from_address, resize, memmove, what keeps what alive.
from ctypes import *

b = create_string_buffer(b"hello", 10)
print(b.value, b.raw, sizeof(b), len(b))
print(create_string_buffer(3).raw, create_string_buffer(b"abc").raw)
for bad in (lambda: create_string_buffer("abc"), lambda: create_string_buffer(b"abc", 2)):
    try:
        bad()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


class P(Structure):
    _fields_ = [("x", c_int), ("y", c_double)]


data = bytearray(32)
p = P.from_buffer(data)
p.x = 0x01020304
p.y = 1.0
print(data[:4], data[8:16])
q = P.from_buffer(data, 16)
q.x = -1
print(data[16:20])
r = P.from_buffer_copy(bytes(data))
r.x = 7
print(p.x == 0x01020304, r.x, P.from_address(addressof(p)).x == p.x)
for bad in (lambda: P.from_buffer_copy(b""), lambda: P.from_buffer(b"x" * 16),
            lambda: P.from_buffer(data, 20), lambda: P.from_buffer(data, -1),
            lambda: P.from_buffer_copy("text")):
    try:
        bad()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
x = c_int(5)
resize(x, 16)
print(sizeof(x), x.value)
try:
    resize(x, 1)
except ValueError as e:
    print(e)


def keep(n):
    # Structures that hold pointers to temporaries.
    class Named(Structure):
        _fields_ = [("name", c_char_p), ("wide", c_wchar_p), ("p", POINTER(c_int))]

    rows = []
    for i in range(n):
        s = Named(f"name {i}".encode(), "wide %d" % i, pointer(c_int(i)))
        rows.append(s)
        [bytearray(50) for _ in range(20)]
    return [(s.name, s.wide, s.p[0]) for s in rows]


rows = keep(200)
print(rows[0], rows[99], rows[-1], len(rows))
names = (c_char_p * 3)(b"one", b"two", None)
names[2] = b"three"
print(list(names))
s = c_wchar_p("text")
s.value = "other"
print(s.value)
v = c_char_p(b"abc")
v.value = None
print(v.value)
