# Methods of lists, tuples, strings and bytes whose arguments or elements run Python code: arbitrary
# iterables, indices with __index__, elements with __eq__ of their own. Named type_method; see
# builtins/iteration.py.


def list_extend(self, iterable):
    row = _unwrap(self)
    if iterable is self:
        iterable = row[:]
    for x in iterable:
        row.append(x)


def list___iadd__(self, iterable):
    list_extend(self, iterable)
    return self


# The number of the first element from `start` to before `stop` that equals the value, or -1.
def _position(self, value, start, stop):
    row = _unwrap(self)
    start = _bound(start)
    stop = _bound(stop)
    if start < 0:
        start = max(start + len(row), 0)
    if stop < 0:
        stop = max(stop + len(row), 0)
    i = start
    while i < stop and i < len(row):
        x = row[i]
        if x is value or x == value:
            return i
        i += 1
    return -1


def list_index(self, value, start=0, stop=9223372036854775807):
    i = _position(self, value, start, stop)
    if i < 0:
        raise ValueError(f"{value!r} is not in list")
    return i


def list_count(self, value):
    n = 0
    for x in _items(self):
        if x is value or x == value:
            n += 1
    return n


def list_remove(self, value):
    row = _unwrap(self)
    i = 0
    while i < len(row):
        x = row[i]
        if x is value or x == value:
            del row[i]
            return
        i += 1
    raise ValueError("list.remove(x): x not in list")


def list___contains__(self, value):
    for x in _items(self):
        if x is value or x == value:
            return True
    return False


def list___getitem__(self, index):
    return _unwrap(self)[_to_index_or_slice(index, "list")]


def list___setitem__(self, index, value):
    if isinstance(index, slice):
        row = []
        if _special(value, "__iter__") is None and _special(value, "__getitem__") is None:
            raise TypeError("can only assign an iterable")
        for x in value:
            row.append(x)
        value = row
    _unwrap(self)[_to_index_or_slice(index, "list")] = value


def list___delitem__(self, index):
    del _unwrap(self)[_to_index_or_slice(index, "list")]


def tuple___getitem__(self, index):
    return _unwrap(self)[_to_index_or_slice(index, "tuple")]


def str___getitem__(self, index):
    return _unwrap(self)[_to_index_or_slice(index, "string")]


def bytes___getitem__(self, index):
    return _unwrap(self)[_to_index_or_slice(index, "byte")]


def range___getitem__(self, index):
    return self[_to_index_or_slice(index, "range")]


def _bound(x):
    if _special(x, "__index__") is None:
        raise TypeError("slice indices must be integers or have an __index__ method")
    return _to_index(x)


def _slice_index(x):
    if x is None:
        return x
    if _is_int(x):
        return _unwrap(x)
    if _special(x, "__index__") is None:
        raise TypeError("slice indices must be integers or None or have an __index__ method")
    return _to_index(x)


def _to_index_or_slice(index, what):
    if isinstance(index, slice):
        return slice(_slice_index(index.start), _slice_index(index.stop), _slice_index(index.step))
    if _special(index, "__index__") is None:
        if what == "byte":
            raise TypeError(f"byte indices must be integers or slices, not {_type_name(index)}")
        if what == "string":
            raise TypeError(f"string indices must be integers, not '{_type_name(index)}'")
        raise TypeError(f"{what} indices must be integers or slices, not {_type_name(index)}")
    return _to_index(index)


def tuple_index(self, value, start=0, stop=9223372036854775807):
    i = _position(self, value, start, stop)
    if i < 0:
        raise ValueError("tuple.index(x): x not in tuple")
    return i


def tuple_count(self, value):
    return list_count(self, value)


def tuple___contains__(self, value):
    for x in _items(self):
        if x is value or x == value:
            return True
    return False


# Comparison of rows: elements by identity first, then ==; the first that differ decide.


def _first_difference(a, b):
    n = min(len(a), len(b))
    i = 0
    while i < n:
        x = a[i]
        y = b[i]
        if not (x is y or x == y):
            return i
        i += 1
    return -1


def list___eq__(self, other):
    if not _same_kind(self, other):
        return NotImplemented
    a = _unwrap(self)
    b = _unwrap(other)
    return len(a) == len(b) and _first_difference(a, b) < 0


def list___ne__(self, other):
    if not _same_kind(self, other):
        return NotImplemented
    return not list___eq__(self, other)


def list___lt__(self, other):
    if not _same_kind(self, other):
        return NotImplemented
    a = _unwrap(self)
    b = _unwrap(other)
    i = _first_difference(a, b)
    return len(a) < len(b) if i < 0 else a[i] < b[i]


def list___le__(self, other):
    if not _same_kind(self, other):
        return NotImplemented
    a = _unwrap(self)
    b = _unwrap(other)
    i = _first_difference(a, b)
    return len(a) <= len(b) if i < 0 else a[i] <= b[i]


def list___gt__(self, other):
    if not _same_kind(self, other):
        return NotImplemented
    a = _unwrap(self)
    b = _unwrap(other)
    i = _first_difference(a, b)
    return len(a) > len(b) if i < 0 else a[i] > b[i]


def list___ge__(self, other):
    if not _same_kind(self, other):
        return NotImplemented
    a = _unwrap(self)
    b = _unwrap(other)
    i = _first_difference(a, b)
    return len(a) >= len(b) if i < 0 else a[i] >= b[i]


def tuple___eq__(self, other):
    return list___eq__(self, other)


def tuple___ne__(self, other):
    return list___ne__(self, other)


def tuple___lt__(self, other):
    return list___lt__(self, other)


def tuple___le__(self, other):
    return list___le__(self, other)


def tuple___gt__(self, other):
    return list___gt__(self, other)


def tuple___ge__(self, other):
    return list___ge__(self, other)


# CPython's tuple hash (xxHash of the elements' hashes).
def tuple___hash__(self):
    acc = 2870177450012600261
    row = _unwrap(self)
    for x in row:
        acc = (acc + (hash(x) & 0xFFFFFFFFFFFFFFFF) * 14029467366897019727) & 0xFFFFFFFFFFFFFFFF
        acc = ((acc << 31) & 0xFFFFFFFFFFFFFFFF) | (acc >> 33)
        acc = acc * 11400714785074694791 & 0xFFFFFFFFFFFFFFFF
    acc = (acc + (len(row) ^ (2870177450012600261 ^ 3527539))) & 0xFFFFFFFFFFFFFFFF
    if acc == 0xFFFFFFFFFFFFFFFF:
        return 1546275796
    return acc - (1 << 64) if acc >> 63 else acc


# --- str and bytes


def str_join(self, iterable):
    row = []
    if _special(iterable, "__iter__") is None and _special(iterable, "__getitem__") is None:
        raise TypeError("can only join an iterable")
    for x in iterable:
        row.append(x)
    return str.join(self, row)


def bytes___contains__(self, key):
    if _special(key, "__index__") is not None:
        return _to_index(key) in self
    if _special(key, "__buffer__") is not None:
        return memoryview(key).tobytes() in self
    raise TypeError(f"a bytes-like object is required, not '{_type_name(key)}'")


def bytes___add__(self, value):
    if _special(value, "__buffer__") is None:
        return NotImplemented
    return self + memoryview(value).tobytes()


def bytes_join(self, iterable):
    row = []
    if _special(iterable, "__iter__") is None and _special(iterable, "__getitem__") is None:
        raise TypeError("can only join an iterable")
    for x in iterable:
        row.append(_buffer_argument(x))
    return (bytearray if isinstance(self, bytearray) else bytes).join(self, row)


def bytearray_extend(self, iterable):
    if _special(iterable, "__buffer__") is not None:
        iterable = memoryview(iterable).tobytes()
    row = []  # first, so that a failure leaves the bytearray as it was
    for x in iterable:
        n = _to_index(x)
        if not 0 <= n <= 255:
            raise ValueError("byte must be in range(0, 256)")
        row.append(n)
    _unwrap(self)[len(self):] = bytes(row)
