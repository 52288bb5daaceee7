# Constants and questions about types.
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
        "np.pi", "np.e", "np.inf", "np.nan", "np.float64(3)", "np.int64(3.7)", "np.bool_(1)",
        "np.iinfo(np.int64).max", "np.finfo(float).eps", "np.isscalar(3)", "np.ndim(m)", "np.shape(m)", "np.size(m)",
        "np.result_type(a,f)", "np.can_cast(int,float)", "np.issubdtype(a.dtype,np.integer)",
        "np.issubdtype(f.dtype,np.floating)", "np.array2string(f)", "np.array_repr(a)", "np.array_str(f)",
        "np.allclose(1.0,1.0+1e-9)", "np.mod(5,3)", "np.abs(-3)",
):
    print(text, "=>", repr(eval(text)))
