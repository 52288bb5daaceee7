# Calling a built-in type with arguments that C++ leaves to Python; and the __new__ and __init__
# which its subclasses inherit.


def new_list(iterable=()):
    row = []
    for x in iterable:
        row.append(x)
    return row


def new_tuple(iterable=()):
    row = []
    for x in iterable:
        row.append(x)
    return _tuple_of(row)


def new_set(iterable=()):
    result = set()
    for x in iterable:
        result.add(x)
    return result


def new_frozenset(iterable=()):
    result = set()
    for x in iterable:
        result.add(x)
    return _frozen(result)


def new_dict(x=_missing, kwargs=None):
    result = {}
    dict_update(result, x, kwargs)
    return result


def new_bytes(source=_missing, encoding=_missing, errors=_missing):
    if source is _missing:
        return b""
    if _is_str(source):
        if encoding is _missing:
            raise TypeError("string argument without an encoding")
        return str.encode(source, encoding, "strict" if errors is _missing else errors)
    f = _special(source, "__bytes__")
    if f is not None:
        r = f(source)
        if not _is_bytes(r):
            raise TypeError(f"__bytes__ returned non-bytes (type {_type_name(r)})")
        return r
    if _special(source, "__index__") is not None:
        return bytes(_to_index(source))
    row = []
    if _special(source, "__iter__") is None and _special(source, "__getitem__") is None:
        raise TypeError(f"cannot convert '{_type_name(source)}' object to bytes")
    for x in source:
        row.append(_to_index(x))
    return bytes(row)


def new_bytearray(source=_missing, encoding=_missing, errors=_missing):
    return _bytearray_of(new_bytes(source, encoding, errors))


def new_bool(x=False):
    return True if x else False


def new_int(x=_missing, base=_missing):
    if base is not _missing:
        return int(x, _to_index(base))
    f = _special(x, "__int__")
    if f is not None:
        r = f(x)
        if not _is_int(r):
            raise TypeError(f"__int__ returned non-int (type {_type_name(r)})")
        return _unwrap(r) + 0
    f = _special(x, "__index__")
    if f is not None:
        return _to_index(x) + 0
    f = _special(x, "__trunc__")
    if f is not None:
        return _to_index(f(x)) + 0
    raise TypeError("int() argument must be a string, a bytes-like object or a real number, "
                    f"not '{_type_name(x)}'")


def new_float(x=0.0):
    f = _special(x, "__float__")
    if f is not None:
        r = f(x)
        if not isinstance(r, float):
            raise TypeError(f"{_type_name(x)}.__float__ returned non-float "
                            f"(type {_type_name(r)})")
        return _unwrap(r)
    if _special(x, "__index__") is not None:
        return float(_to_index(x))
    raise TypeError(f"float() argument must be a string or a real number, not '{_type_name(x)}'")


def new_str(x="", encoding=_missing, errors=_missing):
    if encoding is _missing and errors is _missing:
        return to_str(x)
    if _is_str(x):
        raise TypeError("decoding str is not supported")
    if not _is_bytes(x):
        raise TypeError("decoding to str: need a bytes-like object, "
                        f"{_type_name(x)} found")
    return x.decode("utf-8" if encoding is _missing else encoding,
                    "strict" if errors is _missing else errors)


# --- instances of subclasses: an object that wraps the built-in one


def list___new__(cls, args=(), kwargs=None):
    return _wrap(cls, [])


def dict___new__(cls, args=(), kwargs=None):
    return _wrap(cls, {})


def set___new__(cls, args=(), kwargs=None):
    return _wrap(cls, set())


def bytearray___new__(cls, args=(), kwargs=None):
    return _wrap(cls, bytearray(*args, **kwargs))


def tuple___new__(cls, args=(), kwargs=None):
    return _wrap(cls, tuple(*args))


def frozenset___new__(cls, args=(), kwargs=None):
    return _wrap(cls, frozenset(*args))


def int___new__(cls, args=(), kwargs=None):
    return _wrap(cls, int(*args, **kwargs))


def bool___new__(cls, args=(), kwargs=None):
    return bool(*args)


def float___new__(cls, args=(), kwargs=None):
    return _wrap(cls, float(*args))


def str___new__(cls, args=(), kwargs=None):
    return _wrap(cls, str(*args, **kwargs))


def bytes___new__(cls, args=(), kwargs=None):
    return _wrap(cls, bytes(*args, **kwargs))


def list___init__(self, args=(), kwargs=None):
    if len(args) > 1:
        raise TypeError(f"list expected at most 1 argument, got {len(args)}")
    list.clear(self)
    if args:
        list.extend(self, args[0])


def dict___init__(self, args=(), kwargs=None):
    if len(args) > 1:
        raise TypeError(f"dict expected at most 1 argument, got {len(args)}")
    dict_update(_unwrap(self), args[0] if args else _missing, kwargs)


def set___init__(self, args=(), kwargs=None):
    if len(args) > 1:
        raise TypeError(f"set expected at most 1 argument, got {len(args)}")
    set.clear(self)
    if args:
        set.update(self, args[0])


# What the __init__ of a data class finds its default factories by.
def _dataclass_factories(self, key):
    return _modules()["dataclasses"]._factories[key]


def _dataclass_factory_mark():
    return _modules()["dataclasses"]._HAS_DEFAULT_FACTORY
