# C functions in arrays, structures and behind pointers.
from ctypes import *

Unary = CFUNCTYPE(c_int, c_int)
libc = CDLL(None)
table = (Unary * 3)(Unary(lambda x: x + 1), cast(libc.abs, Unary))
print(table[0](5), table[1](-7), bool(table[2]), len(table))
table[2] = Unary(lambda x: x * x)
total = 0
for i in range(600):
    total += table[i % 3](i - 300)
print(total)


class Methods(Structure):
    _fields_ = [("first", Unary), ("data", c_void_p), ("second", Unary)]


m = Methods(Unary(lambda x: -x), None, cast(libc.toupper, Unary))
print(m.first(3), chr(m.second(ord("q"))), m.data, bool(Methods().first))
m.first = table[0]
print(m.first(41))
p = pointer(m)
print(p.contents.first(1), p[0].second(97))
q = pointer(table[2])
print(q.contents(9), q[0](8))
made = [Unary(lambda x, k=k: x + k) for k in range(3)]
row = (Unary * 3)(*made)
del made
print([f(10) for f in row])
