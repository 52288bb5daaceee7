# Methods that few programs use.
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
        "a.any()", "a.all()", "a.nonzero()", "a.tobytes()[:8]", "np.frombuffer(b'\0'*16)",
        "np.fromstring('1 2 3',sep=' ')", "a.fill(0)", "a.sort()", "m.diagonal()", "m.trace()", "f.dot(f)",
        "m.swapaxes(0,1).shape", "m.conj().shape", "m.real.shape", "a.view().shape", "m.flags.c_contiguous",
        "m.flags['C_CONTIGUOUS']", "f.tolist()", "a.compress([1,0,1])", "np.copyto(a,1)", "a.round(2)",
        "m.T.flags.f_contiguous", "a.__array_interface__['typestr']", "np.shares_memory(m,m[0])",
        "np.may_share_memory(m,m[0])", "np.ascontiguousarray(m.T)", "np.asanyarray(a)", "np.ndarray is type(a)",
        "isinstance(a, np.ndarray)", "np.vectorize(lambda x:x+1)(a)", "np.apply_along_axis(sum,1,m)",
        "np.polyval([1,2],3)",
):
    print(text, "=>", repr(eval(text)))
