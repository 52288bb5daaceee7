# memoryview: views of the bytes of bytes and bytearray objects, element type B.
#
# Primitives (core/builtins/types/memoryview_rows.cpp): _view(source, start, length, stride) makes
# one, _view_parts(view) gives these four.


def new_memoryview(source):
    parts = _view_parts(source)
    if parts is not None:
        return _view(*parts)
    f = _special(source, "__buffer__")
    if f is not None:
        return f(source, 0)
    source = _unwrap(source)
    if not _is_bytes(source):
        raise TypeError(f"memoryview: a bytes-like object is required, not '{_type_name(source)}'")
    return _view(source, 0, len(source), 1)


def memoryview___getitem__(self, key):
    source, start, length, stride = _view_parts(self)
    if isinstance(key, slice):
        first, last, step = key.indices(length)
        return _view(source, start + first * stride, len(range(first, last, step)), stride * step)
    if _special(key, "__index__") is None:
        raise TypeError("memoryview: invalid slice key")
    return source[_view_index(key, start, length, stride)]


def _view_index(key, start, length, stride):
    i = _to_index(key)
    if i < 0:
        i += length
    if i < 0 or i >= length:
        raise IndexError("index out of bounds on dimension 1")
    return start + i * stride


def memoryview___setitem__(self, key, value):
    source, start, length, stride = _view_parts(self)
    if isinstance(source, bytes):
        raise TypeError("cannot modify read-only memory")
    if isinstance(key, slice):
        first, last, step = key.indices(length)
        places = range(first, last, step)
        if not _is_bytes(_unwrap(value)) and _view_parts(value) is None:
            raise TypeError(f"a bytes-like object is required, not '{_type_name(value)}'")
        row = bytes(value)
        if len(row) != len(places):
            raise ValueError("memoryview assignment: lvalue and rvalue have different structures")
        i = 0
        for p in places:
            source[start + p * stride] = row[i]
            i += 1
        return
    if _special(key, "__index__") is None:
        raise TypeError("memoryview: invalid slice key")
    i = _view_index(key, start, length, stride)
    if _special(value, "__index__") is None:
        raise TypeError("memoryview: invalid type for format 'B'")
    value = _to_index(value)
    if value < 0 or value > 255:
        raise ValueError("memoryview: invalid value for format 'B'")
    source[i] = value


def memoryview___iter__(self):
    return iter(self.tobytes())


def memoryview___contains__(self, value):
    for x in self.tobytes():
        if x is value or x == value:
            return True
    return False


def memoryview___hash__(self):
    if not self.readonly:
        raise ValueError("cannot hash writable memoryview object")
    return hash(self.tobytes())


def memoryview___enter__(self):
    _view_parts(self)
    return self


def memoryview_tolist(self):
    return list(self.tobytes())


def memoryview_hex(self, sep=_missing, bytes_per_sep=1):
    if sep is _missing:
        return self.tobytes().hex()
    return self.tobytes().hex(sep, bytes_per_sep)


def memoryview_cast(self, format):
    if format == "B":
        return _view(*_view_parts(self))
    import array
    return array._view_as(self, format)


def memoryview_toreadonly(self):
    raise NotImplementedError("memoryview.toreadonly is not supported by Hothouse")
