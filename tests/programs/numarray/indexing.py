try:
    import numarray as np
except ImportError:
    import numpy as np

a = np.arange(10) * 1.0
print(a[3], a[-1], a[2:5], a[::2], a[::-1], a[7:2:-2], a[-3:], a[5:100], a[8:3], a[...])
v = a[2:6]
v[0] = 100.0
v[1:3] = -1
print(a)
a[::-3] = np.array([1.5, 2.5, 3.5, 4.5])
print(a)
a[a < 0] = 0
print(a, a[a > 3], (a[a > 3]).shape)
a[a == 0] = np.array([8.0])
print(a)
m = np.arange(12).reshape(3, 4)
print(m[1, 2], m[-1, -1], m[0], m[:, 1], m[1:, ::2], m[::-1, ::-1], m.T, m[:, ::-1].T)
m[0, 1] = 50
m[1] = 7
m[:, 2] = [4, 5, 6]
m[1:, 1:3] = m[:2, :2]
print(m)
print(m[..., 0], m[None, 0].shape, m[:, None, 1].shape, m[0, None].shape)
m[m > 5] = 0
print(m, m[m == 0], m[np.array([True, False, True])])
print(m[[2, 0]], m[np.array([0, -1])], np.arange(5)[[4, 1, 1]])
m[[0, 2]] = 9
print(m)
t = m.T
t[0, 0] = -1
print(m[0, 0], t.shape, t.tolist())
b = np.zeros(4, dtype=bool)
b[1] = True
b[2] = 5
print(b, b[1], b[0])
k = np.zeros(3, dtype=int)
k[0] = 2.9
k[1] = True
print(k)
k += np.array([1, 2, 3])
k *= 2
k -= 1
k //= 2
k %= 3
print(k)
f = np.array([1.0, 2.0, 3.0])
g = f
f += 1
f *= f
f /= 2
f -= f[::-1]
f **= 2
print(f, g is f)
f[1:] += f[:-1]
print(f)
for bad in (lambda: a[10], lambda: a[-11], lambda: m[3, 0], lambda: m[0, 4], lambda: m[0, 0, 0], lambda: a[1, 2],
            lambda: a["x"], lambda: a[1.5], lambda: a[np.array([True])], lambda: a[[99]],
            lambda: m[5], lambda: a[np.array([1.5])]):
    try:
        print(bad())
    except IndexError as e:
        print("IndexError:", e)


def assign(target, key, value):
    target[key] = value


for target, key, value in ((a, 10, 1), (a, slice(0, 3), np.zeros(4)), (m, (3, 0), 1), (m, 0, np.zeros(3)),
                           (a, a > 0, np.zeros(2))):
    try:
        assign(target, key, value)
    except (IndexError, ValueError) as e:
        print(type(e).__name__, e)
try:
    k += 1.5
except TypeError as e:
    print("TypeError:", str(e)[:60])
try:
    bool(a > 1)
except ValueError as e:
    print(e)
