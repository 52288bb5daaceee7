# numarray, part joining: arrays put together, turned around and taken apart.


def concatenate(arrays, axis=0):
    arrays = [asarray(a) for a in arrays]
    if not arrays:
        raise ValueError("need at least one array to concatenate")
    if axis is None:
        arrays = [a.ravel() for a in arrays]
        axis = 0
    nd = arrays[0]._nd
    axis = _axis_of(arrays[0], axis)
    code = 2
    for k, a in enumerate(arrays):
        if a._nd != nd:
            raise ValueError("all the input arrays must have same number of dimensions, but the "
                             f"array at index 0 has {nd} dimension(s) and the array at index {k} "
                             f"has {a._nd} dimension(s)")
        if nd == 2 and a.shape[1 - axis] != arrays[0].shape[1 - axis]:
            raise ValueError("all the input array dimensions except for the concatenation axis "
                             f"must match exactly, but along dimension {1 - axis}, the array at "
                             f"index 0 has size {arrays[0].shape[1 - axis]} and the array at index "
                             f"{k} has size {a.shape[1 - axis]}")
        if a._code < code:
            code = a._code
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


def diff(a, n=1, axis=-1):
    a = asarray(a)
    if n < 0:
        raise ValueError(f"order must be non-negative but got {n}")
    axis = _axis_of(a, axis)
    for _ in range(n):
        if axis == 0:
            later, earlier = a[1:], a[:-1]
        else:
            later, earlier = a[:, 1:], a[:, :-1]
        a = later != earlier if a._code == 2 else later - earlier
    return a


# A diagonal of a matrix, a view; of a vector the matrix that has it.
def diag(v, k=0):
    v = asarray(v)
    if v._nd == 1:
        n = v._n0 + _abs(k)
        a = zeros((n, n), v.dtype)
        for i in range(v._n0):
            a[i - k if k < 0 else i, i + k if k > 0 else i] = v[i]
        return a
    _compute(v)
    if k >= 0:
        offset = k * v._s1
        n = v._n1 - k
        if v._n0 < n:
            n = v._n0
    else:
        offset = -k * v._s0
        n = v._n0 + k
        if v._n1 < n:
            n = v._n1
    if n <= 0:
        return _c.empty(v._code, 1, 0, 1)
    return _view(v, offset, 1, n, v._s0 + v._s1, 1, 0)


def trace(a, offset=0):
    return diag(asarray(a), offset).sum()
