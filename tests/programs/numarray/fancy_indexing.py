# Arrays as indices, several at once.
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
        "m[[0,2]]", "m[[0,2],[1,3]]", "m[:, [0,2]]", "m[[0,1], 2]", "m[1, [0,3]]", "a[np.array([[0,1],[2,3]])]",
        "a[[-1,0]]", "m[m>5]", "m[mb[:,0]]", "m[:, b]", "m[b[:3], 1]", "m[..., 0]", "m[1]", "m[-1, ::2]",
        "a[[True,False,True,False,False,False]]", "m[np.ix_([0,2],[1,3])]", "a[()]", "m[1][2]", "a[np.int64(2)]",
        "a[a[2]]", "m[b[:3]][:, b]",
):
    print(text, "=>", repr(eval(text)))
