# Arrays of a dtype that is asked for.
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
        "np.zeros(3, dtype=np.int64)", "np.zeros((2,3), int)", "np.ones(2, bool)", "np.full((2,2), True)",
        "np.empty((2,0)).shape", "np.zeros(shape=(2,))", "np.zeros(3, dtype='i8')",
):
    print(text, "=>", repr(eval(text)))
