# Prototypes whose parameters have directions, names and defaults; errcheck; _check_retval_.
from ctypes import *

libc = CDLL(None)
libm = CDLL("libm.so.6")
frexp = CFUNCTYPE(c_double, c_double, POINTER(c_int))(("frexp", libm), ((1, "x"), (2, "exponent")))
print(frexp(10.0), frexp(x=0.5))
modf = CFUNCTYPE(c_double, c_double, POINTER(c_double))(("modf", libm), ((1, "x", 2.75), (2,)))
print(modf(), modf(-1.5))
modf.errcheck = lambda result, function, arguments: (result, arguments[1].value)
print(modf(3.25))
modf.errcheck = lambda result, function, arguments: arguments
print(modf(3.25))
strtol = CFUNCTYPE(c_long, c_char_p, POINTER(c_char_p), c_int)(
    ("strtol", libc), ((1, "text"), (1, "end", None), (1, "base", 10)))
print(strtol(b"123"), strtol(b"ff", base=16), strtol(text=b"11", base=2), strtol(b"7", None, 8))
inout = CFUNCTYPE(c_double, c_double, POINTER(c_int))(("frexp", libm), ((1, "x"), (3, "exponent")))
box = c_int(-1)
print(inout(12.0, box) is box, box.value)
for call in (lambda: frexp(), lambda: frexp(1.0, 2, 3), lambda: strtol(), lambda: strtol(b"1", what=3),
             lambda: strtol(b"1", None, 10, 11)):
    try:
        print(call())
    except TypeError as error:
        print("TypeError", error)
prototype = CFUNCTYPE(c_double, c_double, POINTER(c_int))
for flags in (((1,),), ((1, "x"), (2, 3)), ((2, "x"), (1, "y")), [(1,), (2,)], ((1, "x"), (9, "y"))):
    try:
        prototype(("frexp", libm), flags)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Checked(c_int):
    def _check_retval_(self):
        return f"<{self.value}>"


labs = libc.abs
labs.restype = Checked
print(labs(-5), [labs(-i) for i in range(3)])
libc.abs.restype = c_int
print(labs(-6))
