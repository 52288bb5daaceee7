# NumPy's arrays as numarray's and back: copies, views that share memory both ways, strides, errors.
import sys
sys.path.insert(0, __file__.rpartition("/")[0] + "/modules")
from bridge import cpython

np = cpython.import_module("numpy")
try:
    import numarray as na
except ImportError:
    import numpy as na
to_cpython, from_cpython = cpython.to_cpython, cpython.from_cpython


def show(a):
    print(repr(a), a.dtype, a.shape)


# Copies: neither sees what is written to the other.
x = np.arange(6.0)
a = from_cpython(x)
show(a)
a[0] = 50.0
x[1] = -1.0
print(a[0], a[1], float(x[0]), float(x[1]), type(a) is na.ndarray)
y = to_cpython(a)
y[2] = 7.5
print(y, a[2])

# Views of NumPy's memory.
v = from_cpython(x, copy=False)
v[3] = 33.0
x[4] = 44.0
print(v, x)
v += 1
print(x)
x *= 2
print(v.sum(), (v * 2)[5])
later = v * 10  # an expression over shared memory is computed at once
x[0] = 999.0
print(later[0], v[0])

# Views of numarray's memory.
b = na.linspace(0.0, 1.0, 5)
lazy = b * 4  # not computed yet: it must not see what NumPy writes
w = to_cpython(b, copy=False)
w[0] = 100.0
b[1] = -3.0
print(lazy, b, w)
c = b + 1
w += 1
print(c, b)
np.negative(w, out=w)
print(b)

# Two dimensions, strides, other dtypes.
m = np.arange(12).reshape(3, 4)
show(from_cpython(m))
t = from_cpython(m.T, copy=False)
show(t)
t[3, 0] = -1
print(m)
show(from_cpython(m[::-1, ::2], copy=False))
show(from_cpython(m[1:, 1:3]))
i = from_cpython(m, copy=False)
print(i[1].sum(), i[:, 2], i.T[0])
flags = from_cpython(m > 5, copy=False)
show(flags)
flags[0, 0] = True
show(from_cpython(np.array([True, False, True])))
g = na.array([[1, 2, 3], [4, 5, 6]])
show(to_cpython(g.T))
h = to_cpython(g[:, ::-2], copy=False)
show(h)
h[0, 0] = 300
print(g, g.dtype)
show(to_cpython(na.array([1.5, 2.5])[::-1]))
show(to_cpython(na.array([True, False]), copy=False))
show(from_cpython(np.zeros((0, 3))))
show(from_cpython(np.ones((1, 4))[:, 1:1]))

# The same memory in both directions.
r = from_cpython(to_cpython(b, copy=False), copy=False)
r[0] = 0.25
print(b[0], r[0])
r[1:] = b[:-1]
print(b)


# Memory outlives the array that it was of.
def view_of_dead():
    dead = np.arange(1000.0)
    return from_cpython(dead, copy=False)[10:20:3]


def numpy_of_dead():
    dead = na.arange(1000.0) * 2
    return to_cpython(dead, copy=False)[10:20:3]


kept = [view_of_dead() for k in range(20)]
held = [numpy_of_dead() for k in range(20)]
for k in range(2000):  # memory that is free is handed out again meanwhile
    junk = na.full(1000, float(k)), np.full(1000, float(k))
print(all(k[0] == 10.0 and k[3] == 19.0 for k in kept), kept[7])
print(all(k[0] == 20.0 and k[3] == 38.0 for k in held), held[7])


# Element access in a hot loop, on NumPy's memory.
def dot(p, q):
    s = 0.0
    for k in range(len(p)):
        s += p[k] * q[k]
    return s


big = np.arange(5000.0)
over = from_cpython(big, copy=False)
print(dot(over, over))
big[:] = 1.0
print(dot(over, over))


# What cannot be converted.
def attempt(f, *args, **keywords):
    try:
        f(*args, **keywords)
    except Exception as e:
        print(type(e).__name__)


for bad in (np.zeros(3, dtype="f4"), np.zeros(3, dtype="i4"), np.zeros(2, dtype="c16"),
            np.array(["a", "b"]), np.array([None, 1]), np.zeros((2, 2, 2))):
    attempt(from_cpython, bad)
fixed = np.arange(3.0)
fixed.flags.writeable = False
attempt(from_cpython, fixed, copy=False)
show(from_cpython(fixed))
attempt(to_cpython, [1, 2], copy=False)
