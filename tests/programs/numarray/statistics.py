# Properties, statistics, histograms, interpolation.
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
        "m.shape", "m.size", "m.ndim", "m.dtype", "m.itemsize", "m.nbytes", "m.strides", "len(m)", "m.tolist()",
        "a.item(2)", "f.astype(int)", "a.astype('float64')", "b.astype(np.int64)", "m.copy()", "a.dtype == np.int64",
        "a.dtype.name", "np.dtype('float64')", "a.dtype.kind", "f.dtype.itemsize", "m.flat[5]", "list(m.flat)[:3]",
        "a.max()", "f.min()", "np.ptp(a)", "m.ptp(axis=0)", "np.median(f)", "np.median(m,axis=0)",
        "np.percentile(a,50)", "np.quantile(f,0.25)", "np.average(a)", "np.average(f,weights=[1,2,3,4])",
        "np.diff(a*a)", "np.diff(m,axis=0)", "np.diff(a*a,n=2)", "np.prod(a+1)", "m.prod(axis=0)",
        "np.bincount([1,2,2,0])", "np.bincount([0,1,1],weights=[0.5,1,2])", "np.histogram(f,bins=3)",
        "np.digitize(f,[0,1,2])", "np.interp([0.5,1.5],[0,1,2],[0,10,20])", "np.convolve([1,2,3],[0,1,0.5])",
        "np.correlate([1,2,3],[0,1,0.5])", "np.trapz(a)", "np.gradient(f)", "np.nansum(f)", "np.nanmean(f)",
        "np.nanmax(f)", "np.corrcoef(f,f)",
):
    print(text, "=>", repr(eval(text)))
