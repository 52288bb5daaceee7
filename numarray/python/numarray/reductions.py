# numarray, part reductions: sums and extremes along axes, products, order, comparisons of wholes.


def _length_along(a, axis):
    if axis is None:
        return a._n0 * a._n1
    return a._n0 if axis % a._nd == 0 else a._n1


# None for all elements, else 0 or 1.
def _axis_of(a, axis):
    if axis is None:
        return None
    if isinstance(axis, (tuple, list)):
        axes = [_axis_of(a, x) for x in axis]
        if len(set(axes)) != len(axes):
            raise ValueError("duplicate value in 'axis'")
        if len(axes) == a._nd:
            return None
        if not axes:
            raise NotImplementedError("numarray: a reduction along no axis")
        return axes[0]
    axis = axis.__index__()
    if not -a._nd <= axis < a._nd:
        raise AxisError(f"axis {axis} is out of bounds for array of dimension {a._nd}")
    return axis % a._nd


# The result of a reduction along an axis, or of all elements, as the caller wants to have it.
def _shaped(r, a, axis, keepdims=False, out=None):
    if keepdims:
        if axis is None or a._nd == 1:
            r = array([r] if a._nd == 1 else [[r]])
        else:
            r = r.reshape(1, -1) if axis == 0 else r.reshape(-1, 1)
    if out is None:
        return r
    out[...] = r
    return out


def _reduce(kind, a, axis):
    axis = _axis_of(a, axis)
    if axis is None or a._nd == 1:
        return _c.reduce(kind, a)
    if axis == 1:
        return _c.reduce_rows(kind, a)
    return _c.reduce_columns(kind, a)


# What `f` makes of each row, or of each column, of two dimensions.
def _along(f, a, axis):
    if axis == 1:
        return array([f(row) for row in a])
    return array([f(a[:, j]) for j in range(a._n1)])


def _as_dtype(a, dtype):
    if dtype is None:
        return a
    code = _code_of(dtype)
    return a if code == a._code else _c.astype(a, code)


class AxisError(ValueError, IndexError):
    __module__ = "numpy"


def _extreme(kind, a, axis, out, keepdims, name):
    axis = _axis_of(a, axis)
    if _length_along(a, axis) == 0:
        raise ValueError(f"zero-size array to reduction operation {name} which has no identity")
    return _shaped(_reduce(kind, a, axis), a, axis, keepdims, out)


def _mean(a, axis, dtype, out, keepdims):
    axis = _axis_of(a, axis)
    x = _as_dtype(a, dtype)
    total = _reduce(_SUM, x if x._code == 0 else _c.astype(x, 0), axis)
    n = _length_along(a, axis)
    r = total / n if n or not isinstance(total, float) else nan
    if dtype is not None and _code_of(dtype) == 1:
        r = int(r) if isinstance(r, float) else r.astype(int64)
    return _shaped(r, a, axis, keepdims, out)


def _var(a, axis, ddof, out, keepdims):
    axis = _axis_of(a, axis)
    mean = _mean(a, axis, None, None, axis is not None and a._nd == 2)
    x = a - mean
    n = _length_along(a, axis) - ddof
    total = _reduce(_SUM, x * x, axis)
    if isinstance(total, float):
        r = total / n if n > 0 else nan if total == 0 else inf
    else:
        r = total / (n if n > 0 else 0)
    return _shaped(r, a, axis, keepdims, out)


def _arg_extreme(greatest, a, axis, out, keepdims):
    axis = _axis_of(a, axis)
    if _length_along(a, axis) == 0:
        name = "argmax" if greatest else "argmin"
        raise ValueError(f"attempt to get {name} of an empty sequence")
    if axis is None or a._nd == 1:
        r = _c.arg_extreme(greatest, a)
    else:
        r = _along(lambda row: _c.arg_extreme(greatest, row), a, axis)
    return _shaped(r, a, axis, keepdims, out)


def _product_along(a, axis, dtype, out, keepdims):
    axis = _axis_of(a, axis)
    x = _as_dtype(a, dtype)
    if x._code == 2:
        x = _c.astype(x, 1)
    if axis is None or a._nd == 1:
        r = _product(x.ravel())
    else:
        r = _along(_product, x, axis)
        if r._n0 == 0:
            r = r.astype(x.dtype)
    return _shaped(r, a, axis, keepdims, out)


def _cumulated(product, a, axis, dtype, out):
    axis = _axis_of(a, axis)
    a = _as_dtype(a, dtype)
    if axis is None or a._nd == 1:
        return _shaped(_c.cumulate(product, a), a, None, False, out)
    r = _c.empty(1 if a._code == 2 else a._code, 2, a._n0, a._n1)
    if axis == 1:
        for i in range(a._n0):
            r[i] = _c.cumulate(product, a[i])
    else:
        for j in range(a._n1):
            r[:, j] = _c.cumulate(product, a[:, j])
    return _shaped(r, a, None, False, out)


# Rows, or columns, each through `f`, which answers one of the same length.
def _each_along(f, a, axis, code):
    if a._nd == 1:
        return f(a)
    r = _c.empty(code, 2, a._n0, a._n1)
    if axis == 1:
        for i in range(a._n0):
            r[i] = f(a[i])
    else:
        for j in range(a._n1):
            r[:, j] = f(a[:, j])
    return r


def _check_kind(kind):
    if kind not in (None, "quicksort", "mergesort", "heapsort", "stable"):
        raise ValueError(f"sort kind must be one of 'quick', 'heap', or 'stable' (got '{kind}')")


def sum(a, axis=None, dtype=None, out=None, keepdims=False):
    return asarray(a).sum(axis, dtype, out, keepdims)


def min(a, axis=None, out=None, keepdims=False):
    return asarray(a).min(axis, out, keepdims)


def max(a, axis=None, out=None, keepdims=False):
    return asarray(a).max(axis, out, keepdims)


amin = min
amax = max


def any(a, axis=None, out=None, keepdims=False):
    return asarray(a).any(axis, out, keepdims)


def all(a, axis=None, out=None, keepdims=False):
    return asarray(a).all(axis, out, keepdims)


def mean(a, axis=None, dtype=None, out=None, keepdims=False):
    return asarray(a).mean(axis, dtype, out, keepdims)


def var(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    return asarray(a).var(axis, dtype, out, ddof, keepdims)


def std(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    return asarray(a).std(axis, dtype, out, ddof, keepdims)


def argmax(a, axis=None, out=None, keepdims=False):
    return _arg_extreme(True, asarray(a), axis, out, keepdims)


def argmin(a, axis=None, out=None, keepdims=False):
    return _arg_extreme(False, asarray(a), axis, out, keepdims)


def prod(a, axis=None, dtype=None, out=None, keepdims=False):
    return asarray(a).prod(axis, dtype, out, keepdims)


def cumsum(a, axis=None, dtype=None, out=None):
    return _cumulated(False, asarray(a), axis, dtype, out)


def cumprod(a, axis=None, dtype=None, out=None):
    return _cumulated(True, asarray(a), axis, dtype, out)


def count_nonzero(a, axis=None, keepdims=False):
    a = asarray(a)
    return _shaped(_reduce(_SUM, _truth(a), axis), a, _axis_of(a, axis), keepdims)


def nonzero(a):
    a = _truth(asarray(a))
    if a._nd == 1:
        return (_c.compress(_c.sequence(0, 1, a._n0), a),)
    flat = _c.compress(_c.sequence(0, 1, a._n0 * a._n1), a.ravel())
    return flat // a._n1, flat % a._n1


def flatnonzero(a):
    return nonzero(ravel(a))[0]


def sort(a, axis=-1, kind=None):
    a = asarray(a)
    _check_kind(kind)
    if axis is None:
        return _c.sort(a.ravel())
    return _each_along(_c.sort, a, _axis_of(a, axis), a._code)


def argsort(a, axis=-1, kind=None):
    a = asarray(a)
    _check_kind(kind)
    if axis is None:
        return _c.argsort(a.ravel())
    return _each_along(_c.argsort, a, _axis_of(a, axis), 1)


def dot(a, b):
    if not isinstance(a, (ndarray, list, tuple)) or not isinstance(b, (ndarray, list, tuple)):
        return a * b
    a = asarray(a)
    b = asarray(b)
    n = a._n0 if a._nd == 1 else a._n1
    if n != b._n0:
        raise ValueError(f"shapes {_shape_text(a)} and {_shape_text(b)} not aligned: "
                         f"{n} (dim {a._nd - 1}) != {b._n0} (dim 0)")
    return _matrix_product(a, b)


def _matrix_product(a, b):
    code = a._code if a._code < b._code else b._code
    if code == 2:
        r = _matrix_product(_c.astype(a, 1), _c.astype(b, 1))
        return r != 0
    if a._nd == 1 and b._nd == 1:
        return _c.reduce(_SUM, a * b)
    x = a if a._nd == 2 else a.reshape(1, -1)
    y = b if b._nd == 2 else b.reshape(-1, 1)
    r = _c.matmul(_c.astype(x, code), _c.astype(y, code))
    if a._nd == 1 or b._nd == 1:
        return r.ravel()
    return r


def _shape_text(a):
    return str(a.shape).replace(" ", "")


def matmul(a, b):
    for k, x in enumerate((a, b)):
        if not isinstance(x, (ndarray, list, tuple)):
            raise ValueError(f"matmul: Input operand {k} does not have enough dimensions (has 0, "
                             "gufunc core with signature (n?,k),(k,m?)->(n?,m?) requires 1)")
    a = asarray(a)
    b = asarray(b)
    n = a._n0 if a._nd == 1 else a._n1
    if n != b._n0:
        raise ValueError("matmul: Input operand 1 has a mismatch in its core dimension 0, with "
                         f"gufunc signature (n?,k),(k,m?)->(n?,m?) (size {b._n0} is different "
                         f"from {n})")
    return _matrix_product(a, b)


def outer(a, b):
    return asarray(a).ravel().reshape(-1, 1) * asarray(b).ravel()


def array_equal(a, b):
    a = asarray(a)
    b = asarray(b)
    return a.shape == b.shape and bool((a == b).all())


def isclose(a, b, rtol=1e-05, atol=1e-08):
    a = asarray(a) if isinstance(a, (list, tuple)) else a
    b = asarray(b) if isinstance(b, (list, tuple)) else b
    return (absolute(a - b) <= atol + rtol * absolute(b)) | equal(a, b)


def allclose(a, b, rtol=1e-05, atol=1e-08):
    r = isclose(a, b, rtol, atol)
    return bool(r.all()) if isinstance(r, ndarray) else bool(r)


def shares_memory(a, b):
    return _c.shares_memory(a, b)


# Floating point gives no warnings here: these are for programs that ask NumPy to give none.
def seterr(all=None, divide=None, over=None, under=None, invalid=None):
    return {"divide": "ignore", "over": "ignore", "under": "ignore", "invalid": "ignore"}


class errstate:
    def __init__(self, **kwargs):
        pass

    def __enter__(self):
        return None

    def __exit__(self, *details):
        return False
