# numarray, part reductions: sums and extremes along axes, products, order, comparisons of wholes.


def _length_along(a, axis):
    if axis is None:
        return a._n0 * a._n1
    return a._n0 if axis % a._nd == 0 else a._n1


def _reduce(kind, a, axis):
    if axis is None:
        return _c.reduce(kind, a)
    if not -a._nd <= axis < a._nd:
        raise AxisError(f"axis {axis} is out of bounds for array of dimension {a._nd}")
    if a._nd == 1:
        return _c.reduce(kind, a)
    if axis % 2 == 1:
        return _c.reduce_rows(kind, a)
    return _c.reduce_columns(kind, a)


class AxisError(ValueError, IndexError):
    __module__ = "numpy"


def sum(a, axis=None):
    return asarray(a).sum(axis)


def min(a, axis=None):
    return asarray(a).min(axis)


def max(a, axis=None):
    return asarray(a).max(axis)


amin = min
amax = max


def any(a, axis=None):
    return asarray(a).any(axis)


def all(a, axis=None):
    return asarray(a).all(axis)


def mean(a, axis=None):
    return asarray(a).mean(axis)


def var(a, axis=None):
    return asarray(a).var(axis)


def std(a, axis=None):
    return asarray(a).std(axis)


def argmax(a):
    return asarray(a).argmax()


def argmin(a):
    return asarray(a).argmin()


def prod(a, axis=None):
    return asarray(a).prod(axis)


def cumsum(a):
    return _c.cumsum(asarray(a))


def count_nonzero(a):
    return _c.reduce(_SUM, _truth(asarray(a)))


def nonzero(a):
    a = _truth(asarray(a))
    if a._nd == 1:
        return (_c.compress(_c.sequence(0, 1, a._n0), a),)
    flat = _c.compress(_c.sequence(0, 1, a._n0 * a._n1), a.ravel())
    return flat // a._n1, flat % a._n1


def flatnonzero(a):
    return nonzero(ravel(a))[0]


def sort(a):
    a = array(a)
    a.sort()
    return a


def argsort(a):
    return asarray(a).argsort()


def dot(a, b):
    if not isinstance(a, ndarray) and not isinstance(a, (list, tuple)):
        return a * b
    a = asarray(a)
    b = asarray(b)
    if a._nd == 1 and b._nd == 1:
        if a._n0 != b._n0:
            raise ValueError(f"shapes ({a._n0},) and ({b._n0},) not aligned: "
                             f"{a._n0} (dim 0) != {b._n0} (dim 0)")
        return _c.reduce(_SUM, a * b)
    code = a._code if a._code < b._code else b._code
    if code == 2:
        code = 1
    x = a if a._nd == 2 else a.reshape(1, -1)
    y = b if b._nd == 2 else b.reshape(-1, 1)
    if x._n1 != y._n0:
        raise ValueError(f"shapes {_shape_text(a)} and {_shape_text(b)} not aligned: "
                         f"{x._n1} (dim {a._nd - 1}) != {y._n0} (dim 0)")
    r = _c.matmul(_c.astype(x, code), _c.astype(y, code))
    if a._nd == 1 or b._nd == 1:
        return r.ravel()
    return r


def _shape_text(a):
    return str(a.shape).replace(" ", "")


matmul = dot


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
