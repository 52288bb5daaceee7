# Reductions along axes, with keepdims, dtype and ddof.
try:
    import numarray as np
except ImportError:
    import numpy as np
np.seterr(all="ignore")

a = np.arange(6)
f = np.array([1.5, -2.0, 0.25, 3.0])
m = np.arange(12).reshape(3, 4)
g = m * 0.5
b = np.array([True, False, True, True])
mb = m % 2 == 0

for text in (
        "a.sum(dtype=float)", "m.sum(axis=0, keepdims=True)", "m.sum(1, keepdims=True)", "m.sum(keepdims=True)",
        "m.mean(axis=0, dtype=float)", "np.sum(m, axis=1, keepdims=True)", "np.sum(b, dtype=np.int64)",
        "m.sum(axis=(0,1))", "np.sum(m, axis=-1)", "m.mean(axis=1, keepdims=True)", "m.min(axis=1, keepdims=True)",
        "m.max(axis=0, keepdims=True)", "m.std(axis=0)", "m.var(axis=1, ddof=1)", "np.std(f, ddof=1)",
        "m.var(0, keepdims=True)", "m.argmax(axis=0)", "m.argmin(axis=1)", "np.argmax(m, axis=1)", "np.argmin(f)",
        "m.argmax()", "np.argmax(b)", "np.argmax(g, 0)", "m.cumsum()", "m.cumsum(axis=0)", "m.cumsum(axis=1)",
        "np.cumsum(g, axis=1)", "np.cumprod(a+1)", "m.cumprod(axis=1)", "np.cumsum(b)", "np.cumsum(m, dtype=float)",
):
    print(text, "=>", repr(eval(text)))
