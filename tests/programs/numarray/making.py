# Ways to make arrays.
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
        "np.arange(3.0)", "np.arange(1,10,2)", "np.arange(10,0,-3)", "np.arange(0,1,0.3)",
        "np.arange(3, dtype=float)", "np.linspace(0,1,5)", "np.linspace(0,10,3,dtype=int)",
        "np.linspace(0,1,4,retstep=True)", "np.logspace(0,2,3)", "np.eye(2)", "np.eye(3,k=1)", "np.eye(2,3)",
        "np.identity(2)", "np.eye(2,dtype=int)", "np.diag([1,2])", "np.diag(m)", "np.diag(m,1)",
        "np.diag(np.arange(2)+1,1)", "np.tri(3)", "np.tril(m)", "np.triu(m)", "np.meshgrid(a[:2],a[:3])",
        "np.fromiter((x*x for x in range(4)), dtype=int)", "np.fromiter(range(3), float)", "np.asarray([1,2])",
        "np.array([[1,2],[3,4]], dtype=float)", "np.ones_like(m)", "np.full_like(f, 2)", "np.zeros_like(b)",
        "np.geomspace(1,8,4)", "np.vander(a[:3],3)", "np.indices((2,2))[0]", "np.fromfunction(lambda i,j:i+j,(2,2))",
):
    print(text, "=>", repr(eval(text)))
