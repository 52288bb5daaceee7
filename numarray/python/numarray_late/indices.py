# numarray, late part indices: functions that take or make arrays of indices.


def take(a, indices, axis=None):
    a = asarray(a)
    if axis is None:
        a = a.ravel()
        axis = 0
    axis = _axis_of(a, axis)
    if isinstance(indices, int):
        return a[indices] if axis == 0 else a[:, indices]
    at = _index_array(asarray(indices)) if len(indices) else _c.empty(1, 1, 0, 1)
    return a[at] if axis == 0 else a[:, at]


def put(a, ind, v):
    at = atleast_1d(ind).ravel()
    n = a._n0 * a._n1
    at = _bounded(at, 0, n)
    v = resize(atleast_1d(v), at._n0) if not isinstance(v, (int, float)) else v
    _put_flat(a, at, v)


def compress(condition, a, axis=None):
    a = asarray(a)
    condition = _truth(asarray(condition))
    if axis is None:
        a = a.ravel()
        axis = 0
    return take(a, nonzero(condition)[0], axis)


def extract(condition, a):
    return compress(asarray(condition).ravel(), asarray(a).ravel())


def place(a, mask, vals):
    at = nonzero(_truth(asarray(mask)).ravel())[0]
    _put_flat(a, at, resize(atleast_1d(vals), at._n0))


def putmask(a, mask, values):
    values = atleast_1d(values)
    at = nonzero(_truth(asarray(mask)).ravel())[0]
    _put_flat(a, at, values.ravel()[at % (values._n0 * values._n1)])


def copyto(dst, src):
    dst[...] = src


def argwhere(a):
    a = asarray(a)
    return column_stack(list(nonzero(a)))


def ix_(rows, columns):
    return _line(asarray(rows)).reshape(-1, 1), _line(asarray(columns)).reshape(1, -1)


def unravel_index(indices, shape):
    nd, n0, n1 = _shape_of(shape)
    if isinstance(indices, (list, tuple)):
        indices = array(indices)
    if nd == 1:
        return (indices,)
    return indices // n1, indices % n1


def ravel_multi_index(multi_index, dims):
    if len(multi_index) == 1:
        return multi_index[0]
    i, j = [asarray(k) if isinstance(k, (list, tuple)) else k for k in multi_index]
    return i * dims[1] + j


def choose(a, choices):
    r = choices[0]
    for k in range(1, len(choices)):
        r = where(asarray(a) == k, choices[k], r)
    return r


def searchsorted(a, v, side="left"):
    if side not in ("left", "right"):
        raise ValueError(f"search side must be 'left' or 'right' (got '{side}')")
    a = asarray(a)
    x = atleast_1d(v)
    code = a._code if a._code < x._code else x._code
    r = _c.search_sorted(_c.astype(a, code), _c.astype(x.ravel(), code), side == "right")
    return r[0] if isinstance(v, (int, float)) else r.reshape(x.shape)


def digitize(x, bins, right=False):
    bins = asarray(bins)
    if (diff(bins) >= 0).all():
        return searchsorted(bins, x, "left" if right else "right")
    if not (diff(bins) <= 0).all():
        raise ValueError("bins must be monotonically increasing or decreasing")
    return bins._n0 - searchsorted(bins[::-1], x, "right" if right else "left")


def lexsort(keys):
    keys = [asarray(k) for k in keys]
    order = _c.sequence(0, 1, keys[0]._n0)
    for k in keys:
        order = order[_c.argsort(k[order])]
    return order


# Sorted altogether: what was asked for is in its place, and nothing is promised about the rest.
def partition(a, kth, axis=-1):
    return sort(a, axis)


def argpartition(a, kth, axis=-1):
    return argsort(a, axis)


def indices(dimensions):
    nd, n0, n1 = _shape_of(dimensions)
    if nd == 1:
        return _c.sequence(0, 1, n0).reshape(1, -1)
    return [broadcast_to(_c.sequence(0, 1, n0).reshape(-1, 1), (n0, n1)).copy(),
            broadcast_to(_c.sequence(0, 1, n1), (n0, n1)).copy()]


def fromfunction(function, shape, dtype=float64):
    nd, n0, n1 = _shape_of(shape)
    if nd == 1:
        return function(_c.sequence(0, 1, n0).astype(dtype))
    return function(*[a.astype(dtype) for a in indices(shape)])
