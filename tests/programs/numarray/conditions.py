# Truth of elements, and choices by it.
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
        "np.all(b)", "np.any(m>10, axis=1)", "np.all(m>=0, axis=0, keepdims=True)", "b.any()", "np.logical_not(b)",
        "np.logical_and(a>1,a<4)", "np.count_nonzero(m)", "np.count_nonzero(m, axis=0)", "np.nonzero(m>9)",
        "np.argwhere(m>9)", "np.where(m>5)", "np.where(a>2,a,-a)", "np.flatnonzero(a>2)", "np.isclose(f,f)",
        "np.allclose(a,a)", "np.array_equal(a,a)", "np.select([a<2,a<4],[a,a*10],-1)", "np.in1d(a,[1,2])",
        "np.isin(m,[1,2])",
):
    print(text, "=>", repr(eval(text)))
