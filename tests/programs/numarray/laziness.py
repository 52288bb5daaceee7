# Expressions are computed when they are needed; what a program sees must not depend on when.
try:
    import numarray as np
except ImportError:
    import numpy as np

a = np.array([1.0, 2.0, 3.0])
b = np.array([10.0, 20.0, 30.0])
r = 2 * a + b
a[0] = 100.0
print(r, a)
r = a - b
s = r * r
b[1:] = 0
print(s, r, b)
t = a * 2
a += 1
print(t, a)
v = a[1:]
u = v + 1
a[2] = -5.0
print(u, v)
w = u * 1
w[0] = 7
print(u, w)
x = a + b
y = x
x += 1
print(y is x, x, a + b)
m = np.arange(6.0).reshape(2, 3)
n = m.T * 2
m[0, 1] = 99
print(n, m)
c = a > 0
a[:] = -1
print(c, a)
d = np.where(c, a, b)
c[0] = False
print(d, c)
e = a
for k in range(100):
    e = e * 0.5 + 1
print(e)
f = np.ones(4)
for k in range(40):
    f = f + f
print(f)
# Overlapping slices.
g = np.arange(8.0)
g[1:] = g[:-1]
print(g)
g = np.arange(8.0)
g[:-1] = g[1:] * 2
print(g)
g[::2] = g[1::2] + g[::2]
print(g)
h = np.arange(4)
h[:] = h[::-1]
print(h)
h[:] = h * h
print(h)
q = h * 3
h.fill(0)
print(q, h)
q[q > 3] = 0
print(q)
z = [a * k for k in range(3)]
a[:] = 2
print(z)
# An error is raised where the expression is, not where it is computed.
try:
    p = np.zeros(3) + np.zeros(4)
    print("not reached")
except ValueError as e:
    print(e)
u = np.zeros(20)
u[10] = 1.0
for step in range(50):
    u[1:-1] = u[1:-1] + 0.25 * (u[2:] - 2 * u[1:-1] + u[:-2])
print(u)
