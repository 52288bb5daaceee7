# Operators on objects of Python classes. Each function is a template: OP, REFLECTED and SYMBOL are
# replaced before it is compiled (core/builtins/templates.def), so that the names are constants.
#
# Primitives (core/builtins/primitives): _special(obj, name) is the function that type(obj) or
# a base defines, or None; _overrides(a, b, name) tells whether the class of b is a proper subclass
# of that of a with an implementation of its own.


def binary_OP(a, b):
    f = _special(a, "__OP__")
    if type(a) is not type(b):
        g = _special(b, "__REFLECTED__")
        if g is not None:
            if f is None or _overrides(a, b, "__REFLECTED__") or _is_sequence_method(f):
                r = g(b, a)
                if r is not NotImplemented:
                    return r
                g = None
        if f is not None:
            r = f(a, b)
            if r is not NotImplemented:
                return r
        if g is not None:
            r = g(b, a)
            if r is not NotImplemented:
                return r
    elif f is not None:
        r = f(a, b)
        if r is not NotImplemented:
            return r
    return _binary_error("SYMBOL", a, b)


def inplace_OP(a, b):
    f = _special(a, "__iOP__")
    if f is not None:
        r = f(a, b)
        if r is not NotImplemented:
            return r
    f = _special(a, "__OP__")
    if type(a) is not type(b):
        g = _special(b, "__REFLECTED__")
        if g is not None:
            if f is None or _overrides(a, b, "__REFLECTED__") or _is_sequence_method(f):
                r = g(b, a)
                if r is not NotImplemented:
                    return r
                g = None
        if f is not None:
            r = f(a, b)
            if r is not NotImplemented:
                return r
        if g is not None:
            r = g(b, a)
            if r is not NotImplemented:
                return r
    elif f is not None:
        r = f(a, b)
        if r is not NotImplemented:
            return r
    return _binary_error("SYMBOL=", a, b)


def unary_OP(a):
    f = _special(a, "__OP__")
    if f is None:
        raise TypeError(f"bad operand type for unary SYMBOL: '{_type_name(a)}'")
    return f(a)


# A subclass on the right goes first; both sides are asked even if they have the same class.
def compare_OP(a, b):
    g = _special(b, "__REFLECTED__")
    if g is not None and type(a) is not type(b) and _is_subclass(type(b), type(a)):
        r = g(b, a)
        if r is not NotImplemented:
            return r
        g = None
    f = _special(a, "__OP__")
    if f is not None:
        r = f(a, b)
        if r is not NotImplemented:
            return r
    if g is not None:
        r = g(b, a)
        if r is not NotImplemented:
            return r
    raise TypeError(
        f"'SYMBOL' not supported between instances of '{_type_name(a)}' and '{_type_name(b)}'")


def compare_eq(a, b):
    g = _special(b, "__eq__")
    if g is not None and type(a) is not type(b) and _is_subclass(type(b), type(a)):
        r = g(b, a)
        if r is not NotImplemented:
            return r
        g = None
    f = _special(a, "__eq__")
    if f is not None:
        r = f(a, b)
        if r is not NotImplemented:
            return r
    if g is not None:
        r = g(b, a)
        if r is not NotImplemented:
            return r
    return a is b


def compare_ne(a, b):
    g = _special(b, "__ne__")
    if g is not None and type(a) is not type(b) and _is_subclass(type(b), type(a)):
        r = g(b, a)
        if r is not NotImplemented:
            return r
        g = None
    f = _special(a, "__ne__")
    if f is not None:
        r = f(a, b)
        if r is not NotImplemented:
            return r
    if g is not None:
        r = g(b, a)
        if r is not NotImplemented:
            return r
    return a is not b


def truth(a):
    f = _special(a, "__bool__")
    if f is not None:
        r = f(a)
        if r is True or r is False:
            return r
        raise TypeError(f"__bool__ should return bool, returned {_type_name(r)}")
    f = _special(a, "__len__")
    if f is None:
        if a is NotImplemented:
            import _warnings
            _warnings.warn("NotImplemented should not be used in a boolean context",
                           DeprecationWarning, 1)
        return True
    return _check_length(f(a)) != 0


# The result of a __len__ as an int.
def _check_length(n):
    if type(n) is not int:
        n = _to_index(n)
    if n < 0:
        raise ValueError("__len__() should return >= 0")
    if n > 0xffffffff and n > 9223372036854775807:  # a small int first, which costs little
        raise OverflowError("cannot fit 'int' into an index-sized integer")
    return n


# The int that x stands for as an index: itself, or what its __index__ returns.
def _to_index(x):
    if _is_int(x):
        return _unwrap(x)
    f = _special(x, "__index__")
    if f is None:
        raise TypeError(f"'{_type_name(x)}' object cannot be interpreted as an integer")
    r = f(x)
    return r if type(r) is int else _derived_int(r, "__index__")


# What a method returned that should have returned an int.
def _derived_int(r, method):
    if not _is_int(r):
        raise TypeError(f"{method} returned non-int (type {_type_name(r)})")
    _warn_of_derived(r, method, "int")
    return _unwrap(r) + 0


def _derived_float(r, x):
    method = f"{_type_name(x)}.__float__"
    if not isinstance(r, float):
        raise TypeError(f"{method} returned non-float (type {_type_name(r)})")
    _warn_of_derived(r, method, "float")
    return _unwrap(r)


def _warn_of_derived(r, method, kind):
    import _warnings
    _warnings.warn(f"{method} returned non-{kind} (type {_type_name(r)}).  The ability to return an "
                   f"instance of a strict subclass of {kind} is deprecated, and may be removed in a "
                   "future version of Python.", DeprecationWarning, 1)


# What `in` looks through where there is no __contains__.
def _searched(container):
    if _is_blocked(container, "__contains__"):
        raise TypeError(f"'{_type_name(container)}' object is not a container")
    try:
        return iter(container)
    except TypeError:
        pass  # whatever it said
    raise TypeError(f"argument of type '{_type_name(container)}' is not iterable")


def contains(container, item):
    f = _special(container, "__contains__")
    if f is not None:
        return True if f(container, item) else False
    for x in _searched(container):
        if x is item or x == item:
            return True
    return False


def not_contains(container, item):
    f = _special(container, "__contains__")
    if f is not None:
        return False if f(container, item) else True
    for x in _searched(container):
        if x is item or x == item:
            return False
    return True


def get_item(obj, key):
    f = _special(obj, "__getitem__")
    if f is not None:
        return f(obj, key)
    if _is_type(obj):
        f = _class_attribute(obj, "__class_getitem__")
        if f is not None:
            return f(key)
        if _is_generic_type(obj):
            return _generic_alias(obj, key)
        raise TypeError(f"type '{obj.__name__}' is not subscriptable")
    raise TypeError(f"'{_type_name(obj)}' object is not subscriptable")


def set_item(obj, key, value):
    f = _special(obj, "__setitem__")
    if f is None:
        raise TypeError(f"'{_type_name(obj)}' object does not support item assignment")
    f(obj, key, value)


def del_item(obj, key):
    f = _special(obj, "__delitem__")
    if f is None:
        how = "does not" if _is_type(obj) or _special(key, "__index__") is None else "doesn't"
        raise TypeError(f"'{_type_name(obj)}' object {how} support item deletion")
    f(obj, key)


# What an argument of a row in C++ stands for, by the annotation of its parameter. Objects that
# cannot be converted stay what they are: the row says what it wanted.


def _index_argument(x):
    return x if _special(x, "__index__") is None else _to_index(x)


def _slice_argument(x):
    return x if x is None or _special(x, "__index__") is None else _to_index(x)


def _float_argument(x):
    if isinstance(x, (int, float)):
        return x
    if _special(x, "__float__") is None and _special(x, "__index__") is None:
        return x
    return _to_float(x)


def _buffer_argument(x):
    return x if _special(x, "__buffer__") is None else memoryview(x).tobytes()


def _part_argument(x):
    return _buffer_argument(x) if _special(x, "__index__") is None else _to_index(x)


def _item_argument(x):
    if isinstance(x, slice):
        return slice(_slice_index(x.start), _slice_index(x.stop), _slice_index(x.step))
    return x if _special(x, "__index__") is None else _to_index(x)
