# numarray, part views: other shapes, and what an index selects.


def reshape(a, shape):
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


def ravel(a):
    return reshape(asarray(a), -1)


def transpose(a):
    _compute(a)
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
    if key._code == 1 and key._nd != 1:
        raise NotImplementedError("numarray: indices of two dimensions")
    return key


def _get(a, key):
    if isinstance(key, (ndarray, list)):
        key = _index_array(key)
        if key._code == 1:
            return _c.take(a, key)
        _check_mask(a, key)
        return _c.compress(a, key)
    if not isinstance(key, tuple):
        key = (key,)
    for k in key:
        if isinstance(k, (ndarray, list)):
            raise NotImplementedError("numarray: arrays among several indices")
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
            r = _c.put(a, key, value)
        else:
            _check_mask(a, key)
            if key._nd < a._nd:
                r = _c.put(a, nonzero(key)[0], value)
            else:
                r = _c.put_mask(a, key, value)
    else:
        if not isinstance(key, tuple):
            key = (key,)
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
