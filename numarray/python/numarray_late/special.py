# numarray, late part special: products, polynomials, sequences, and what there is to know of types.


def inner(a, b):
    a, b = asarray(a), asarray(b)
    return dot(a, b.T) if b._nd == 2 else dot(a, b)


def vdot(a, b):
    return dot(asarray(a).ravel(), asarray(b).ravel())


def kron(a, b):
    a, b = atleast_1d(a), atleast_1d(b)
    if a._nd == 1 and b._nd == 1:
        return outer(a, b).ravel()
    a, b = atleast_2d(a), atleast_2d(b)
    return concatenate([concatenate([b * a[i, j] for j in range(a._n1)], 1) for i in range(a._n0)])


def cross(a, b):
    a, b = asarray(a), asarray(b)
    if a._nd != 1 or b._nd != 1:
        raise NotImplementedError("numarray: cross products of more than two vectors")
    if a._n0 == 2 and b._n0 == 2:
        return a[0] * b[1] - a[1] * b[0]
    if a._n0 != 3 or b._n0 != 3:
        raise ValueError("incompatible dimensions for cross product\n"
                         "(dimension must be 2 or 3)")
    return array([a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2],
                  a[0] * b[1] - a[1] * b[0]])


class _Linalg:
    LinAlgError = type("LinAlgError", (ValueError,), {"__module__": "numpy.linalg"})

    @staticmethod
    def norm(x, ord=None, axis=None):
        x = asarray(x) * 1.0
        if axis is None and x._nd == 2 and ord not in (None, "fro"):
            raise NotImplementedError("numarray: matrix norms other than 'fro'")
        if ord in (None, 2, "fro"):
            if axis is None:
                flat = x.ravel()
                return sqrt(dot(flat, flat))
            return sqrt((x * x).sum(axis))
        if ord == inf:
            return absolute(x).max(axis)
        if ord == -inf:
            return absolute(x).min(axis)
        if ord == 1:
            return absolute(x).sum(axis)
        return (absolute(x) ** ord).sum(axis) ** (1.0 / ord)

    # Gaussian elimination with partial pivoting of a square matrix beside other columns. The
    # determinant's sign goes along.
    @staticmethod
    def _eliminate(a, b):
        if a._nd != 2 or a._n0 != a._n1:
            raise _Linalg.LinAlgError("Last 2 dimensions of the array must be square")
        m = concatenate([a * 1.0, b * 1.0], 1)
        n = a._n0
        sign = 1.0
        for k in range(n):
            p = k + _c.arg_extreme(True, absolute(m[k:, k]))
            if m[p, k] == 0:
                return m, 0.0
            if p != k:
                row = m[k].copy()
                m[k] = m[p]
                m[p] = row
                sign = -sign
            if k + 1 < n:
                factors = m[k + 1:, k] / m[k, k]
                m[k + 1:] -= factors.reshape(-1, 1) * m[k]
        return m, sign

    @staticmethod
    def det(a):
        a = asarray(a)
        sign, logarithm = _Linalg.slogdet(a)
        return sign * _math.exp(logarithm)

    @staticmethod
    def slogdet(a):
        a = asarray(a)
        m, sign = _Linalg._eliminate(a, _c.empty(0, 2, a._n0, 0))
        if sign == 0:
            return 0.0, -inf
        logarithm = 0.0
        for k in range(a._n0):
            if m[k, k] < 0:
                sign = -sign
            logarithm += _math.log(_abs(m[k, k]))
        return sign, logarithm

    @staticmethod
    def solve(a, b):
        a, b = asarray(a), asarray(b)
        n = a._n0
        if b._n0 != n:
            raise ValueError("solve: Input operand 1 has a mismatch in its core dimension 0")
        m, sign = _Linalg._eliminate(a, b.reshape(-1, 1) if b._nd == 1 else b)
        if sign == 0:
            raise _Linalg.LinAlgError("Singular matrix")
        x = m[:, n:].copy()
        for k in range(n - 1, -1, -1):
            if k + 1 < n:
                x[k] -= dot(m[k, k + 1:n], x[k + 1:])
            x[k] *= 1.0 / m[k, k]
        return x.ravel() if b._nd == 1 else x

    @staticmethod
    def inv(a):
        a = asarray(a)
        return _Linalg.solve(a, eye(a._n0))


linalg = _Linalg


def polyval(p, x):
    x = _number_or_array(x)
    r = 0 * x
    for c in asarray(p).tolist():
        r = r * x + c
    return r


def vander(x, N=None):
    x = asarray(x)
    n = x._n0 if N is None else N
    return x.reshape(-1, 1) ** _c.sequence(n - 1, -1, n)


def logspace(start, stop, num=50, endpoint=True, base=10.0):
    return power(base, linspace(start, stop, num, endpoint))


def geomspace(start, stop, num=50, endpoint=True):
    if start == 0 or stop == 0:
        raise ValueError("Geometric sequence cannot include zero")
    r = logspace(_math.log10(start), _math.log10(stop), num, endpoint)
    if num > 0:
        r[0] = start
        if num > 1 and endpoint:
            r[-1] = stop
    return r


def fromiter(iterable, dtype, count=-1):
    rows = []
    for x in iterable:
        if len(rows) == count:
            break
        rows.append(x)
    if len(rows) < count:
        raise ValueError(f"iterator too short: Expected {count} but iterator had only {len(rows)} "
                         "items.")
    return array(rows, dtype)


def ndim(a):
    return 0 if isinstance(a, (int, float)) else asarray(a)._nd


def size(a, axis=None):
    return 1 if isinstance(a, (int, float)) else _length_along(asarray(a), axis)


def isscalar(x):
    return isinstance(x, (int, float, complex, str, bytes))


def may_share_memory(a, b):
    return shares_memory(a, b)


def result_type(*operands):
    code = 2
    for x in operands:
        c = x._code if isinstance(x, (ndarray, dtype)) else _code_of(x if not isinstance(
            x, (int, float)) else _dtype_of_number(x))
        if c < code:
            code = c
    return _DTYPES[code]


promote_types = result_type


def can_cast(from_, to, casting="safe"):
    return _code_of(to) <= _code_of(from_.dtype if isinstance(from_, ndarray) else from_)


class iinfo:
    def __init__(self, what):
        if _code_of(what) != 1:
            raise ValueError(f"Invalid integer data type {dtype(what).kind!r}.")
        self.min = -9223372036854775808
        self.max = 9223372036854775807
        self.bits = 64
        self.dtype = int64


class finfo:
    def __init__(self, what):
        if _code_of(what) != 0:
            raise ValueError(f"data type {what!r} not inexact")
        self.eps = 2.220446049250313e-16
        self.epsneg = 1.1102230246251565e-16
        self.max = 1.7976931348623157e308
        self.min = -1.7976931348623157e308
        self.tiny = self.smallest_normal = 2.2250738585072014e-308
        self.resolution = 1e-15
        self.precision = 15
        self.bits = 64
        self.dtype = float64


class integer:
    pass


class floating:
    pass


class number:
    pass


signedinteger = integer
inexact = floating


def issubdtype(arg1, arg2):
    code = _code_of(arg1)
    if arg2 is integer:
        return code == 1
    if arg2 is floating:
        return code == 0
    if arg2 is number:
        return code != 2
    return code == _code_of(arg2)
