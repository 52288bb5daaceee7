# numarray, part functions: what works element by element.


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
_RINT = _operation("rint")


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


def fabs(x):
    return _unary(_ABSOLUTE, x if isinstance(x, float) else x * 1.0)


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


def clip(a, a_min, a_max):
    if a_min is None and a_max is None:
        raise ValueError("One of max or min must be given")
    r = a
    if a_min is not None:
        r = maximum(r, a_min)
    if a_max is not None:
        r = minimum(r, a_max)
    return r


def round_(a, decimals=0):
    if isinstance(a, (list, tuple)):
        a = array(a)
    if isinstance(a, ndarray):
        if a._code != 0:
            return a.copy()
    elif not isinstance(a, float):
        return a
    if decimals == 0:
        return _unary(_RINT, a)
    scale = 10.0 ** _abs(decimals)
    if decimals > 0:
        return _unary(_RINT, a * scale) / scale
    return _unary(_RINT, a / scale) * scale


around = round_
round = round_


# Functions of two operands have methods that apply them to many.
def _with_methods(f):
    f.reduce = lambda a, axis=0, keepdims=False: _late("_ufunc_reduce")(f, a, axis, keepdims)
    f.accumulate = lambda a, axis=0: _late("_ufunc_accumulate")(f, a, axis)
    f.outer = lambda a, b: _late("_ufunc_outer")(f, a, b)
    f.at = lambda a, indices, b: _late("_ufunc_at")(f, a, indices, b)


for _f in (add, subtract, multiply, divide, power, minimum, maximum, bitwise_and, bitwise_or,
           bitwise_xor, logical_and, logical_or, logical_xor):
    _with_methods(_f)
del _f
