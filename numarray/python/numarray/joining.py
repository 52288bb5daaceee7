# numarray, part joining: arrays put together, turned around and taken apart.


def concatenate(arrays, axis=0):
    arrays = [asarray(a) for a in arrays]
    if not arrays:
        raise ValueError("need at least one array to concatenate")
    nd = arrays[0]._nd
    code = 2
    for a in arrays:
        if a._nd != nd:
            raise ValueError("all the input array dimensions except for the concatenation axis "
                             "must match exactly")
        if a._code < code:
            code = a._code
    axis %= nd
    total = 0
    for a in arrays:
        total += _length_along(a, axis)
    if nd == 1:
        r = _c.empty(code, 1, total, 1)
    elif axis == 0:
        r = _c.empty(code, 2, total, arrays[0]._n1)
    else:
        r = _c.empty(code, 2, arrays[0]._n0, total)
    at = 0
    for a in arrays:
        n = _length_along(a, axis)
        if axis == 0:
            r[at:at + n] = a
        else:
            r[:, at:at + n] = a
        at += n
    return r


def _as_rows(arrays):
    rows = [asarray(a) for a in arrays]
    return [a.reshape(1, -1) if a._nd == 1 else a for a in rows]


def vstack(arrays):
    return concatenate(_as_rows(arrays))


def hstack(arrays):
    arrays = [asarray(a) for a in arrays]
    return concatenate(arrays, 0 if arrays and arrays[0]._nd == 1 else 1)


def column_stack(arrays):
    arrays = [asarray(a) for a in arrays]
    return concatenate([a.reshape(-1, 1) if a._nd == 1 else a for a in arrays], 1)


def stack(arrays, axis=0):
    arrays = [asarray(a) for a in arrays]
    if not arrays:
        raise ValueError("need at least one array to stack")
    for a in arrays:
        if a.shape != arrays[0].shape:
            raise ValueError("all input arrays must have the same shape")
    if arrays[0]._nd != 1:
        raise NotImplementedError(_MORE)
    if not -2 <= axis < 2:
        raise AxisError(f"axis {axis} is out of bounds for array of dimension 2")
    return vstack(arrays) if axis % 2 == 0 else column_stack(arrays)


def flip(a, axis=None):
    a = asarray(a)
    if a._nd == 1:
        return a[::-1]
    if axis is None:
        return a[::-1, ::-1]
    return a[::-1] if axis % 2 == 0 else a[:, ::-1]


def diff(a, axis=-1):
    a = asarray(a)
    if a._nd == 1:
        return a[1:] - a[:-1]
    if axis % 2 == 0:
        return a[1:] - a[:-1]
    return a[:, 1:] - a[:, :-1]


# The diagonal of a matrix, a view; of a vector the matrix that has it.
def diag(v):
    v = asarray(v)
    if v._nd == 1:
        a = zeros((v._n0, v._n0), v.dtype)
        for i in range(v._n0):
            a[i, i] = v[i]
        return a
    _compute(v)
    n = v._n0 if v._n0 < v._n1 else v._n1
    return _view(v, 0, 1, n, v._s0 + v._s1, 1, 0)


def trace(a):
    return diag(a).sum()
