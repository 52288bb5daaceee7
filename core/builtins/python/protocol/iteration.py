# Iteration over objects of Python classes, and unpacking of anything.


def get_iter(x):
    f = _special(x, "__iter__")
    if f is not None:
        it = f(x)
        if _special(it, "__next__") is None:
            raise TypeError(f"iter() returned non-iterator of type '{_type_name(it)}'")
        return it
    if _special(x, "__getitem__") is None or _is_dict(x) or _is_blocked(x, "__iter__"):
        raise TypeError(f"'{_type_name(x)}' object is not iterable")
    return _retype(_sequence_iterator(x, 0), "iterator")


# The generator behind iter(x) for classes with only __getitem__.
def _sequence_iterator(x, i):
    f = _special(x, "__getitem__")
    try:
        while True:
            yield f(x, i)
            i += 1
    except (IndexError, StopIteration):
        return


def iter_next(it):
    f = _special(it, "__next__")
    if f is None:
        raise TypeError(f"'{_type_name(it)}' object is not an iterator")
    return f(it)


def send(it, value):
    if value is None:
        f = _special(it, "__next__")
        return f(it)
    return it.send(value)


def throw_into(throw, arguments):
    return throw(*arguments)


# An attribute that fails in another way than by being missing is told of before GeneratorExit
# goes on.
def close_into(it, exc):
    try:
        close = getattr(it, "close", None)
    except BaseException as e:
        _unraisable(it, e)
        close = None
    if close is not None:
        close()
    raise exc


def unpack(x, count):
    try:
        it = iter(x)
    except TypeError:
        if _special(x, "__iter__") is None and _special(x, "__getitem__") is None:
            raise TypeError(f"cannot unpack non-iterable {_type_name(x)} object") from None
        raise
    row = []
    n = 0
    for e in it:
        if n == count:
            raise ValueError(f"too many values to unpack (expected {count})")
        row.append(e)
        n += 1
    if n < count:
        raise ValueError(f"not enough values to unpack (expected {count}, got {n})")
    return _tuple_of(row)


def unpack_ex(x, before, after):
    try:
        it = iter(x)
    except TypeError:
        if _special(x, "__iter__") is None and _special(x, "__getitem__") is None:
            raise TypeError(f"cannot unpack non-iterable {_type_name(x)} object") from None
        raise
    row = []
    for e in it:
        row.append(e)
    n = len(row)
    if n < before + after:
        raise ValueError("not enough values to unpack (expected at least "
                         f"{before + after}, got {n})")
    middle = row[before:n - after]
    out = row[:before]
    out.append(middle)
    out += row[n - after:]
    return _tuple_of(out)


def list_extend_display(target, x):
    if _special(x, "__iter__") is None and _special(x, "__getitem__") is None:
        raise TypeError(f"Value after * must be an iterable, not {_type_name(x)}")
    for e in x:
        target.append(e)


def tuple_extend_display(target, x):
    row = []
    list_extend_display(row, x)
    return target + _tuple_of(row)


def set_update_display(target, x):
    for e in x:
        target.add(e)


def set_add_display(target, item):
    target.add(item)


def dict_set_display(target, key, value):
    target[key] = value


def dict_merge_display(target, x):
    try:
        keys = x.keys
    except AttributeError:
        raise TypeError(f"'{_type_name(x)}' object is not a mapping") from None
    for k in keys():
        target[k] = x[k]


def dict_merge_call(target, x, function):
    try:
        keys = x.keys
    except AttributeError:
        raise TypeError(f"{_function_text(function)} argument after ** must be a mapping, "
                        f"not {_type_name(x)}") from None
    for k in keys():
        name = _unwrap(k)
        if type(name) is not str:
            raise TypeError("keywords must be strings")
        if name in target:
            raise TypeError(f"{_function_text(function)} got multiple values for keyword argument "
                            f"'{name}'")
        target[name] = x[k]


def star_arguments(x, function):
    if _special(x, "__iter__") is None and _special(x, "__getitem__") is None:
        raise TypeError(f"{_function_text(function)} argument after * must be an iterable, "
                        f"not {_type_name(x)}")
    row = []
    for e in x:
        row.append(e)
    return _tuple_of(row)
