# memoryview: where an argument has methods of its own; the rest is C++
# (core/builtins/types/memoryview_rows.cpp).


def new_memoryview(object):
    if _is_view(object):
        return _view_copy(object)
    f = _special(object, "__buffer__")
    if f is not None:
        return f(object, 0)
    store = _unwrap(object)
    if not _is_bytes(store):
        raise TypeError(f"memoryview: a bytes-like object is required, not '{_type_name(object)}'")
    return _view(store, object, None, isinstance(store, bytes))


# The first elements go by the C++ function, with what the arguments stand for.
def memoryview___setitem__(self, key, value):
    if isinstance(key, slice):
        key = slice(_slice_bound(key.start), _slice_bound(key.stop), _slice_bound(key.step))
        if not _is_bytes(_unwrap(value)) and not _is_view(value):
            if _special(value, "__buffer__") is None:
                raise TypeError(f"a bytes-like object is required, not '{_type_name(value)}'")
            value = memoryview(value)
        self[key] = value
        return
    if _special(key, "__index__") is None:
        raise TypeError("memoryview: invalid slice key")
    key = _to_index(key)
    if self.format in "fd" and _special(value, "__float__") is not None:
        value = float(value)
    elif _special(value, "__index__") is not None:
        value = _to_index(value)
    else:
        raise TypeError(f"memoryview: invalid type for format '{self.format}'")
    self[key] = value


def _slice_bound(x):
    return None if x is None else _to_index(x)


def memoryview___contains__(self, value):
    for x in self.tolist():
        if x is value or x == value:
            return True
    return False


def memoryview_hex(self, sep=_missing, bytes_per_sep=1):
    if sep is _missing:
        return self.tobytes().hex()
    return self.tobytes().hex(sep, bytes_per_sep)
