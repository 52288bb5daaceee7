# numarray, late part ufuncs: element by element, what is less often used.


def _plain_function(name):
    op = _operation(name)

    def function(x):
        return _unary(op, x)
    function.__name__ = name
    return function


arcsin = _plain_function("arcsin")
arccos = _plain_function("arccos")
sinh = _plain_function("sinh")
cosh = _plain_function("cosh")
arcsinh = _plain_function("arcsinh")
arccosh = _plain_function("arccosh")
arctanh = _plain_function("arctanh")
cbrt = _plain_function("cbrt")
exp2 = _plain_function("exp2")
expm1 = _plain_function("expm1")
log1p = _plain_function("log1p")
trunc = _plain_function("trunc")
rint = _plain_function("rint")
_FMOD = _operation("fmod")
_COPYSIGN = _operation("copysign")


def fix(x):
    return trunc(x)


def fmod(x, y):
    return _binary(_FMOD, x, y)


def copysign(x, y):
    return _binary(_COPYSIGN, x, y)


def signbit(x):
    return copysign(1.0, x) < 0


def positive(x):
    x = _number_or_array(x)
    return x.copy() if isinstance(x, ndarray) else x


def _number_or_array(x):
    return array(x) if isinstance(x, (list, tuple)) else x


def divmod(x, y):
    return floor_divide(x, y), remainder(x, y)


def float_power(x, y):
    return power(_number_or_array(x) * 1.0, y)


def reciprocal(x):
    x = _number_or_array(x)
    if isinstance(x, int) or isinstance(x, ndarray) and x._code == 1:
        return floor_divide(1, x) * (absolute(x) == 1)
    return 1 / x


def fmax(x, y):
    x, y = _number_or_array(x), _number_or_array(y)
    return where(isnan(x), y, where(isnan(y), x, maximum(x, y)))


def fmin(x, y):
    x, y = _number_or_array(x), _number_or_array(y)
    return where(isnan(x), y, where(isnan(y), x, minimum(x, y)))


def heaviside(x, y):
    x = _number_or_array(x)
    return where(isnan(x), x, where(x < 0, 0.0, where(x == 0, y, 1.0)))


def degrees(x):
    return _number_or_array(x) * (180.0 / pi)


def radians(x):
    return _number_or_array(x) * (pi / 180.0)


rad2deg = degrees
deg2rad = radians


def gcd(x, y):
    x, y = absolute(_number_or_array(x)), absolute(_number_or_array(y))
    if not isinstance(x, ndarray) and not isinstance(y, ndarray):
        return _math.gcd(x, y)
    # Euclid's, of all elements at once.
    x, y = x + 0 * y, y + 0 * x
    while (y != 0).any():
        x, y = where(y == 0, x, y), where(y == 0, 0, x % y)
    return x


def lcm(x, y):
    x, y = _number_or_array(x), _number_or_array(y)
    return absolute(x // maximum(gcd(x, y), 1) * y)


def nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None):
    x = asarray(x)
    if x._code != 0:
        return x.copy()
    most = 1.7976931348623157e308
    r = where(isnan(x), nan, x)
    r = where(r == inf, most if posinf is None else posinf, r)
    return where(r == -inf, -most if neginf is None else neginf, r)


def real(x):
    return asarray(x)


def isneginf(x):
    return asarray(x) == -inf


def isposinf(x):
    return asarray(x) == inf


def select(conditions, choices, default=0):
    r = default
    for condition, choice in list(zip(conditions, choices))[::-1]:
        r = where(condition, choice, r)
    return r


# A function of numbers as one of arrays.
class vectorize:
    def __init__(self, pyfunc, otypes=None):
        self.pyfunc = pyfunc
        self.otypes = otypes

    def __call__(self, *args):
        args = [asarray(x) if isinstance(x, (list, tuple)) else x for x in args]
        shape = None
        for x in args:
            if isinstance(x, ndarray):
                shape = x.shape if shape is None else broadcast_shapes(shape, x.shape)
        if shape is None:
            return self.pyfunc(*args)
        columns = [full(shape, x).ravel().tolist() if not isinstance(x, ndarray) else
                   broadcast_to(x, shape).ravel().tolist() for x in args]
        rows = [self.pyfunc(*row) for row in zip(*columns)]
        dtype = None
        if self.otypes:
            dtype = self.otypes[0] if not isinstance(self.otypes, str) else self.otypes
        return array(rows, dtype).reshape(shape)


# --- methods of functions of two operands

def _ufunc_reduce(f, a, axis, keepdims):
    a = asarray(a)
    known = {add: sum, multiply: prod, maximum: max, minimum: min, logical_and: all,
             logical_or: any}.get(f)
    if known is not None:
        return known(a, axis, keepdims=keepdims)
    axis = _axis_of(a, axis)
    if axis is None:
        a = a.ravel()
    rows = a.T if axis == 1 else a
    if rows._n0 == 0:
        raise ValueError(f"zero-size array to reduction operation {f.__name__} which has no "
                         "identity")
    r = rows[0]
    for i in range(1, rows._n0):
        r = f(r, rows[i])
    return _shaped(r, a, axis, keepdims)


def _ufunc_accumulate(f, a, axis):
    a = asarray(a)
    if f is add or f is multiply:
        return _cumulated(f is multiply, a, axis, None, None)
    axis = _axis_of(a, axis)
    r = a.copy() if f not in (logical_and, logical_or, logical_xor) else a != 0
    rows = r.T if axis == 1 else r
    for i in range(1, rows._n0):
        rows[i] = f(rows[i - 1], rows[i])
    return r


def _ufunc_outer(f, a, b):
    a, b = atleast_1d(a), atleast_1d(b)
    if a._nd != 1 or b._nd != 1:
        raise NotImplementedError(_MORE)
    return f(a.reshape(-1, 1), b)


# Unlike a[indices] = f(a[indices], b): an index that occurs twice counts twice.
def _ufunc_at(f, a, indices, b):
    at = atleast_1d(indices)
    if at._code == 2:
        at = nonzero(at)[0]
    values = b if isinstance(b, (int, float)) else broadcast_to(b, at.shape)
    for k in range(at._n0):
        i = at[k]
        a[i] = f(a[i], values if isinstance(b, (int, float)) else values[k])
