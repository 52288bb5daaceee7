# Strings and buffers passed to libc.
from ctypes import *

libc = CDLL(None)
libc.strlen.argtypes = [c_char_p]
libc.strlen.restype = c_size_t
libc.strchr.argtypes = [c_char_p, c_int]
libc.strchr.restype = c_char_p
libc.strtol.argtypes = [c_char_p, POINTER(c_char_p), c_int]
libc.strtol.restype = c_long
libc.strcmp.argtypes = [c_char_p, c_char_p]
libc.memcpy.argtypes = [c_void_p, c_void_p, c_size_t]
libc.memcpy.restype = c_void_p
libc.getenv.argtypes = [c_char_p]
libc.getenv.restype = c_char_p
libc.atoi.argtypes = [c_char_p]


def lengths(n):
    total = 0
    for i in range(n):
        total += libc.strlen(b"x" * (i % 13))
        total += libc.strlen(b"constant")
    return total


print(lengths(1000))
print(libc.strlen(create_string_buffer(b"buffer")), libc.strlen(c_char_p(b"pointer")))
print([libc.strchr(b"hello world", ord(c)) for c in "lwz"])
end = c_char_p()
print(libc.strtol(b"123abc", byref(end), 10), end.value)
print(libc.strtol(b"ff zz", byref(end), 16), end.value)
print([libc.atoi(str(i * 37).encode()) for i in range(10)])
print([(a > 0) - (a < 0) for a in (libc.strcmp(x, y) for x in (b"a", b"b") for y in (b"a", b"b"))])
buf = create_string_buffer(16)
for i in range(300):
    libc.memcpy(buf, str(i).encode(), 4)
print(buf.value, buf.raw)
print(libc.getenv(b"NO_SUCH_VARIABLE_AT_ALL"))
for bad in ("text", 5, 1.5, [b"x"]):
    try:
        libc.strlen(bad)
    except ArgumentError as e:
        print(e)
print(libc.strlen.argtypes, libc.strlen.restype)
