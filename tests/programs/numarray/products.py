# Dot products, matrix products and their kin.
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
        "np.dot(a,a)", "m @ m.T", "m @ a[:4]", "a[:3] @ m", "np.matmul(m, m.T)", "np.inner(a,a)", "np.outer(a,a)",
        "np.vdot(a,a)", "f @ f", "np.dot(m, 2)", "np.dot(g, f)", "(b @ b)", "mb @ mb.T", "np.cross([1,0,0],[0,1,0])",
        "np.trace(m)", "np.linalg.norm(f)", "np.kron(a[:2],a[:2])",
):
    print(text, "=>", repr(eval(text)))
