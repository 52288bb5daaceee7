# How many digits and elements are shown, and functions of two operands applied to many.
try:
    import numarray as np
except ImportError:
    import numpy as np

a = np.array([1 / 3, 2e-5, 12345.678])
b = np.arange(30).reshape(5, 6) / 7
print(a, b[0])
np.set_printoptions(precision=3)
print(a, repr(b[:2]))
np.set_printoptions(suppress=True)
print(a, np.array([1e-10, 1.0]), np.array([1e10, 0.5]))
np.set_printoptions(threshold=10, edgeitems=2)
print(b, np.arange(100))
np.set_printoptions(linewidth=40, threshold=1000)
print(np.arange(30), repr(b))
with np.printoptions(precision=1, linewidth=100):
    print(b[0])
print(b[0])
print([np.get_printoptions()[k] for k in ("precision", "threshold", "edgeitems", "linewidth", "suppress")])
np.set_printoptions(precision=8, suppress=False, linewidth=75, edgeitems=3)

m = np.arange(6).reshape(2, 3) + 1
for name in ("add", "multiply", "maximum", "minimum", "subtract", "bitwise_or", "bitwise_xor", "logical_and"):
    f = getattr(np, name)
    print(name, f.reduce(m), f.reduce(m, axis=1), f.reduce(m[0]), f.reduce(m, axis=None) if name != "subtract" else "")
    print(f.accumulate(m).tolist(), f.accumulate(m, axis=1).tolist(), f.outer(m[0], m[1]).tolist())
c = np.zeros(4)
np.add.at(c, [0, 1, 1, 3], 1)
np.add.at(c, [0, 0], [10, 20])
print(c, np.add.reduce(m, axis=0, keepdims=True))
