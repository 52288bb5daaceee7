# numarray: arrays of float64, int64 and bool in one and two dimensions, with NumPy's names,
# results and messages.
#
# An ndarray is a plain instance whose attributes say where its elements are (numarray/array.h), so
# that element access is followed by traces and ends as a load or store. Operators make expressions
# that are computed later, fused into one loop (_numarray, numarray/node.h); `_addr` is None until
# then. Differences from NumPy: elements and results without dimensions are Python's numbers, and
# floating point gives no warnings.
#
# The module is written in parts that share one namespace (numarray/module.cpp lists them); this is
# the first: the primitives by their names here, dtypes, the operations' numbers.
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
