# numarray: arrays of float64, int64 and bool in one and two dimensions, with NumPy's names,
# results and messages.
#
# An ndarray is a plain instance whose attributes say where its elements are (numarray/array.h), so
# that element access is followed by traces and ends as a load or store. Operators make expressions
# that are computed later, fused into one loop (_numarray, numarray/node.h); `_addr` is None until
# then. Differences from NumPy: elements and results without dimensions are Python's numbers, and
# floating point gives no warnings.
import _numarray as _c
import math as _math

_load_f64 = _c.load_f64
_load_i64 = _c.load_i64
_load_byte = _c.load_byte
_store_f64 = _c.store_f64
_store_i64 = _c.store_i64
_store_bool = _c.store_bool
_before_write = _c.before_write
_compute = _c.compute
_apply1 = _c.apply1
_apply2 = _c.apply2
_update = _c.update
_view = _c.view
_assign = _c.assign
_operation = _c.operation

pi = _math.pi
e = _math.e
inf = _math.inf
nan = _math.nan
newaxis = None
# The module's own functions of these names hide the built-in ones below.
_abs = abs
_round = round

_MORE = "numarray: arrays have one or two dimensions"
_INDICES = ("only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or "
            "boolean arrays are valid indices")


# --- dtypes

class dtype:
    __module__ = "numpy"

    def __new__(cls, what="float64"):
        if isinstance(what, dtype):
            return what
        code = _code_of(what)
        return _DTYPES[code]

    @property
    def itemsize(self):
        return self._size

    @property
    def kind(self):
        return "fib"[self._code]

    @property
    def str(self):
        return ("<f8", "<i8", "|b1")[self._code]

    @property
    def type(self):
        return self

    def __call__(self, value=0):
        if isinstance(value, (ndarray, list, tuple)):
            return array(value, self)
        return (float, int, bool)[self._code](value)

    def __eq__(self, other):
        if isinstance(other, dtype):
            return self._code == other._code
        try:
            return self._code == _code_of(other)
        except TypeError:
            return False

    def __hash__(self):
        return hash(self.name)

    def __str__(self):
        return self.name

    def __repr__(self):
        return f"dtype('{self.name}')"


def _make_dtype(name, code, size):
    d = object.__new__(dtype)
    d.name = name
    d._code = code
    d._size = size
    return d


float64 = double = float_ = _make_dtype("float64", 0, 8)
int64 = int_ = intp = _make_dtype("int64", 1, 8)
bool_ = _make_dtype("bool", 2, 1)
_DTYPES = (float64, int64, bool_)
_NAMES = {"float64": 0, "float": 0, "f8": 0, "<f8": 0, "d": 0, "double": 0,
          "int64": 1, "int": 1, "i8": 1, "<i8": 1, "l": 1, "q": 1, "bool": 2, "?": 2, "|b1": 2}


def _code_of(what):
    if isinstance(what, dtype):
        return what._code
    if what is float:
        return 0
    if what is int:
        return 1
    if what is bool:
        return 2
    if isinstance(what, str):
        if what in _NAMES:
            return _NAMES[what]
        raise TypeError(f"data type {what!r} not understood")
    raise TypeError(f"Cannot interpret '{what!r}' as a data type")


# --- the operations' numbers

_ADD = _operation("add")
_SUBTRACT = _operation("subtract")
_MULTIPLY = _operation("multiply")
_DIVIDE = _operation("divide")
_FLOOR_DIVIDE = _operation("floor_divide")
_REMAINDER = _operation("remainder")
_POWER = _operation("power")
_MINIMUM = _operation("minimum")
_MAXIMUM = _operation("maximum")
_NEGATIVE = _operation("negative")
_ABSOLUTE = _operation("absolute")
_EQUAL = _operation("equal")
_NOT_EQUAL = _operation("not_equal")
_LESS = _operation("less")
_LESS_EQUAL = _operation("less_equal")
_GREATER = _operation("greater")
_GREATER_EQUAL = _operation("greater_equal")
_AND = _operation("bitwise_and")
_OR = _operation("bitwise_or")
_XOR = _operation("bitwise_xor")
_INVERT = _operation("invert")
_LEFT = _operation("left_shift")
_RIGHT = _operation("right_shift")
_WHERE = _operation("where")
_SUM = 1
_MIN = 2
_MAX = 3


# An operation on operands of which one is no array and no number: lists are made arrays.
def _apply_any(op, a, b):
    if isinstance(a, (list, tuple)):
        return _apply2(op, array(a), b)
    if isinstance(b, (list, tuple)):
        return _apply2(op, a, array(b))
    return NotImplemented


def _update_any(op, a, b):
    if isinstance(b, (list, tuple)):
        return _update(op, a, array(b))
    return NotImplemented


class ndarray:
    __module__ = "numpy"
    __hash__ = None

    def __new__(cls, shape, dtype=float64):
        return empty(shape, dtype)

    # --- what it is like

    @property
    def shape(self):
        if self._nd == 1:
            return (self._n0,)
        return (self._n0, self._n1)

    @shape.setter
    def shape(self, shape):
        other = reshape(self, shape)
        _compute(self)
        if other._addr != self._addr:
            raise AttributeError("Incompatible shape for in-place modification. Use "
                                 "`.reshape()` to make a copy with the desired shape.")
        self._nd = other._nd
        self._n0 = other._n0
        self._s0 = other._s0
        self._n1 = other._n1
        self._s1 = other._s1

    @property
    def ndim(self):
        return self._nd

    @property
    def size(self):
        return self._n0 * self._n1

    @property
    def dtype(self):
        return _DTYPES[self._code]

    @property
    def itemsize(self):
        return _DTYPES[self._code]._size

    @property
    def nbytes(self):
        return self._n0 * self._n1 * _DTYPES[self._code]._size

    @property
    def strides(self):
        _compute(self)
        if self._nd == 1:
            return (self._s0,)
        return (self._s0, self._s1)

    # How other array libraries get at the elements: they share the memory.
    @property
    def __array_interface__(self):
        address = _c.share(self)
        return {"version": 3, "shape": self.shape, "strides": self.strides,
                "typestr": self.dtype.str, "data": (address, False)}

    @property
    def T(self):
        return transpose(self)

    def __len__(self):
        return self._n0

    def __iter__(self):
        i = 0
        while i < self._n0:
            yield self[i]
            i += 1

    def __repr__(self):
        return array_repr(self)

    def __str__(self):
        return array_str(self)

    def __bool__(self):
        if self._n0 * self._n1 == 1:
            return bool(self.item())
        if self._n0 * self._n1 == 0:
            return False
        raise ValueError("The truth value of an array with more than one element is ambiguous. "
                         "Use a.any() or a.all()")

    def __float__(self):
        return float(_only(self))

    def __int__(self):
        return int(_only(self))

    def __index__(self):
        raise TypeError("only integer scalar arrays can be converted to a scalar index")

    def __contains__(self, value):
        return (self == value).any()

    # --- elements

    def __getitem__(self, key):
        if type(key) is int:
            if self._nd == 1:
                n = self._n0
                i = key
                if i < 0:
                    i += n
                if 0 <= i < n:
                    address = self._addr
                    if address is None:
                        _compute(self)
                        address = self._addr
                    address += i * self._s0
                    code = self._code
                    if code == 0:
                        return _load_f64(address)
                    if code == 1:
                        return _load_i64(address)
                    return _load_byte(address) != 0
                raise IndexError(f"index {key} is out of bounds for axis 0 with size {n}")
        elif type(key) is tuple:
            if len(key) == 2 and self._nd == 2:
                i, j = key
                if type(i) is int and type(j) is int:
                    n = self._n0
                    if i < 0:
                        i += n
                    if not 0 <= i < n:
                        raise IndexError(f"index {key[0]} is out of bounds for axis 0 with size {n}")
                    n = self._n1
                    if j < 0:
                        j += n
                    if not 0 <= j < n:
                        raise IndexError(f"index {key[1]} is out of bounds for axis 1 with size {n}")
                    address = self._addr
                    if address is None:
                        _compute(self)
                        address = self._addr
                    address += i * self._s0 + j * self._s1
                    code = self._code
                    if code == 0:
                        return _load_f64(address)
                    if code == 1:
                        return _load_i64(address)
                    return _load_byte(address) != 0
        return _get(self, key)

    def __setitem__(self, key, value):
        if type(key) is int:
            if self._nd == 1:
                n = self._n0
                i = key
                if i < 0:
                    i += n
                if 0 <= i < n:
                    address = self._addr
                    if address is None:
                        _compute(self)
                        address = self._addr
                    if _load_i64(self._flag) != 0:
                        _before_write(self)
                    address += i * self._s0
                    code = self._code
                    if code == 0:
                        done = _store_f64(address, value)
                    elif code == 1:
                        done = _store_i64(address, value)
                    else:
                        done = _store_bool(address, value)
                    if done is NotImplemented:
                        _set(self, key, value)
                    return
                raise IndexError(f"index {key} is out of bounds for axis 0 with size {n}")
        elif type(key) is tuple:
            if len(key) == 2 and self._nd == 2:
                i, j = key
                if type(i) is int and type(j) is int:
                    n = self._n0
                    if i < 0:
                        i += n
                    if not 0 <= i < n:
                        raise IndexError(f"index {key[0]} is out of bounds for axis 0 with size {n}")
                    n = self._n1
                    if j < 0:
                        j += n
                    if not 0 <= j < n:
                        raise IndexError(f"index {key[1]} is out of bounds for axis 1 with size {n}")
                    address = self._addr
                    if address is None:
                        _compute(self)
                        address = self._addr
                    if _load_i64(self._flag) != 0:
                        _before_write(self)
                    address += i * self._s0 + j * self._s1
                    code = self._code
                    if code == 0:
                        done = _store_f64(address, value)
                    elif code == 1:
                        done = _store_i64(address, value)
                    else:
                        done = _store_bool(address, value)
                    if done is NotImplemented:
                        _set(self, key, value)
                    return
        _set(self, key, value)

    # --- operators

    def __add__(self, other):
        r = _apply2(_ADD, self, other)
        return _apply_any(_ADD, self, other) if r is NotImplemented else r

    def __radd__(self, other):
        r = _apply2(_ADD, other, self)
        return _apply_any(_ADD, other, self) if r is NotImplemented else r

    def __iadd__(self, other):
        r = _update(_ADD, self, other)
        return _update_any(_ADD, self, other) if r is NotImplemented else r

    def __sub__(self, other):
        r = _apply2(_SUBTRACT, self, other)
        return _apply_any(_SUBTRACT, self, other) if r is NotImplemented else r

    def __rsub__(self, other):
        r = _apply2(_SUBTRACT, other, self)
        return _apply_any(_SUBTRACT, other, self) if r is NotImplemented else r

    def __isub__(self, other):
        r = _update(_SUBTRACT, self, other)
        return _update_any(_SUBTRACT, self, other) if r is NotImplemented else r

    def __mul__(self, other):
        r = _apply2(_MULTIPLY, self, other)
        return _apply_any(_MULTIPLY, self, other) if r is NotImplemented else r

    def __rmul__(self, other):
        r = _apply2(_MULTIPLY, other, self)
        return _apply_any(_MULTIPLY, other, self) if r is NotImplemented else r

    def __imul__(self, other):
        r = _update(_MULTIPLY, self, other)
        return _update_any(_MULTIPLY, self, other) if r is NotImplemented else r

    def __truediv__(self, other):
        r = _apply2(_DIVIDE, self, other)
        return _apply_any(_DIVIDE, self, other) if r is NotImplemented else r

    def __rtruediv__(self, other):
        r = _apply2(_DIVIDE, other, self)
        return _apply_any(_DIVIDE, other, self) if r is NotImplemented else r

    def __itruediv__(self, other):
        r = _update(_DIVIDE, self, other)
        return _update_any(_DIVIDE, self, other) if r is NotImplemented else r

    def __floordiv__(self, other):
        r = _apply2(_FLOOR_DIVIDE, self, other)
        return _apply_any(_FLOOR_DIVIDE, self, other) if r is NotImplemented else r

    def __rfloordiv__(self, other):
        r = _apply2(_FLOOR_DIVIDE, other, self)
        return _apply_any(_FLOOR_DIVIDE, other, self) if r is NotImplemented else r

    def __ifloordiv__(self, other):
        r = _update(_FLOOR_DIVIDE, self, other)
        return _update_any(_FLOOR_DIVIDE, self, other) if r is NotImplemented else r

    def __mod__(self, other):
        r = _apply2(_REMAINDER, self, other)
        return _apply_any(_REMAINDER, self, other) if r is NotImplemented else r

    def __rmod__(self, other):
        r = _apply2(_REMAINDER, other, self)
        return _apply_any(_REMAINDER, other, self) if r is NotImplemented else r

    def __imod__(self, other):
        r = _update(_REMAINDER, self, other)
        return _update_any(_REMAINDER, self, other) if r is NotImplemented else r

    def __pow__(self, other):
        r = _apply2(_POWER, self, other)
        return _apply_any(_POWER, self, other) if r is NotImplemented else r

    def __rpow__(self, other):
        r = _apply2(_POWER, other, self)
        return _apply_any(_POWER, other, self) if r is NotImplemented else r

    def __ipow__(self, other):
        r = _update(_POWER, self, other)
        return _update_any(_POWER, self, other) if r is NotImplemented else r

    def __and__(self, other):
        r = _apply2(_AND, self, other)
        return _apply_any(_AND, self, other) if r is NotImplemented else r

    def __rand__(self, other):
        r = _apply2(_AND, other, self)
        return _apply_any(_AND, other, self) if r is NotImplemented else r

    def __iand__(self, other):
        r = _update(_AND, self, other)
        return _update_any(_AND, self, other) if r is NotImplemented else r

    def __or__(self, other):
        r = _apply2(_OR, self, other)
        return _apply_any(_OR, self, other) if r is NotImplemented else r

    def __ror__(self, other):
        r = _apply2(_OR, other, self)
        return _apply_any(_OR, other, self) if r is NotImplemented else r

    def __ior__(self, other):
        r = _update(_OR, self, other)
        return _update_any(_OR, self, other) if r is NotImplemented else r

    def __xor__(self, other):
        r = _apply2(_XOR, self, other)
        return _apply_any(_XOR, self, other) if r is NotImplemented else r

    def __rxor__(self, other):
        r = _apply2(_XOR, other, self)
        return _apply_any(_XOR, other, self) if r is NotImplemented else r

    def __ixor__(self, other):
        r = _update(_XOR, self, other)
        return _update_any(_XOR, self, other) if r is NotImplemented else r

    def __lshift__(self, other):
        r = _apply2(_LEFT, self, other)
        return _apply_any(_LEFT, self, other) if r is NotImplemented else r

    def __rlshift__(self, other):
        r = _apply2(_LEFT, other, self)
        return _apply_any(_LEFT, other, self) if r is NotImplemented else r

    def __rshift__(self, other):
        r = _apply2(_RIGHT, self, other)
        return _apply_any(_RIGHT, self, other) if r is NotImplemented else r

    def __rrshift__(self, other):
        r = _apply2(_RIGHT, other, self)
        return _apply_any(_RIGHT, other, self) if r is NotImplemented else r

    def __neg__(self):
        return _apply1(_NEGATIVE, self)

    def __pos__(self):
        return self.copy()

    def __abs__(self):
        return _apply1(_ABSOLUTE, self)

    def __invert__(self):
        return _apply1(_INVERT, self)

    def __eq__(self, other):
        r = _apply2(_EQUAL, self, other)
        return _apply_any(_EQUAL, self, other) if r is NotImplemented else r

    def __ne__(self, other):
        r = _apply2(_NOT_EQUAL, self, other)
        return _apply_any(_NOT_EQUAL, self, other) if r is NotImplemented else r

    def __lt__(self, other):
        r = _apply2(_LESS, self, other)
        return _apply_any(_LESS, self, other) if r is NotImplemented else r

    def __le__(self, other):
        r = _apply2(_LESS_EQUAL, self, other)
        return _apply_any(_LESS_EQUAL, self, other) if r is NotImplemented else r

    def __gt__(self, other):
        r = _apply2(_GREATER, self, other)
        return _apply_any(_GREATER, self, other) if r is NotImplemented else r

    def __ge__(self, other):
        r = _apply2(_GREATER_EQUAL, self, other)
        return _apply_any(_GREATER_EQUAL, self, other) if r is NotImplemented else r

    def __matmul__(self, other):
        return dot(self, other)

    def __rmatmul__(self, other):
        return dot(other, self)

    # --- methods

    def copy(self):
        return _materialized(_c.astype(self, self._code))

    def astype(self, dtype):
        return _materialized(_c.astype(self, _code_of(dtype)))

    def tolist(self):
        return _c.tolist(self)

    def item(self, *index):
        if not index:
            if self._n0 * self._n1 != 1:
                raise ValueError("can only convert an array of size 1 to a Python scalar")
            return self[0] if self._nd == 1 else self[0, 0]
        if len(index) == 1:
            return self.ravel()[index[0]]
        return self[index]

    def fill(self, value):
        _before_write(self)
        _assign(self, value)

    def reshape(self, *shape):
        return reshape(self, shape[0] if len(shape) == 1 else shape)

    def ravel(self):
        return reshape(self, -1)

    def flatten(self):
        return reshape(self, -1).copy()

    def transpose(self):
        return transpose(self)

    def sum(self, axis=None):
        return _reduce(_SUM, self, axis)

    def min(self, axis=None):
        if self._n0 * self._n1 == 0:
            raise ValueError("zero-size array to reduction operation minimum which has no identity")
        return _reduce(_MIN, self, axis)

    def max(self, axis=None):
        if self._n0 * self._n1 == 0:
            raise ValueError("zero-size array to reduction operation maximum which has no identity")
        return _reduce(_MAX, self, axis)

    def any(self, axis=None):
        count = _reduce(_SUM, self != 0 if self._code != 2 else self, axis)
        return count != 0

    def all(self, axis=None):
        count = _reduce(_SUM, self == 0 if self._code != 2 else ~self, axis)
        return count == 0

    def mean(self, axis=None):
        a = self if self._code == 0 else _c.astype(self, 0)
        total = _reduce(_SUM, a, axis)
        n = _length_along(self, axis)
        if axis is None and n == 0:
            return nan
        return total / n

    def var(self, axis=None):
        mean = self.mean(axis)
        if axis is not None and axis % self._nd == 1:
            mean = mean.reshape(-1, 1)
        x = self - mean
        return _reduce(_SUM, x * x, axis) / _length_along(self, axis)

    def std(self, axis=None):
        v = self.var(axis)
        return sqrt(v)

    def argmax(self):
        if self._n0 * self._n1 == 0:
            raise ValueError("attempt to get argmax of an empty sequence")
        return _c.arg_extreme(True, self)

    def argmin(self):
        if self._n0 * self._n1 == 0:
            raise ValueError("attempt to get argmin of an empty sequence")
        return _c.arg_extreme(False, self)

    def cumsum(self):
        return _c.cumsum(self)

    def dot(self, other):
        return dot(self, other)

    def clip(self, low, high):
        return clip(self, low, high)

    def sort(self):
        if self._nd != 1:
            raise NotImplementedError("numarray: sort of two dimensions")
        _assign(self, _c.sort(self))

    def argsort(self):
        if self._nd != 1:
            raise NotImplementedError("numarray: argsort of two dimensions")
        return _c.argsort(self)

    def nonzero(self):
        return nonzero(self)

    def round(self, decimals=0):
        return round_(self, decimals)


# The first instance teaches the class how many attributes are inline, the second has them so.
def _prototype():
    a = object.__new__(ndarray)
    a._addr = None
    a._code = 0
    a._nd = 1
    a._n0 = 0
    a._s0 = 8
    a._n1 = 1
    a._s1 = 0
    a._flag = 0
    a._owner = None
    return a


_prototype()
_c.setup(ndarray, _prototype())


def _materialized(a):
    _compute(a)
    return a


def _only(a):
    if a._n0 * a._n1 != 1:
        raise TypeError("only size-1 arrays can be converted to Python scalars")
    return a.item()


# --- making

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


def linspace(start, stop, num=50, endpoint=True):
    if num < 0:
        raise ValueError(f"Number of samples, {num}, must be non-negative.")
    div = num - 1 if endpoint else num
    delta = float(stop) - float(start)
    y = _c.sequence(0.0, 1.0, num)
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
    return y


def eye(n, m=None):
    a = zeros((n, n if m is None else m))
    i = 0
    while i < a._n0 and i < a._n1:
        a[i, i] = 1.0
        i += 1
    return a


def identity(n):
    return eye(n)


# --- shapes and views

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


# --- functions of elements

def _unary(op, x):
    if isinstance(x, (list, tuple)):
        x = array(x)
    r = _apply1(op, x)
    if r is NotImplemented:
        raise TypeError(f"numarray: no operand of type {type(x).__name__}")
    return r


def _binary(op, x, y):
    r = _apply2(op, x, y)
    if r is NotImplemented:
        r = _apply2(op, array(x) if isinstance(x, (list, tuple)) else x,
                    array(y) if isinstance(y, (list, tuple)) else y)
        if r is NotImplemented:
            raise TypeError(f"numarray: no operands of types {type(x).__name__}, "
                            f"{type(y).__name__}")
    return r


_SQRT = _operation("sqrt")
_EXP = _operation("exp")
_LOG = _operation("log")
_LOG2 = _operation("log2")
_LOG10 = _operation("log10")
_SIN = _operation("sin")
_COS = _operation("cos")
_TAN = _operation("tan")
_TANH = _operation("tanh")
_ARCTAN = _operation("arctan")
_ARCTAN2 = _operation("arctan2")
_HYPOT = _operation("hypot")
_FLOOR = _operation("floor")
_CEIL = _operation("ceil")
_SQUARE = _operation("square")
_SIGN = _operation("sign")
_ISNAN = _operation("isnan")


def sqrt(x):
    return _unary(_SQRT, x)


def exp(x):
    return _unary(_EXP, x)


def log(x):
    return _unary(_LOG, x)


def log2(x):
    return _unary(_LOG2, x)


def log10(x):
    return _unary(_LOG10, x)


def sin(x):
    return _unary(_SIN, x)


def cos(x):
    return _unary(_COS, x)


def tan(x):
    return _unary(_TAN, x)


def tanh(x):
    return _unary(_TANH, x)


def arctan(x):
    return _unary(_ARCTAN, x)


def arctan2(y, x):
    return _binary(_ARCTAN2, y, x)


def hypot(x, y):
    return _binary(_HYPOT, x, y)


def floor(x):
    return _unary(_FLOOR, x)


def ceil(x):
    return _unary(_CEIL, x)


def square(x):
    return _unary(_SQUARE, x)


def sign(x):
    return _unary(_SIGN, x)


def isnan(x):
    return _unary(_ISNAN, x)


def isinf(x):
    return absolute(x) == inf


def isfinite(x):
    return absolute(x) < inf


def absolute(x):
    return _unary(_ABSOLUTE, x)


abs = absolute
fabs = absolute


def negative(x):
    return _unary(_NEGATIVE, x)


def add(x, y):
    return _binary(_ADD, x, y)


def subtract(x, y):
    return _binary(_SUBTRACT, x, y)


def multiply(x, y):
    return _binary(_MULTIPLY, x, y)


def divide(x, y):
    return _binary(_DIVIDE, x, y)


true_divide = divide


def floor_divide(x, y):
    return _binary(_FLOOR_DIVIDE, x, y)


def remainder(x, y):
    return _binary(_REMAINDER, x, y)


mod = remainder


def power(x, y):
    return _binary(_POWER, x, y)


def minimum(x, y):
    return _binary(_MINIMUM, x, y)


def maximum(x, y):
    return _binary(_MAXIMUM, x, y)


def equal(x, y):
    return _binary(_EQUAL, x, y)


def not_equal(x, y):
    return _binary(_NOT_EQUAL, x, y)


def less(x, y):
    return _binary(_LESS, x, y)


def less_equal(x, y):
    return _binary(_LESS_EQUAL, x, y)


def greater(x, y):
    return _binary(_GREATER, x, y)


def greater_equal(x, y):
    return _binary(_GREATER_EQUAL, x, y)


def _truth(x):
    if isinstance(x, (list, tuple)):
        x = array(x)
    if isinstance(x, ndarray):
        return x if x._code == 2 else x != 0
    return bool(x)


def logical_and(x, y):
    return _binary(_AND, _truth(x), _truth(y))


def logical_or(x, y):
    return _binary(_OR, _truth(x), _truth(y))


def logical_xor(x, y):
    return _binary(_XOR, _truth(x), _truth(y))


def logical_not(x):
    return _unary(_INVERT, _truth(x))


def bitwise_and(x, y):
    return _binary(_AND, x, y)


def bitwise_or(x, y):
    return _binary(_OR, x, y)


def bitwise_xor(x, y):
    return _binary(_XOR, x, y)


def invert(x):
    return _unary(_INVERT, x)


def where(condition, *choices):
    if not choices:
        return nonzero(condition)
    if len(choices) != 2:
        raise ValueError("either both or neither of x and y should be given")
    x, y = choices
    if isinstance(condition, (list, tuple)):
        condition = array(condition)
    if isinstance(x, (list, tuple)):
        x = array(x)
    if isinstance(y, (list, tuple)):
        y = array(y)
    r = _c.apply3(_WHERE, condition, x, y)
    if r is NotImplemented:
        raise TypeError("numarray: where() takes arrays and numbers")
    return r


def clip(a, low, high):
    r = a
    if low is not None:
        r = maximum(r, low)
    if high is not None:
        r = minimum(r, high)
    return r


def round_(a, decimals=0):
    if a._code != 0:
        return a.copy()
    if decimals == 0:
        return array([float(_round(x)) if isfinite(x) else x for x in a.ravel().tolist()]
                     ).reshape(a.shape)
    scale = 10.0 ** decimals
    return round_(a * scale) / scale


around = round_
round = round_


# --- reductions and products

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


# --- text, by the rules of NumPy's arrayprint

_THRESHOLD = 1000
_EDGE = 3
_WIDTH = 75
_PRECISION = 8


def _positional(x):
    text = repr(_abs(x))
    if "e" in text or len(text) - text.index(".") - 1 > _PRECISION:
        text = f"{_abs(x):.{_PRECISION}f}" if _abs(x) < 1e17 else f"{_abs(x):.1f}"
    whole, _, fraction = text.partition(".")
    if _math.copysign(1.0, x) < 0:
        whole = "-" + whole
    return whole, fraction.rstrip("0")


def _scientific(x):
    text = repr(_abs(x))
    digits, _, exponent = text.partition("e")
    whole, _, fraction = digits.partition(".")
    count = len((whole + fraction).strip("0").lstrip("0"))
    text = f"{_abs(x):.{_least(count - 1, _PRECISION)}e}" if x != 0 else "0e+00"
    digits, _, exponent = text.partition("e")
    whole, _, fraction = digits.partition(".")
    if _math.copysign(1.0, x) < 0:
        whole = "-" + whole
    return whole, fraction.rstrip("0"), exponent


def _least(a, b):
    if a < 0:
        return 0
    return a if a < b else b


def _float_formatter(values):
    finite = [x for x in values if x - x == 0]
    sizes = [_abs(x) for x in finite if x != 0]
    scientific = False
    if sizes:
        most = sizes[0]
        least = sizes[0]
        for x in sizes:
            if x > most:
                most = x
            if x < least:
                least = x
        scientific = most >= 1e8 or least < 0.0001 or most / least > 1000.0
    left = 0
    right = 0
    exponent_size = 0
    if scientific:
        for x in finite:
            whole, fraction, exponent = _scientific(x)
            if len(whole) > left:
                left = len(whole)
            if len(fraction) > right:
                right = len(fraction)
            if len(exponent) - 1 > exponent_size:
                exponent_size = len(exponent) - 1
        precision = right
        right = exponent_size + 2 + precision
    else:
        for x in finite:
            whole, fraction = _positional(x)
            if len(whole) > left:
                left = len(whole)
            if len(fraction) > right:
                right = len(fraction)
    if len(finite) != len(values):
        longest = 3
        for x in values:
            if x == -inf:
                longest = 4
        if longest - right - 1 > left:
            left = longest - right - 1

    def text_of(x):
        if x - x != 0:
            text = "nan" if x != x else "-inf" if x < 0 else "inf"
            return " " * (left + right + 1 - len(text)) + text
        if scientific:
            text = f"{_abs(x):.{precision}e}"
            digits, _, exponent = text.partition("e")
            if "." not in digits:
                digits += "."
            if _math.copysign(1.0, x) < 0:
                digits = "-" + digits
            exponent = exponent[0] + exponent[1:].rjust(exponent_size, "0")
            return " " * (left - digits.index(".")) + digits + "e" + exponent
        whole, fraction = _positional(x)
        return whole.rjust(left) + "." + fraction.ljust(right)
    return text_of


def _int_formatter(values):
    width = 0
    for x in values:
        n = len(str(x))
        if n > width:
            width = n

    def text_of(x):
        return str(x).rjust(width)
    return text_of


def _bool_text(x):
    return " True" if x else "False"


# The indices that are shown of an axis; None stands for the gap.
def _shown(n, summarized):
    if summarized and n > 2 * _EDGE:
        return [0, 1, 2, None, n - 3, n - 2, n - 1]
    return list(range(n))


def _extend(done, line, word, width, prefix):
    if len(line) + len(word) > width and len(line) > len(prefix):
        done += line.rstrip() + "\n"
        line = prefix
    return done, line + word


def _row_text(a, row, columns, formatter, prefix, width, separator):
    limit = width - 1
    done = ""
    line = prefix
    last = len(columns) - 1
    for k, j in enumerate(columns):
        if j is None:
            word = "..."
        else:
            word = formatter(a[j] if row is None else a[row, j])
        done, line = _extend(done, line, word, limit, prefix)
        if k < last:
            line += separator
    return "[" + (done + line)[len(prefix):] + "]"


def array2string(a, separator=" ", prefix="", suffix=""):
    size = a._n0 * a._n1
    if size == 0:
        return "[]"
    summarized = size > _THRESHOLD
    width = _WIDTH - len(suffix)
    prefix = " " + " " * len(prefix)
    rows = _shown(a._n0, summarized)
    columns = _shown(a._n1, summarized)
    if a._nd == 1:
        values = [a[i] for i in rows if i is not None]
    else:
        values = [a[i, j] for i in rows if i is not None for j in columns if j is not None]
    if a._code == 0:
        formatter = _float_formatter(values)
    elif a._code == 1:
        formatter = _int_formatter(values)
    else:
        formatter = _bool_text
    if a._nd == 1:
        return _row_text(a, None, rows, formatter, prefix, width, separator)
    texts = []
    for i in rows:
        if i is None:
            texts.append("...")
        else:
            texts.append(_row_text(a, i, columns, formatter, prefix + " ", width - 1, separator))
    return "[" + (separator.rstrip() + "\n" + prefix).join(texts) + "]"


def array_str(a):
    return array2string(a)


def array_repr(a):
    if a._n0 * a._n1 > 0:
        return "array(" + array2string(a, ", ", "array(", ")") + ")"
    text = "[]" if a.shape == (0,) else f"[], shape={a.shape!r}"
    return f"array({text}, dtype={a.dtype.name})"
