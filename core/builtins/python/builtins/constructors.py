# Calling a built-in type with arguments that C++ leaves to Python; and the __new__ and __init__
# which its subclasses inherit.


# A proxy may say that it is of another class than it is.
def new_super(cls=_missing, obj=_missing):
    claimed = getattr(obj, "__class__", None)
    if not _is_type(claimed) or not _is_subclass(claimed, cls):
        raise TypeError("super(type, obj): obj must be an instance or subtype of type")
    return _super_of(cls, obj, claimed)


# Whose getter computes its documentation.
def new_property(fget=None, fset=None, fdel=None, doc=None):
    found = property(None, fset, fdel, getattr(fget, "__doc__", None))
    return _property_of_getter(found, fget)


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


# Of mappings other than dicts.
def new_mappingproxy(mapping):
    if issubclass(type(mapping), (list, tuple)) or _special(mapping, "__getitem__") is None:
        raise TypeError(f"mappingproxy() argument must be a mapping, not {_type_name(mapping)}")
    from _mappingproxy import mappingproxy
    return mappingproxy(mapping)


def new_bytes(source=_missing, encoding=_missing, errors=_missing):
    return _bytes_of(source, encoding, errors, "bytes")


def _bytes_of(source, encoding, errors, what):
    for x, name in ((encoding, "encoding"), (errors, "errors")):
        if x is not _missing and not _is_str(x):
            raise TypeError(f"{what}() argument '{name}' must be str, not {_type_name(x)}")
    if source is _missing:
        if encoding is _missing and errors is _missing:
            return b""
        raise TypeError(f"{'encoding' if encoding is not _missing else 'errors'} without a string argument")
    if not _is_str(source):
        if encoding is not _missing:
            raise TypeError("encoding without a string argument")
        if errors is not _missing:
            raise TypeError("errors without a string argument")
    if _is_str(source):
        if encoding is _missing:
            raise TypeError("string argument without an encoding")
        return str.encode(source, encoding, "strict" if errors is _missing else errors)
    f = _special(source, "__bytes__")
    if f is None and _is_blocked(source, "__bytes__"):
        raise TypeError(f"'{_type_name(source)}' object is not callable")
    if f is not None:
        r = f(source)
        if not _is_bytes(r):
            raise TypeError(f"__bytes__ returned non-bytes (type {_type_name(r)})")
        return r
    if _special(source, "__index__") is not None:
        return bytes(_to_index(source))
    if _special(source, "__buffer__") is not None:
        return memoryview(source).tobytes()
    row = []
    if _special(source, "__iter__") is None and _special(source, "__getitem__") is None:
        raise TypeError(f"cannot convert '{_type_name(source)}' object to {what}")
    for x in source:
        row.append(_to_index(x))
    return bytes(row)


def bytes_fromhex(cls, string):
    base = bytes if issubclass(cls, bytes) else bytearray
    return cls(base.fromhex(string))


def new_bytearray(source=_missing, encoding=_missing, errors=_missing):
    return _bytearray_of(_bytes_of(source, encoding, errors, "bytearray"))


def new_bool(x=False):
    return True if x else False


def new_int(x=_missing, base=_missing):
    if base is not _missing:
        return int(x, _to_index(base))
    f = _special(x, "__int__")
    if f is not None:
        r = f(x)
        return r if type(r) is int else _derived_int(r, "__int__")
    f = _special(x, "__index__")
    if f is not None:
        return _to_index(x) + 0
    f = _special(x, "__trunc__")
    if f is not None:
        import _warnings
        _warnings.warn("The delegation of int() to __trunc__ is deprecated.", DeprecationWarning, 1)
        r = f(x)
        if not _is_int(r) and _special(r, "__index__") is None:
            raise TypeError(f"__trunc__ returned non-Integral (type {_type_name(r)})")
        return _to_index(r) + 0
    text = _buffer_text(x)
    if text is not None:
        return int(text)
    raise TypeError("int() argument must be a string, a bytes-like object or a real number, "
                    f"not '{_type_name(x)}'")


def new_float(x=0.0):
    f = _special(x, "__float__")
    if f is not None:
        r = f(x)
        return r if type(r) is float else _derived_float(r, x)
    if _special(x, "__index__") is not None:
        return float(_to_index(x))
    text = _buffer_text(x)
    if text is not None:
        return float(text)
    raise TypeError(f"float() argument must be a string or a real number, not '{_type_name(x)}'")


# The bytes of an object with a buffer, or None.
def _buffer_text(x):
    try:
        return bytes(memoryview(x))
    except TypeError:
        return None


def new_complex(real=_missing, imag=_missing):
    if _is_str(real):
        if imag is not _missing:
            raise TypeError("complex() can't take second arg if first is a string")
        return _complex_of_text(_unwrap(real))
    if _is_str(imag):
        raise TypeError("complex() second arg can't be a string")
    x = 0.0 if real is _missing else _complex_part(real, "first argument must be a string or a")
    if imag is _missing:
        return complex(x)
    return complex(x, _complex_part(imag, "second argument must be a"))


# The number that x stands for: an int, float or complex.
def _complex_part(x, what):
    f = _special(x, "__complex__")
    if f is not None:
        r = f(x)
        if not isinstance(r, complex):
            raise TypeError(f"__complex__ returned non-complex (type {_type_name(r)})")
        if type(r) is not complex:
            _warn_of_derived(r, "__complex__", "complex")
        return _unwrap(r)
    if _special(x, "__float__") is None and _special(x, "__index__") is None:
        raise TypeError(f"complex() {what} number, not '{_type_name(x)}'")
    return float(x)


def _complex_of_text(text):
    body = text.strip()
    if body[:1] == "(" and body[-1:] == ")":
        body = body[1:-1].strip()
    try:
        if not body or body != body.strip() or "_" in body and "__" in body:
            raise ValueError
        if body[-1] not in "jJ":
            return complex(float(body), 0.0)
        # The sign of the imaginary part: the last one that does not belong to an exponent.
        i = len(body) - 2
        while i > 0 and (body[i] not in "+-" or body[i - 1] in "eE"):
            i -= 1
        if i <= 0:
            real, imag = "0", body[:-1]
        else:
            real, imag = body[:i], body[i:-1]
        if real != real.strip() or imag != imag.strip():
            raise ValueError
        if imag in ("", "+", "-"):
            imag += "1"
        return complex(float(real), float(imag))
    except ValueError:
        raise ValueError("complex() arg is a malformed string") from None


def complex___new__(cls, args=(), kwargs=None):
    return _wrap(cls, complex(*args, **kwargs))


def complex___format__(self, spec):
    if spec == "":
        return str(self)
    z = _unwrap(self)
    fill, align, width, i = " ", ">", "", 0
    if len(spec) > 1 and spec[1] in "<>=^":
        fill, align, i = spec[0], spec[1], 2
    elif spec[0] in "<>=^":
        align, i = spec[0], 1
    if align == "=":
        raise ValueError("'=' alignment flag is not allowed in complex format specifier")
    sign = ""
    if spec[i:i + 1] in ("+", "-", " "):
        sign = spec[i]
        i += 1
    flags = ""
    if spec[i:i + 1] == "#":
        flags = "#"
        i += 1
    if spec[i:i + 1] == "0":
        raise ValueError("Zero padding is not allowed in complex format specifier")
    while spec[i:i + 1].isdigit():
        width += spec[i]
        i += 1
    rest = spec[i:]
    kind = rest[-1:]
    if kind.isalpha() and kind not in "eEfFgGn":
        raise ValueError(f"Unknown format code '{kind}' for object of type 'complex'")
    parts = rest
    if not kind.isalpha():
        if "." in rest:
            parts = rest + "g"
        else:
            parts = rest + "r"
    if parts[-1:] == "r":
        text = repr(complex(0.0, z.imag))
        imag = text[:-1]
        real = repr(complex(0.0, z.real))[:-1]
        if sign in ("+", " ") and real[0] != "-":
            real = sign + real
    else:
        real = format(z.real, sign + flags + parts)
        imag = format(z.imag, flags + parts)
    if imag[0] not in "+-":
        imag = "+" + imag
    if kind.isalpha():
        text = real + imag + "j"
    elif z.real == 0 and not real.startswith("-"):
        text = (sign if sign in ("+", " ") else "") + imag.lstrip("+") + "j"
    else:
        text = "(" + real + imag + "j)"
    return format(text, fill + align + width) if width else text


def new_str(x=_missing, encoding=_missing, errors=_missing):
    for value, name in ((encoding, "encoding"), (errors, "errors")):
        if value is not _missing and not _is_str(value):
            raise TypeError(f"str() argument '{name}' must be str, not {_type_name(value)}")
    if x is _missing:
        return ""
    if encoding is _missing and errors is _missing:
        return to_str(x)
    if _is_str(x):
        raise TypeError("decoding str is not supported")
    if not _is_bytes(x):
        if _special(x, "__buffer__") is None and not _is_view(x):
            raise TypeError("decoding to str: need a bytes-like object, "
                            f"{_type_name(x)} found")
        x = memoryview(x).tobytes()
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
    return _wrap(cls, bytearray())


def bytearray___init__(self, args=(), kwargs=None):
    _unwrap(self)[:] = bytearray(*args, **kwargs)


# Keywords that __init__ of a derived class takes are none of __new__'s business.
def _refuse_new_keywords(cls, base, kwargs):
    if kwargs and cls.__init__ is base.__init__:
        raise TypeError(f"{base.__name__}() takes no keyword arguments")


def tuple___new__(cls, args=(), kwargs=None):
    _refuse_new_keywords(cls, tuple, kwargs)
    return _wrap(cls, tuple(*args))


def frozenset___new__(cls, args=(), kwargs=None):
    _refuse_new_keywords(cls, frozenset, kwargs)
    return _wrap(cls, frozenset(*args))


def int___new__(cls, args=(), kwargs=None):
    return _wrap(cls, int(*args, **kwargs))


def bool___new__(cls, args=(), kwargs=None):
    return bool(*args)


def float___new__(cls, args=(), kwargs=None):
    _refuse_new_keywords(cls, float, kwargs)
    return _wrap(cls, float(*args))


def str___new__(cls, args=(), kwargs=None):
    return _wrap(cls, str(*args, **kwargs))


def bytes___new__(cls, args=(), kwargs=None):
    return _wrap(cls, bytes(*args, **kwargs))


# Keywords are an error unless a class in between takes them.
def _refuse_keywords(self, base, kwargs):
    if kwargs and type(self).__new__ is base.__new__:
        raise TypeError(f"{base.__name__}() takes no keyword arguments")


def list___init__(self, args=(), kwargs=None):
    _refuse_keywords(self, list, kwargs)
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
    _refuse_keywords(self, set, kwargs)
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
