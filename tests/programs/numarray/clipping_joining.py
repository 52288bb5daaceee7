# Limits, and arrays joined.
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
        "np.clip(a, 1, 3)", "a.clip(2)", "a.clip(max=3)", "np.clip(f, None, 1.0)", "np.clip(f, -1, 1)",
        "np.clip(a, 1.5, 3)", "np.clip(a, a_min=1, a_max=2)", "np.concatenate([a, f])",
        "np.concatenate((m, g), axis=1)", "np.concatenate([m, m], axis=None)", "np.stack([a, a])",
        "np.stack([a,a], axis=1)", "np.vstack([a, a])", "np.hstack([a, f])", "np.column_stack([a, a])",
        "np.append(a, 7)", "np.append(a, [1,2])", "np.append(m, [[1,2,3,4]], axis=0)",
        "np.concatenate([m,m], axis=-1)", "np.block([[m,m]])", "np.row_stack([a,a])",
):
    print(text, "=>", repr(eval(text)))
