# errno: the private copy, and functions that set it.
from ctypes import *

libc = CDLL(None, use_errno=True)
print(get_errno(), set_errno(5), get_errno())
set_errno(0)
libc.close.argtypes = [c_int]
row = []
for i in range(60):
    row.append(libc.close(-1))
print(set(row), get_errno())
libc.strtol.argtypes = [c_char_p, c_void_p, c_int]
libc.strtol.restype = c_long
set_errno(0)
print(libc.strtol(b"99999999999999999999999", None, 10), get_errno())
F = CFUNCTYPE(c_int, c_int, use_errno=True)


@F
def callback(x):
    old = set_errno(x)
    return old


set_errno(3)
print(callback(8), get_errno())
