# Numeric built-ins on objects of Python classes.


def builtin_len(x):
    f = _special(x, "__len__")
    if f is None:
        raise TypeError(f"object of type '{_type_name(x)}' has no len()")
    return _check_length(f(x))


def builtin_abs(x):
    f = _special(x, "__abs__")
    if f is None:
        raise TypeError(f"bad operand type for abs(): '{_type_name(x)}'")
    return f(x)


def builtin_divmod(a, b):
    return binary_divmod(a, b)


def builtin_pow(base, exp, mod=None):
    if mod is None:
        return binary_pow(base, exp)
    f = _special(base, "__pow__")
    if f is not None:
        r = f(base, exp, mod)
        if r is not NotImplemented:
            return r
    raise TypeError("unsupported operand type(s) for ** or pow(): "
                    f"'{_type_name(base)}', '{_type_name(exp)}', '{_type_name(mod)}'")


def builtin_round(x, ndigits=None):
    f = _special(x, "__round__")
    if f is None:
        raise TypeError(f"type {_type_name(x)} doesn't define __round__ method")
    if ndigits is None:
        return f(x)
    return f(x, ndigits)


def builtin_hash(x):
    f = _special(x, "__hash__")
    if f is None:
        raise TypeError(f"unhashable type: '{_type_name(x)}'")
    return _fold_hash(f(x))


def object___hash__(self):
    return hash(self)


def new_range(start, stop=_missing, step=_missing):
    if stop is _missing:
        return range(_to_index(start))
    if step is _missing:
        return range(_to_index(start), _to_index(stop))
    return range(_to_index(start), _to_index(stop), _to_index(step))


# --- math on objects with __float__ and its kin. The row is tried again with floats.


def _to_float(x):
    if isinstance(x, (int, float)):
        return x
    f = _special(x, "__float__")
    if f is not None:
        r = f(x)
        return r if type(r) is float else _derived_float(r, x)
    if _special(x, "__index__") is not None:
        return _to_index(x)
    raise TypeError(f"must be real number, not {_type_name(x)}")


def math_floor(x):
    f = _special(x, "__floor__")
    if f is not None:
        return f(x)
    return _math("floor")(_to_float(x))


def math_ceil(x):
    f = _special(x, "__ceil__")
    if f is not None:
        return f(x)
    return _math("ceil")(_to_float(x))


def math_trunc(x):
    f = _special(x, "__trunc__")
    if f is None:
        raise TypeError(f"type {_type_name(x)} doesn't define __trunc__ method")
    return f(x)


def math_prod(iterable, start=1):
    for x in iterable:
        start = start * x
    return start


def math_fsum(seq):
    return _math("fsum")([_to_float(x) for x in seq])


def math_dist(p, q):
    return _math("dist")([_to_float(x) for x in p], [_to_float(x) for x in q])


def _binary_crc32(data, value=0):
    return _import_module("_binary").crc32(_buffer_bytes(data), value)


def _binary_adler32(data, value=1):
    return _import_module("_binary").adler32(_buffer_bytes(data), value)


def _buffer_bytes(data):
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not '{_type_name(data)}'") from None


def _math(name):
    return getattr(_import_module("math"), name)


def int_from_bytes(cls, source, byteorder="big", signed=False):
    n = int.from_bytes(bytes(source), byteorder, signed=signed)
    return n if cls is int else cls(n)


def float_fromhex(cls, string):
    x = float.fromhex(string)
    return x if cls is float else cls(x)
