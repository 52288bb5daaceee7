# numarray, late part statistics: averages, quantiles, histograms and their kin.


# Along an axis by a function of one dimension.
def _by_line(f, a, axis, keepdims=False):
    a = asarray(a)
    axis = _axis_of(a, axis)
    if axis is None or a._nd == 1:
        return _shaped(f(a.ravel()), a, axis, keepdims)
    return _shaped(_along(f, a, axis), a, axis, keepdims)


def ptp(a, axis=None):
    a = asarray(a)
    return a.max(axis) - a.min(axis)


def median(a, axis=None, keepdims=False):
    return _by_line(_median, a, axis, keepdims)


def _median(a):
    n = a._n0
    if n == 0:
        return nan
    a = _c.sort(a)
    if a._code == 0 and isnan(a[-1]):
        return nan
    half = n // 2
    return a[half] * 1.0 if n % 2 else (a[half - 1] + a[half]) / 2.0


def quantile(a, q, axis=None, keepdims=False):
    if isinstance(q, (int, float)):
        if not 0 <= q <= 1:
            raise ValueError("Quantiles must be in the range [0, 1]")
        return _by_line(lambda line: _quantile(_c.sort(line), q), a, axis, keepdims)
    rows = [quantile(a, x, axis, keepdims) for x in asarray(q).tolist()]
    return array(rows) if not isinstance(rows[0], ndarray) else vstack(rows)


# By linear interpolation between neighbours, rounded as NumPy does it.
def _quantile(a, q):
    n = a._n0
    if n == 0:
        raise IndexError("index -1 is out of bounds for axis 0 with size 0")
    if a._code == 0 and isnan(a[-1]):
        return nan
    at = q * (n - 1)
    low = int(_math.floor(at))
    high = low + 1 if low + 1 < n else low
    t = at - low
    x, y = a[low] * 1.0, a[high] * 1.0
    return y - (y - x) * (1 - t) if t >= 0.5 else x + (y - x) * t


def percentile(a, q, axis=None, keepdims=False):
    if isinstance(q, (int, float)):
        if not 0 <= q <= 100:
            raise ValueError("Percentiles must be in the range [0, 100]")
        return quantile(a, q / 100, axis, keepdims)
    return quantile(a, asarray(q) / 100, axis, keepdims)


def average(a, axis=None, weights=None):
    a = asarray(a)
    if weights is None:
        return a.mean(axis)
    weights = asarray(weights)
    if a._nd == 2 and weights._nd == 1:
        if axis is None:
            raise TypeError("Axis must be specified when shapes of a and weights differ.")
        if _axis_of(a, axis) == 0:
            weights = weights.reshape(-1, 1)
    elif a.shape != weights.shape:
        raise TypeError("Axis must be specified when shapes of a and weights differ.")
    total = (weights + 0 * a).sum(axis)
    if not isinstance(total, ndarray) and total == 0:
        raise ZeroDivisionError("Weights sum to zero, can't be normalized")
    return (a * weights * 1.0).sum(axis) / total


def cov(m, y=None, rowvar=True, bias=False, ddof=None):
    m = atleast_2d(m) * 1.0
    if not rowvar and m._n0 != 1:
        m = m.T
    if y is not None:
        y = atleast_2d(y) * 1.0
        m = concatenate([m, y if rowvar or y._n0 == 1 else y.T])
    if ddof is None:
        ddof = 0 if bias else 1
    x = m - m.mean(axis=1, keepdims=True)
    c = dot(x, x.T) / (m._n1 - ddof)
    return c[0, 0] if c._n0 == 1 else c


def corrcoef(x, y=None):
    c = cov(x, y)
    if not isinstance(c, ndarray):
        return c / c
    d = sqrt(diag(c))
    return clip(c / d.reshape(-1, 1) / d, -1, 1)


def bincount(x, weights=None, minlength=0):
    x = asarray(x)
    if x._code == 0:
        raise TypeError("Cannot cast array data from dtype('float64') to dtype('int64') according "
                        "to the rule 'safe'")
    if (x < 0).any():
        raise ValueError("'list' argument must have no negative elements")
    x = _c.astype(x, 1)
    counts = _c.count_each(x, minlength)
    if weights is None:
        return counts
    weights = asarray(weights)
    totals = zeros(counts._n0)
    for i in range(x._n0):
        totals[x[i]] += weights[i]
    return totals


def histogram(a, bins=10, range=None, density=False, weights=None):
    a = asarray(a).ravel()
    if weights is not None:
        raise NotImplementedError("numarray: histogram with weights")
    if isinstance(bins, int):
        if range is not None:
            low, high = range
        elif a._n0 == 0:
            low, high = 0.0, 1.0
        else:
            low, high = a.min(), a.max()
        if low == high:
            low, high = low - 0.5, high + 0.5
        edges = linspace(low, high, bins + 1)
        a = a[(a >= low) & (a <= high)]
    else:
        edges = asarray(bins)
        if (diff(edges) < 0).any():
            raise ValueError("`bins` must increase monotonically, when an array")
    ordered = _c.sort(a)
    ends = concatenate([searchsorted(ordered, edges[:-1]),
                        atleast_1d(searchsorted(ordered, edges[-1], "right"))])
    counts = diff(ends)
    if density:
        return counts / diff(edges) / counts.sum(), edges
    return counts, edges


def interp(x, xp, fp, left=None, right=None):
    xp, fp = asarray(xp) * 1.0, asarray(fp) * 1.0
    at = atleast_1d(x) * 1.0
    k = clip(searchsorted(xp, at, "right") - 1, 0, xp._n0 - 2 if xp._n0 > 1 else 0)
    if xp._n0 > 1:
        slope = (fp[k + 1] - fp[k]) / (xp[k + 1] - xp[k])
        r = slope * (at - xp[k]) + fp[k]
    else:
        r = fp[k]
    r = where(at < xp[0], fp[0] if left is None else left, r)
    r = where(at > xp[-1], fp[-1] if right is None else right, r)
    r = where(at == xp[-1], fp[-1], r)
    return r[0] if isinstance(x, (int, float)) else r


def convolve(a, v, mode="full"):
    a, v = atleast_1d(a), atleast_1d(v)
    if v._n0 > a._n0:
        a, v = v, a
    if a._n0 == 0 or v._n0 == 0:
        raise ValueError(f"{'a' if a._n0 == 0 else 'v'} cannot be empty")
    n, m = a._n0, v._n0
    code = a._code if a._code < v._code else v._code
    r = zeros(n + m - 1, _DTYPES[code])
    for k in range(m):
        r[k:k + n] += a * v[k]
    if mode == "full":
        return r
    if mode == "same":
        start = (m - 1) // 2
        return r[start:start + n]
    if mode == "valid":
        return r[m - 1:n]
    raise ValueError(f"mode must be one of 'valid', 'same', or 'full' (got '{mode}')")


def correlate(a, v, mode="valid"):
    a, v = atleast_1d(a), atleast_1d(v)
    r = convolve(a, v[::-1], mode)
    return r if a._n0 >= v._n0 or mode != "same" else r[::-1]


def trapz(y, x=None, dx=1.0):
    y = asarray(y)
    d = dx if x is None else diff(asarray(x))
    return (d * (y[1:] + y[:-1]) / 2.0).sum()


trapezoid = trapz


def gradient(f, spacing=1.0):
    f = asarray(f) * 1.0
    if f._nd != 1:
        raise NotImplementedError("numarray: gradient of two dimensions")
    if f._n0 < 2:
        raise ValueError("Shape of array too small to calculate a numerical gradient, at least "
                         "(edge_order + 1) elements are required.")
    if not isinstance(spacing, (int, float)):
        raise NotImplementedError("numarray: gradient over uneven spacing")
    r = empty(f._n0)
    r[1:-1] = (f[2:] - f[:-2]) / (2.0 * spacing)
    r[0] = (f[1] - f[0]) / spacing
    r[-1] = (f[-1] - f[-2]) / spacing
    return r


def ediff1d(a):
    return diff(asarray(a).ravel())


def nansum(a, axis=None):
    a = asarray(a)
    return where(isnan(a), 0, a).sum(axis)


def nanmean(a, axis=None):
    a = asarray(a)
    return nansum(a, axis) / _float_count(~isnan(a), axis)


def _float_count(mask, axis):
    count = mask.sum(axis)
    return count * 1.0 if isinstance(count, ndarray) or count else nan


def nanmax(a, axis=None):
    return _by_line(lambda line: nan if isnan(line).all() else line[~isnan(line)].max(), a, axis)


def nanmin(a, axis=None):
    return _by_line(lambda line: nan if isnan(line).all() else line[~isnan(line)].min(), a, axis)


def nanstd(a, axis=None, ddof=0):
    return sqrt(nanvar(a, axis, ddof))


def nanvar(a, axis=None, ddof=0):
    return _by_line(lambda line: line[~isnan(line)].var(ddof=ddof), a, axis)


def nanmedian(a, axis=None):
    return _by_line(lambda line: _median(line[~isnan(line)]), a, axis)


def apply_along_axis(func1d, axis, arr, *args):
    arr = asarray(arr)
    axis = _axis_of(arr, axis)
    if arr._nd == 1:
        return func1d(arr, *args)
    rows = [func1d(row, *args) for row in (arr if axis == 1 else arr.T)]
    if not isinstance(rows[0], (ndarray, list)):
        return array(rows)
    r = vstack(rows)
    return r if axis == 1 else r.T
