# numarray, late part shapes: elements repeated, moved, added and left out.


def repeat(a, repeats, axis=None):
    a = asarray([a]) if isinstance(a, (int, float)) else asarray(a)
    if axis is None:
        a = a.ravel()
        axis = 0
    axis = _axis_of(a, axis)
    n = _length_along(a, axis)
    if isinstance(repeats, int):
        if repeats < 0:
            raise ValueError("negative dimensions are not allowed")
        at = _c.sequence(0, 1, n * repeats) // repeats if repeats else _c.empty(1, 1, 0, 1)
    else:
        counts = asarray(repeats)
        if counts._n0 == 1:
            return repeat(a, counts[0], axis)
        if counts._n0 != n:
            raise ValueError("operands could not be broadcast together with shape "
                             f"({n},) ({counts._n0},)")
        at = []
        for i in range(n):
            if counts[i] < 0:
                raise ValueError("repeats may not contain negative values.")
            at.extend([i] * counts[i])
        at = array(at, int64) if at else _c.empty(1, 1, 0, 1)
    return take(a, at, axis)


def tile(a, reps):
    a = asarray([a]) if isinstance(a, (int, float)) else asarray(a)
    if isinstance(reps, int):
        reps = (reps,)
    if len(reps) > 2:
        raise NotImplementedError(_MORE)
    if len(reps) == 2 and a._nd == 1:
        a = a.reshape(1, -1)
    if a._nd == 2 and len(reps) == 1:
        reps = (1, reps[0])
    for axis, count in enumerate(reps):
        parts = [a] * count
        a = concatenate(parts, axis) if parts else a[:0] if axis == 0 else a[:, :0]
    return a.copy() if reps and set(reps) == {1} else a


def roll(a, shift, axis=None):
    a = asarray(a)
    if axis is None:
        return _rolled(a.ravel(), shift, 0).reshape(a.shape)
    if isinstance(axis, tuple):
        shifts = shift if isinstance(shift, tuple) else (shift,) * len(axis)
        for s, x in zip(shifts, axis):
            a = _rolled(a, s, _axis_of(a, x))
        return a
    return _rolled(a, shift, _axis_of(a, axis))


def _rolled(a, shift, axis):
    n = _length_along(a, axis)
    if n == 0:
        return a.copy()
    shift %= n
    if axis == 0:
        return concatenate([a[n - shift:], a[:n - shift]])
    return concatenate([a[:, n - shift:], a[:, :n - shift]], 1)


def flipud(a):
    return asarray(a)[::-1]


def fliplr(a):
    a = asarray(a)
    if a._nd < 2:
        raise ValueError("Input must be >= 2-d.")
    return a[:, ::-1]


def rot90(a, k=1):
    a = asarray(a)
    k %= 4
    if k == 0:
        return a[...]
    if k == 1:
        return a.T[::-1]
    if k == 2:
        return a[::-1, ::-1]
    return a[::-1].T


def swapaxes(a, axis1, axis2):
    a = asarray(a)
    for name, axis in (("axis1", axis1), ("axis2", axis2)):
        if not -a._nd <= axis < a._nd:
            raise AxisError(f"{name}: axis {axis} is out of bounds for array of dimension {a._nd}")
    return a[...] if axis1 % a._nd == axis2 % a._nd else a.T


def moveaxis(a, source, destination):
    return swapaxes(a, source, destination)


rollaxis = moveaxis


def squeeze(a, axis=None):
    a = asarray(a)
    if axis is not None:
        axis = _axis_of(a, axis)
        if _length_along(a, axis) != 1:
            raise ValueError("cannot select an axis to squeeze out which has size not equal to one")
        if a._nd == 1:
            return a.item()
        return a[0] if axis == 0 else a[:, 0]
    if a._nd == 2:
        if a._n0 == 1:
            return squeeze(a[0])
        return a[:, 0] if a._n1 == 1 else a[...]
    return a.item() if a._n0 == 1 else a[...]


def expand_dims(a, axis):
    a = asarray(a)
    if a._nd == 2:
        raise NotImplementedError(_MORE)
    if not -2 <= axis < 2:
        raise AxisError(f"axis {axis} is out of bounds for array of dimension 2")
    return a[None, :] if axis % 2 == 0 else a[:, None]


def atleast_1d(a):
    return array([a]) if isinstance(a, (int, float)) else asarray(a)


def atleast_2d(a):
    a = atleast_1d(a)
    return a if a._nd == 2 else a[None, :]


def broadcast_shapes(*shapes):
    out = ()
    for shape in shapes:
        shape = (shape,) if isinstance(shape, int) else tuple(shape)
        n = len(shape) if len(shape) > len(out) else len(out)
        shape = (1,) * (n - len(shape)) + shape
        out = (1,) * (n - len(out)) + out
        for x, y in zip(shape, out):
            if x != y and x != 1 and y != 1:
                raise ValueError("shape mismatch: objects cannot be broadcast to a single shape.")
        out = tuple([y if x == 1 else x for x, y in zip(shape, out)])
    return out


# A view in which an axis of length 1 is seen again and again.
def broadcast_to(a, shape):
    a = atleast_1d(a)
    nd, n0, n1 = _shape_of(shape)
    _compute(a)
    rows, row_stride = (a._n0, a._s0) if a._nd == 2 else (1, 0)
    columns, column_stride = (a._n1, a._s1) if a._nd == 2 else (a._n0, a._s0)
    want_rows, want_columns = (n0, n1) if nd == 2 else (1, n0)
    if a._nd > nd or rows not in (1, want_rows) or columns not in (1, want_columns):
        raise ValueError("operands could not be broadcast together with remapped shapes "
                         f"[original->remapped]: {_shape_text(a)}  and requested shape "
                         f"{str(tuple(shape) if nd == 2 else (n0,)).replace(' ', '')}")
    column_stride = 0 if columns == 1 else column_stride
    if nd == 1:
        return _view(a, 0, 1, n0, column_stride, 1, 0)
    return _view(a, 0, 2, n0, 0 if rows == 1 else row_stride, n1, column_stride)


def broadcast_arrays(*arrays):
    arrays = [atleast_1d(a) for a in arrays]
    shape = broadcast_shapes(*[a.shape for a in arrays])
    return [broadcast_to(a, shape) for a in arrays]


def resize(a, new_shape):
    a = asarray(a).ravel()
    nd, n0, n1 = _shape_of(new_shape)
    return a[_c.sequence(0, 1, n0 * n1) % a._n0].reshape(new_shape)


def append(a, values, axis=None):
    if axis is None:
        return concatenate([atleast_1d(a).ravel(), atleast_1d(values).ravel()])
    return concatenate([a, values], axis)


# The places along an axis that an index (int, slice, list, mask) means.
def _places(n, obj, axis):
    if isinstance(obj, slice):
        return list(range(*obj.indices(n)))
    if isinstance(obj, int):
        if not -n <= obj < n:
            raise IndexError(f"index {obj} is out of bounds for axis {axis} with size {n}")
        return [obj % n]
    obj = asarray(obj)
    if obj._code == 2:
        return nonzero(obj)[0].tolist()
    return _bounded(obj, axis, n).tolist()


def delete(a, obj, axis=None):
    a = asarray(a)
    if axis is None:
        a = a.ravel()
        axis = 0
    axis = _axis_of(a, axis)
    n = _length_along(a, axis)
    keep = ones(n, bool_)
    for i in _places(n, obj, axis):
        keep[i] = False
    return compress(keep, a, axis)


def insert(a, obj, values, axis=None):
    a = asarray(a)
    if axis is None:
        a = a.ravel()
        axis = 0
    axis = _axis_of(a, axis)
    if a._nd == 2:
        if not isinstance(obj, int):
            raise NotImplementedError("numarray: insert of several rows or columns")
        if axis == 1:
            return insert(a.T, obj, values, 0).T
        obj = _insert_place(obj, a._n0)
        row = empty((1, a._n1), a.dtype)
        row[...] = values
        return concatenate([a[:obj], row, a[obj:]])
    n = a._n0
    single = isinstance(obj, int)
    places = [_insert_place(obj, n)] if single else [_insert_place(i, n) for i in asarray(obj).tolist()]
    values = asarray(atleast_1d(values), a.dtype).ravel()
    if single:
        places = places * values._n0
    elif values._n0 == 1:
        values = repeat(values, len(places))
    order = sorted(range(len(places)), key=lambda k: places[k])
    parts = []
    at = 0
    for k in order:
        parts.append(a[at:places[k]])
        parts.append(values[k:k + 1])
        at = places[k]
    parts.append(a[at:])
    return concatenate(parts).astype(a.dtype)


def _insert_place(i, n):
    if not -n <= i <= n:
        raise IndexError(f"index {i} is out of bounds for axis 0 with size {n}")
    return i + n if i < 0 else i


def pad(a, pad_width, mode="constant", constant_values=0):
    a = asarray(a)
    if mode not in ("constant", "edge"):
        raise NotImplementedError(f"numarray: pad with mode {mode!r}")
    if isinstance(pad_width, int):
        widths = [(pad_width, pad_width)] * a._nd
    elif isinstance(pad_width[0], int):
        widths = [tuple(pad_width)] * a._nd
    else:
        widths = [tuple(w) for w in pad_width]
    if len(widths) == 1:
        widths = widths * a._nd
    r = full([n + w[0] + w[1] for n, w in zip(a.shape, widths)], constant_values, a.dtype)
    if a._nd == 1:
        before = widths[0][0]
        r[before:before + a._n0] = a
        if mode == "edge":
            r[:before] = a[0]
            r[before + a._n0:] = a[-1]
        return r
    top, left = widths[0][0], widths[1][0]
    r[top:top + a._n0, left:left + a._n1] = a
    if mode == "edge":
        r[:top, left:left + a._n1] = a[0]
        r[top + a._n0:, left:left + a._n1] = a[-1]
        for j in range(left):
            r[:, j] = r[:, left]
        for j in range(left + a._n1, r._n1):
            r[:, j] = r[:, left + a._n1 - 1]
    return r


def tri(n, m=None, k=0, dtype=float64):
    m = n if m is None else m
    return (_c.sequence(0, 1, n).reshape(-1, 1) >= _c.sequence(-k, 1, m)).astype(dtype)


def tril(m, k=0):
    m = asarray(m)
    return where(tri(m._n0, m.shape[-1], k, bool_), m, zeros(1, m.dtype))


def triu(m, k=0):
    m = asarray(m)
    return where(tri(m._n0, m.shape[-1], k - 1, bool_), zeros(1, m.dtype), m)


def meshgrid(*arrays, indexing="xy"):
    if len(arrays) != 2:
        raise NotImplementedError(_MORE)
    x, y = [atleast_1d(a).ravel() for a in arrays]
    if indexing == "ij":
        shape = (x._n0, y._n0)
        return [broadcast_to(x.reshape(-1, 1), shape).copy(), broadcast_to(y, shape).copy()]
    shape = (y._n0, x._n0)
    return [broadcast_to(x, shape).copy(), broadcast_to(y.reshape(-1, 1), shape).copy()]


def trim_zeros(a, trim="fb"):
    a = asarray(a)
    first, last = 0, a._n0
    while "f" in trim.lower() and first < last and a[first] == 0:
        first += 1
    while "b" in trim.lower() and last > first and a[last - 1] == 0:
        last -= 1
    return a[first:last]


def diagonal(a, offset=0):
    return diag(asarray(a), offset)


def ascontiguousarray(a, dtype=None):
    a = asarray(a, dtype)
    return a if _Flags(a).c_contiguous else a.copy()


asanyarray = asarray


class _Flags:
    def __init__(self, a):
        _compute(a)
        self._array = a

    def _gapless(self, turned):
        a = self._array
        if a._n0 * a._n1 == 0:
            return True
        item = a.itemsize
        if a._nd == 1:
            return a._n0 == 1 or a._s0 == item
        n0, s0, n1, s1 = a._n0, a._s0, a._n1, a._s1
        if turned:
            n0, s0, n1, s1 = n1, s1, n0, s0
        return (n1 == 1 or s1 == item) and (n0 == 1 or s0 == item * n1)

    @property
    def c_contiguous(self):
        return self._gapless(False)

    @property
    def f_contiguous(self):
        return self._gapless(True)

    contiguous = c_contiguous
    writeable = True
    aligned = True

    def __getitem__(self, name):
        names = {"C": "c_contiguous", "F": "f_contiguous", "W": "writeable", "A": "aligned"}
        return getattr(self, names.get(name, name.lower()))
