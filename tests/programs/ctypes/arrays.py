# Arrays: elements, slices, iteration, errors, in hot loops.
from ctypes import *


def total(row):
    s = 0
    for i in range(len(row)):
        s += row[i]
    return s


for t in (c_byte, c_ubyte, c_short, c_ushort, c_int, c_uint, c_long, c_ulong, c_float, c_double):
    row = (t * 300)()
    for i in range(300):
        row[i] = i * 7
    print(t.__name__, total(row), row[-1], row[3:9], row[::60], sizeof(row))

a = (c_int * 3)(1, 2, 3)
print(list(a), len(a), a[0:2], a[::-1], [x + 1 for x in a], 2 in a, sum(a), max(a))
a[0:2] = [7, 8]
print(a[:])
for bad in ("a[3]", "a[-4]", "a['x']", "a[1.5]"):
    try:
        eval(bad) if False else (a[3] if bad == "a[3]" else a[-4] if bad == "a[-4]"
                                 else a["x"] if bad == "a['x']" else a[1.5])
    except (IndexError, TypeError) as e:
        print(bad, type(e).__name__, e)
try:
    a[0] = "x"
except TypeError as e:
    print(e)
try:
    a[0:2] = [1, 2, 3]
except ValueError as e:
    print(e)
try:
    (c_int * 2)(1, 2, 3)
except IndexError as e:
    print(e)
a[1] = c_int(77)
print(a[1], (c_int * 3).__name__, (c_int * 3) is (c_int * 3), issubclass(c_int * 3, Array))
b = (c_int * 2 * 3)()
for i in range(3):
    for j in range(2):
        b[i][j] = i * 10 + j
print([list(r) for r in b], sizeof(b))
s = (c_char * 8)(*b"abc")
print(s.value, s.raw, s[0], s[0:3], len(s))
s.value = b"xyz"
print(s.value, s.raw)
try:
    s.value = b"much too long"
except ValueError as e:
    print(e)
w = create_unicode_buffer("wide", 10)
print(w.value, len(w), w[0:3])
d = (c_double * 4)(1, 2.5)
d[2] = float("nan")
print(d[0], d[1], d[2] != d[2], d[3])


def smooth(row, n):
    for _ in range(n):
        for i in range(1, len(row) - 1):
            row[i] = (row[i - 1] + row[i] + row[i + 1]) / 3
    return row


print(["%.6f" % x for x in smooth((c_double * 12)(*range(12, 0, -1), ), 50)][:6])
