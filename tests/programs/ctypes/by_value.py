# Structures passed and returned by value: div and ldiv.
from ctypes import *


class Div(Structure):
    _fields_ = [("quot", c_int), ("rem", c_int)]


class LDiv(Structure):
    _fields_ = [("quot", c_long), ("rem", c_long)]


libc = CDLL(None)
libc.div.argtypes = [c_int, c_int]
libc.div.restype = Div
libc.ldiv.argtypes = [c_long, c_long]
libc.ldiv.restype = LDiv
s = 0
for i in range(100):
    d = libc.div(i * 17, 5)
    s += d.quot * 10 + d.rem
print(s)
d = libc.ldiv(-7, 2)
print(d.quot, d.rem, type(d).__name__)


class InAddr(Structure):
    _fields_ = [("s_addr", c_uint)]


libc.inet_ntoa.argtypes = [InAddr]
libc.inet_ntoa.restype = c_char_p
print(libc.inet_ntoa(InAddr(0x0100007f)), libc.inet_ntoa(InAddr(0x08080808)))
try:
    libc.inet_ntoa(5)
except ArgumentError as e:
    print(e)
