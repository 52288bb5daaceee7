# numarray, part making: arrays from shapes, sequences and ranges.


def _shape_of(shape):
    if isinstance(shape, (list, tuple)):
        if len(shape) == 1:
            return 1, _length(shape[0]), 1
        if len(shape) == 2:
            return 2, _length(shape[0]), _length(shape[1])
        raise NotImplementedError(_MORE)
    return 1, _length(shape), 1


def _length(n):
    if not isinstance(n, int):
        if isinstance(n, float):
            raise TypeError("'float' object cannot be interpreted as an integer")
        n = n.__index__()
    if n < 0:
        raise ValueError("negative dimensions are not allowed")
    return n


def empty(shape, dtype=float64):
    nd, n0, n1 = _shape_of(shape)
    return _c.empty(_code_of(dtype), nd, n0, n1)


def full(shape, fill_value, dtype=None):
    if dtype is None:
        dtype = _dtype_of_number(fill_value)
    a = empty(shape, dtype)
    _assign(a, fill_value)
    return a


def _dtype_of_number(x):
    if isinstance(x, ndarray):
        return x.dtype
    if isinstance(x, bool):
        return bool_
    if isinstance(x, int):
        return int64
    return float64


def zeros(shape, dtype=float64):
    return full(shape, 0, dtype)


def ones(shape, dtype=float64):
    return full(shape, 1, dtype)


def _like_shape(a):
    return a.shape if isinstance(a, ndarray) else array(a).shape


def _like_dtype(a, dtype):
    if dtype is not None:
        return dtype
    return a.dtype if isinstance(a, ndarray) else array(a).dtype


def empty_like(a, dtype=None):
    return empty(_like_shape(a), _like_dtype(a, dtype))


def zeros_like(a, dtype=None):
    return full(_like_shape(a), 0, _like_dtype(a, dtype))


def ones_like(a, dtype=None):
    return full(_like_shape(a), 1, _like_dtype(a, dtype))


def full_like(a, fill_value, dtype=None):
    return full(_like_shape(a), fill_value, _like_dtype(a, dtype))


def array(object, dtype=None, copy=True):
    if isinstance(object, ndarray):
        code = object._code if dtype is None else _code_of(dtype)
        if not copy and code == object._code:
            return object
        return _materialized(_c.astype(object, code))
    if isinstance(object, (list, tuple)):
        a = _c.from_sequence(object, None if dtype is None else _code_of(dtype))
        if a is not NotImplemented:
            return a
        return _array_of_sequence(object, dtype)
    if isinstance(object, range):
        return array(list(object), dtype)
    if isinstance(object, (int, float)):
        raise NotImplementedError(_MORE)
    raise TypeError(f"numarray: no array of a {type(object).__name__}")


# Sequences with something else in them than numbers: arrays as rows, or mistakes.
def _array_of_sequence(values, dtype):
    if values and isinstance(values[0], (ndarray, list, tuple, range)):
        rows = [list(row) for row in values]
        for row in rows:
            if len(row) != len(rows[0]):
                raise ValueError(
                    "setting an array element with a sequence. The requested array has an "
                    "inhomogeneous shape after 1 dimensions. The detected shape was "
                    f"({len(rows)},) + inhomogeneous part.")
            for x in row:
                if isinstance(x, (list, tuple, ndarray)):
                    raise NotImplementedError(_MORE)
                if not isinstance(x, (int, float)):
                    raise TypeError(f"numarray: no element of type {type(x).__name__}")
        return array(rows, dtype)
    for x in values:
        if isinstance(x, (list, tuple, ndarray)):
            raise ValueError(
                "setting an array element with a sequence. The requested array has an "
                "inhomogeneous shape after 1 dimensions. The detected shape was "
                f"({len(values)},) + inhomogeneous part.")
        if not isinstance(x, (int, float)):
            raise TypeError(f"numarray: no element of type {type(x).__name__}")
    raise TypeError("numarray: no array of these values")


def asarray(a, dtype=None):
    return array(a, dtype, copy=False)


def copy(a):
    return array(a)


def arange(start, stop=None, step=1, dtype=None):
    if stop is None:
        start, stop = 0, start
    if step == 0:
        raise ZeroDivisionError("division by zero")
    if isinstance(start, float) or isinstance(stop, float) or isinstance(step, float):
        n = _math.ceil((stop - start) / step)
        if n < 0:
            n = 0
        a = _c.sequence(float(start), float(start + step) - float(start), n)
    else:
        a = _c.sequence(start, step, len(range(start, stop, step)))
    return a if dtype is None else a.astype(dtype)


def linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None):
    if num < 0:
        raise ValueError(f"Number of samples, {num}, must be non-negative.")
    div = num - 1 if endpoint else num
    delta = float(stop) - float(start)
    y = _c.sequence(0.0, 1.0, num)
    step = nan
    if div > 0:
        step = delta / div
        if step == 0:
            y = y / div * delta
        else:
            y = y * step
    else:
        y = y * delta
    y = y + float(start)
    if endpoint and num > 1:
        y[-1] = stop
    if dtype is not None:
        if _code_of(dtype) == 1:
            y = floor(y)
        y = y.astype(dtype)
    return (y, step) if retstep else y


def eye(n, m=None, k=0, dtype=float64):
    a = zeros((n, n if m is None else m), dtype)
    i = 0 if k >= 0 else -k
    while i < a._n0 and i + k < a._n1:
        a[i, i + k] = 1
        i += 1
    return a


def identity(n, dtype=float64):
    return eye(n, dtype=dtype)
