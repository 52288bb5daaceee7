# Arrays turned, cut, shortened and lengthened.
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
        "np.flip(a)", "np.flipud(m)", "np.fliplr(m)", "np.roll(a,2)", "np.roll(m,1,axis=0)", "np.roll(m,1)",
        "np.rot90(m)", "np.split(a,3)", "np.split(a,[2,4])", "np.array_split(a,4)", "np.hsplit(m,2)",
        "np.vsplit(m,3)", "np.delete(a,1)", "np.insert(a,1,9)", "np.take(a,[1,2])", "a.take([0,1])",
        "m.take([0,1],axis=1)", "np.compress([True,False,True],a[:3])", "np.extract(a>2,a)", "np.resize(a,4)",
        "np.union1d(a,[7])", "np.intersect1d(a,[1,9])", "np.setdiff1d(a,[1])", "np.partition(f,1)[1]",
        "np.lexsort((a,a))", "np.nan_to_num(f)", "np.broadcast_to(a,(2,6))", "np.pad(a,1)", "np.ediff1d(a)",
):
    print(text, "=>", repr(eval(text)))
