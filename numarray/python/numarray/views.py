# numarray, part views: other shapes, and what an index selects.


def reshape(a, shape, order="C"):
    a = asarray(a)
    if order == "F":
        # Columns first: the transpose of what the transpose gives in the order of C.
        turned = tuple(shape)[::-1] if isinstance(shape, (list, tuple)) else (shape,)
        return reshape(a.T, turned).T
    if order not in ("C", "A"):
        raise ValueError(f"order must be one of 'C', 'F', 'A', or 'K' (got '{order}')")
    if not isinstance(shape, (list, tuple)):
        shape = (shape,)
    shape = list(shape)
    size = a._n0 * a._n1
    text = ",".join(["newaxis" if n < 0 else str(n) for n in shape]) + ("," if len(shape) == 1 else "")
    known = 1
    unknown = -1
    for k, n in enumerate(shape):
        if n == -1:
            if unknown >= 0:
                raise ValueError("can only specify one unknown dimension")
            unknown = k
        else:
            known *= n
    if unknown >= 0 and known != 0 and size % known == 0:
        shape[unknown] = size // known
        known = size
    if known != size or -1 in shape:
        raise ValueError(f"cannot reshape array of size {size} into shape ({text})")
    nd, n0, n1 = _shape_of(shape)
    _compute(a)
    item = 1 if a._code == 2 else 8
    if a._nd == 1:
        gapless = a._s0 == item or a._n0 <= 1
        if nd == 1:
            return _view(a, 0, 1, n0, a._s0, 1, 0)
        return _view(a, 0, 2, n0, a._s0 * n1, n1, a._s0)
    gapless = (a._s1 == item or a._n1 <= 1) and (a._s0 == item * a._n1 or a._n0 <= 1)
    if not gapless:
        a = a.copy()
    if nd == 1:
        return _view(a, 0, 1, n0, item, 1, 0)
    return _view(a, 0, 2, n0, item * n1, n1, item)


def ravel(a, order="C"):
    return reshape(asarray(a), -1, "C" if order == "K" else order)


def transpose(a, axes=None):
    a = asarray(a)
    _compute(a)
    if axes is not None:
        if len(set([x % a._nd for x in axes])) != len(axes):
            raise ValueError("repeated axis in transpose")
        if sorted([x % a._nd for x in axes]) != list(range(a._nd)):
            raise ValueError("axes don't match array")
        if a._nd == 2 and axes[0] % 2 == 0:
            return _at(a, [(a._n0, a._s0), (a._n1, a._s1)], 0)
    if a._nd == 1:
        return _view(a, 0, 1, a._n0, a._s0, 1, 0)
    return _view(a, 0, 2, a._n1, a._s1, a._n0, a._s0)


def shape(a):
    return asarray(a).shape


def _out_of_bounds(index, axis, n):
    return IndexError(f"index {index} is out of bounds for axis {axis} with size {n}")


# The view that ints, slices, ... and None select: its dimensions, as (length, stride), and where
# it begins.
def _select(a, key):
    wanted = 0
    ellipses = 0
    for k in key:
        if k is Ellipsis:
            ellipses += 1
        elif k is not None:
            wanted += 1
    if ellipses > 1:
        raise IndexError("an index can only have a single ellipsis ('...')")
    if wanted > a._nd:
        raise IndexError(f"too many indices for array: array is {a._nd}-dimensional, "
                         f"but {wanted} were indexed")
    _compute(a)
    lengths = (a._n0, a._n1)
    strides = (a._s0, a._s1)
    if not ellipses:
        key = key + (Ellipsis,)
    axis = 0
    offset = 0
    dims = []
    for k in key:
        if k is Ellipsis:
            for i in range(a._nd - wanted):
                dims.append((lengths[axis], strides[axis]))
                axis += 1
        elif k is None:
            dims.append((1, 0))
        elif isinstance(k, slice):
            start, stop, step = k.indices(lengths[axis])
            dims.append((len(range(start, stop, step)), strides[axis] * step))
            if dims[-1][0] > 0:
                offset += start * strides[axis]
            axis += 1
        else:
            if isinstance(k, bool) or not hasattr(k, "__index__"):
                raise IndexError(_INDICES)
            i = k.__index__()
            n = lengths[axis]
            if i < 0:
                i += n
            if not 0 <= i < n:
                raise _out_of_bounds(k, axis, n)
            offset += i * strides[axis]
            axis += 1
    return dims, offset


def _at(a, dims, offset):
    if len(dims) == 1:
        return _view(a, offset, 1, dims[0][0], dims[0][1], 1, 0)
    if len(dims) == 2:
        return _view(a, offset, 2, dims[0][0], dims[0][1], dims[1][0], dims[1][1])
    raise NotImplementedError(_MORE)


def _check_mask(a, mask):
    for axis in range(mask._nd):
        n = a._n0 if axis == 0 else a._n1
        m = mask._n0 if axis == 0 else mask._n1
        if mask._nd > a._nd:
            raise IndexError(f"too many indices for array: array is {a._nd}-dimensional, "
                             f"but {mask._nd} were indexed")
        if n != m:
            raise IndexError(f"boolean index did not match indexed array along dimension {axis}; "
                             f"dimension is {n} but corresponding boolean dimension is {m}")


def _index_array(key):
    if isinstance(key, list):
        key = array(key) if key else _c.empty(1, 1, 0, 1)
    if key._code == 0:
        raise IndexError("arrays used as indices must be of integer (or boolean) type")
    return key


# Indices of one axis, none of them negative.
def _bounded(index, axis, n):
    wrong = (index < -n) | (index >= n)
    if wrong.any():
        raise _out_of_bounds(index.ravel()[wrong.ravel()][0], axis, n)
    return _c.apply3(_WHERE, index < 0, index + n, index)


# Numbers in C order of the elements that several indices select, arrays among them; None if slices
# are among them too.
def _flat_indices(a, key):
    if len(key) > a._nd:
        raise IndexError(f"too many indices for array: array is {a._nd}-dimensional, "
                         f"but {len(key)} were indexed")
    parts = []
    for axis, k in enumerate(key):
        n = a._n0 if axis == 0 else a._n1
        if isinstance(k, slice):
            return None
        if isinstance(k, (ndarray, list)):
            k = _index_array(k)
            if k._code == 2:
                if k._nd != 1 or k._n0 != n:
                    raise IndexError("boolean index did not match indexed array along dimension "
                                     f"{axis}; dimension is {n} but corresponding boolean "
                                     f"dimension is {k._n0}")
                k = nonzero(k)[0]
            parts.append(_bounded(k, axis, n))
        elif isinstance(k, bool) or not hasattr(k, "__index__"):
            raise NotImplementedError("numarray: arrays among several indices go with integers and "
                                      "slices")
        else:
            i = k.__index__()
            if not -n <= i < n:
                raise _out_of_bounds(k, axis, n)
            parts.append(i + n if i < 0 else i)
    if len(parts) == 1:
        return parts[0]
    try:
        return parts[0] * a._n1 + parts[1]
    except ValueError:
        shapes = " ".join([_shape_text(p) for p in parts])
        raise IndexError("shape mismatch: indexing arrays could not be broadcast together with "
                         f"shapes {shapes} ") from None


# One array and one slice: the view that the slice makes, rows of which the array selects, and
# whether the axes are the other way around.
def _cross(a, key):
    rows, columns = key
    if isinstance(rows, slice):
        return a[rows].T, _bounded(_line(columns), 1, a._n1), True
    return a[:, columns], _line(rows), False


def _line(key):
    key = _index_array(key)
    if key._nd != 1:
        raise NotImplementedError(_MORE)
    return nonzero(key)[0] if key._code == 2 else key


def _has_arrays(key):
    for k in key:
        if isinstance(k, (ndarray, list)):
            return True
    return False


def _get_fancy(a, key):
    if len(key) == 1:
        return _get(a, key[0])
    at = _flat_indices(a, key)
    if at is None:
        if len(key) != 2:
            raise NotImplementedError("numarray: arrays among several indices go with integers and "
                                      "slices")
        v, rows, turned = _cross(a, key)
        r = _c.take(v, rows)
        return r.T.copy() if turned else r
    return _c.take(a.ravel(), at.ravel()).reshape(at.shape)


def _set_fancy(a, key, value):
    if len(key) == 1:
        return _set(a, key[0], value)
    at = _flat_indices(a, key)
    if at is None:
        # By way of the numbers of all elements.
        numbers = _c.sequence(0, 1, a._n0 * a._n1).reshape(a.shape)
        at = _get_fancy(numbers, key)
    if isinstance(value, ndarray) and value.shape != at.shape and value._n0 * value._n1 != 1:
        stretched = _c.empty(value._code, at._nd, at._n0, at._n1)
        try:
            _assign(stretched, value)
        except ValueError:
            raise ValueError(f"shape mismatch: value array of shape {_shape_text(value)} could not "
                             f"be broadcast to indexing result of shape {_shape_text(at)}"
                             ) from None
        value = stretched
    if isinstance(value, ndarray):
        value = value.ravel()
    _put_flat(a, at.ravel(), value)


# Sets elements by their numbers in C order.
def _put_flat(a, at, value):
    flat = a.ravel()
    r = _c.put(flat, at, value)
    if r is not NotImplemented and not _c.shares_memory(flat, a):
        _assign(a, flat.reshape(a.shape))
    return r


def _get(a, key):
    if isinstance(key, (ndarray, list)):
        key = _index_array(key)
        if key._code == 1:
            if key._nd == 2:
                if a._nd == 2:
                    raise NotImplementedError(_MORE)
                return _c.take(a, key.ravel()).reshape(key.shape)
            return _c.take(a, key)
        _check_mask(a, key)
        return _c.compress(a, key)
    if not isinstance(key, tuple):
        key = (key,)
    elif _has_arrays(key):
        return _get_fancy(a, key)
    dims, offset = _select(a, key)
    if dims:
        return _at(a, dims, offset)
    address = a._addr + offset
    code = a._code
    if code == 0:
        return _load_f64(address)
    if code == 1:
        return _load_i64(address)
    return _load_byte(address) != 0


def _set(a, key, value):
    if isinstance(value, (list, tuple)):
        value = array(value)
    if isinstance(key, (ndarray, list)):
        key = _index_array(key)
        if key._code == 1:
            if key._nd == 2 and a._nd == 2:
                raise NotImplementedError(_MORE)
            if a._nd == 2 and isinstance(value, ndarray):
                return _set_rows(a, key, value)
            if key._nd == 2 and isinstance(value, ndarray):
                value = value.ravel()
            r = _c.put(a, key.ravel(), value)
        else:
            _check_mask(a, key)
            if key._nd < a._nd:
                r = _c.put(a, nonzero(key)[0], value)
            else:
                r = _c.put_mask(a, key, value)
    else:
        if not isinstance(key, tuple):
            key = (key,)
        elif _has_arrays(key):
            return _set_fancy(a, key, value)
        dims, offset = _select(a, key)
        if not dims:
            if isinstance(value, ndarray):
                if value._n0 * value._n1 != 1:
                    raise ValueError("setting an array element with a sequence.")
                value = value.item()
            dims = [(1, 8)]
        r = _assign(_at(a, dims, offset), value)
    if r is NotImplemented:
        raise TypeError(f"numarray: a {type(value).__name__} cannot be an element")


# Rows of two dimensions, each from a row of the value or from all of it.
def _set_rows(a, key, value):
    rows = _bounded(key, 0, a._n0)
    if value._nd == 2 and value._n0 not in (1, rows._n0) or value.shape[-1] not in (1, a._n1):
        raise ValueError(f"shape mismatch: value array of shape {_shape_text(value)} could not be "
                         f"broadcast to indexing result of shape ({rows._n0},{a._n1})")
    for k in range(rows._n0):
        a[rows[k]] = value if value._nd == 1 else value[k if value._n0 > 1 else 0]
