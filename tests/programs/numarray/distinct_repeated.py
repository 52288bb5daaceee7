# Distinct elements, repetition, places in sorted arrays.
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
        "np.unique(np.array([3,1,2,3,1]))", "np.unique(np.array([3.5,1,3.5]), return_counts=True)",
        "np.unique(np.array([3,1,3]), return_index=True, return_inverse=True)", "np.unique(m % 3)",
        "np.unique([True, False, True])", "np.repeat(a, 2)", "np.repeat(a, [1,0,2,1,1,1])", "np.repeat(m, 2, axis=0)",
        "np.repeat(m, 2, axis=1)", "np.repeat(m, 2)", "a.repeat(3)", "np.repeat(3, 4)", "np.tile(a, 2)",
        "np.tile(a, (2,1))", "np.tile(m, (2,2))", "np.tile(m,2)", "np.searchsorted(a, 3)",
        "np.searchsorted(a, [1.5, 7, -1])", "np.searchsorted(np.array([1,2,2,3]), 2, side='right')",
        "np.searchsorted(np.array([1.0,2,2,3]), np.array([2.0, 2.5]))", "a.searchsorted(2)",
):
    print(text, "=>", repr(eval(text)))
