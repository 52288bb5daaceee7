# The same elements in other shapes.
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
        "a.reshape(2,3)", "a.reshape((3,-1))", "m.ravel()", "m.flatten()", "m.T", "m.transpose()", "m.reshape(-1)",
        "np.reshape(a, (2,3))", "m.T.reshape(-1)", "np.ravel(m.T)", "m.ravel(order='F')", "m.transpose(1,0)",
        "m.swapaxes(0,1)", "np.squeeze(np.ones((1,3)))", "np.expand_dims(a, 0)", "np.expand_dims(a, 1).shape",
        "a.squeeze()", "np.atleast_1d(3)", "np.atleast_2d(a)", "a[:, None].shape", "np.newaxis is None",
        "np.swapaxes(m,0,1).shape", "np.moveaxis(m,0,1).shape",
):
    print(text, "=>", repr(eval(text)))
