# Integer and floating point arithmetic at its edges.
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
        "a/2", "a//2", "a%4", "-7//np.array([2])", "np.array([7,-7])%-3", "np.array([1])/0", "np.array([1])//0",
        "np.array([1])%0", "np.array([2**62])*4", "np.array([-2**63])//-1", "a**2", "2**a", "a**-1.0",
        "np.array([2**63-1])+1", "abs(np.array([-2**63]))", "f//0.3", "f%0.3", "divmod(a, 4)", "np.divmod(f, 2)",
        "np.fmod(np.array([-7,7]), 3)", "np.float_power(a,2)", "a<<1", "a>>1", "~a", "-b", "np.add(a,1)",
        "np.subtract(a,1.5)", "+f", "f**0.5", "np.true_divide(a,2)",
):
    print(text, "=>", repr(eval(text)))
