# Sorted arrays and orders.
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
        "np.sort(np.array([3,1,2]))", "np.sort(m[:, ::-1])", "np.sort(m[::-1], axis=0)",
        "np.sort(m[::-1,::-1], axis=None)", "np.argsort(m[:, ::-1])", "np.argsort(m[::-1], axis=0)",
        "np.argsort(f)[::-1]", "np.sort(f, kind='stable')", "np.sort(b)",
        "np.argsort(np.array([2,1,2,1]), kind='stable')",
):
    print(text, "=>", repr(eval(text)))
