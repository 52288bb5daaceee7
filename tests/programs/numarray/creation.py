try:
    import numarray as np
except ImportError:
    import numpy as np

for a in (np.array([1.0, 2.5, -3.0]), np.array([1, 2, 3]), np.array([True, False]),
          np.array([1, 2.5]), np.array([[1, 2], [3, 4]]), np.array([[1.5], [2.5]]),
          np.zeros(3), np.ones((2, 2)), np.full(3, 7), np.full((2, 3), 0.5), np.zeros(2, dtype=int),
          np.arange(5), np.arange(2, 10, 3), np.arange(0.0, 1.0, 0.25), np.arange(5, 0, -2),
          np.linspace(0, 1, 5), np.linspace(1, 2, 4, endpoint=False), np.eye(3),
          np.array([], dtype=np.float64), np.zeros((0, 3)), np.array([1, 0, 2], dtype=bool),
          np.array([1.9, -1.9], dtype=np.int64), np.array(range(4))):
    print(repr(a), a.shape, a.ndim, a.size, a.dtype, len(a))
    print(a)

x = np.array([1.0, 2.0, 3.0])
for b in (np.zeros_like(x), np.ones_like(x), np.full_like(x, 2.0), np.zeros_like(np.arange(3))):
    print(b, b.dtype)
c = x.copy()
c[0] = 9
print(x, c, x.tolist(), np.array([[1, 2], [3, 4]]).tolist(), np.array([True]).tolist())
print(x.astype(int), x.astype(bool), np.array([0, 3]).astype(float))
print(x.dtype == np.float64, x.dtype == "float64", x.dtype == np.int64, repr(x.dtype))
print([v for v in x], [type(v) is float or type(v).__name__ for v in x.tolist()])
for row in np.arange(6).reshape(2, 3):
    print(row)
for bad in (lambda: np.zeros(-1), lambda: np.array([1, 2, 3]).reshape(2, 2),
            lambda: np.arange(6).reshape(4, -1), lambda: np.zeros(3).reshape((-1, -1))):
    try:
        bad()
    except ValueError as e:
        print("ValueError:", e)
