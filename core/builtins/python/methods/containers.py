# Methods of containers with arguments or elements that run Python code: arbitrary iterables, keys
# with __hash__ or __eq__ of their own. Named type_method; see builtins/iteration.py.


def list_extend(self, iterable):
    row = _unwrap(self)
    if iterable is self:
        iterable = row[:]
    for x in iterable:
        row.append(x)


def list___iadd__(self, iterable):
    list_extend(self, iterable)
    return self


def list_index(self, value, start=0, stop=9223372036854775807):
    row = _unwrap(self)
    start = _slice_index(start)
    stop = _slice_index(stop)
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
    raise ValueError(f"{value!r} is not in list")


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


def list_insert(self, index, value):
    _unwrap(self).insert(_to_index(index), value)


def list_pop(self, index=-1):
    return _unwrap(self).pop(_to_index(index))


def list___mul__(self, count):
    if _special(count, "__index__") is None:
        return NotImplemented
    return _unwrap(self) * _to_index(count)


def tuple___getitem__(self, index):
    return _unwrap(self)[_to_index_or_slice(index, "tuple")]


def str___getitem__(self, index):
    return _unwrap(self)[_to_index_or_slice(index, "string")]


def bytes___getitem__(self, index):
    return _unwrap(self)[_to_index_or_slice(index, "byte")]


def range___getitem__(self, index):
    return self[_to_index_or_slice(index, "range")]


def _slice_index(x):
    if x is None or _is_int(x):
        return x
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
    row = _unwrap(self)
    start = _slice_index(start)
    stop = _slice_index(stop)
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
    raise ValueError("tuple.index(x): x not in tuple")


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


def dict_update(self, x=_missing, kwargs=None):
    d = _unwrap(self)
    if x is not _missing:
        if _is_dict(x) and not _overridden(x, "__iter__"):
            for k, v in dict.items(x):
                d[k] = v
        elif hasattr(x, "keys"):
            for k in x.keys():
                d[k] = x[k]
        else:
            i = 0
            for pair in x:
                try:
                    row = list(pair)
                except TypeError:
                    if _special(pair, "__iter__") is not None:
                        raise
                    raise TypeError("cannot convert dictionary update sequence element "
                                    f"#{i} to a sequence") from None
                if len(row) != 2:
                    raise ValueError(f"dictionary update sequence element #{i} has length "
                                     f"{len(row)}; 2 is required")
                d[row[0]] = row[1]
                i += 1
    if kwargs:
        for k, v in kwargs.items():
            d[k] = v


def dict___ior__(self, other):
    dict_update(self, other)
    return self


def dict___or__(self, other):
    if not _is_dict(other) or not _is_dict(self):
        return NotImplemented
    result = dict(_unwrap(self))
    dict_update(result, other)
    return result


def dict_fromkeys(cls, iterable, value=None):
    result = {} if cls is dict else cls()
    for k in iterable:
        result[k] = value
    return result


# --- keys with methods of their own. _find_key(table, hash, n) is the number of the n-th entry in
# probe order whose hash is `hash`, or -1; _key_at its key.


def _find_entry(table, key, h):
    n = 0
    i = _find_key(table, h, 0)
    while i >= 0:
        k = _key_at(table, i)
        if k is key:
            return i
        same = k == key
        if _key_at(table, i) is not k:  # the comparison has changed the table: once more
            n = 0
        elif same:
            return i
        else:
            n += 1
        i = _find_key(table, h, n)
    return -1


def dict___getitem__(self, key):
    d = _unwrap(self)
    i = _find_entry(d, key, hash(key))
    if i >= 0:
        return _value_at(d, i)
    if type(self) is not dict:
        f = _special(self, "__missing__")
        if f is not None:
            return f(self, key)
    _raise_key_error(key)


def dict___setitem__(self, key, value):
    d = _unwrap(self)
    h = hash(key)
    i = _find_entry(d, key, h)
    if i >= 0:
        _set_value_at(d, i, value)
    else:
        _add_entry(d, key, h, value)


def dict___delitem__(self, key):
    d = _unwrap(self)
    i = _find_entry(d, key, hash(key))
    if i < 0:
        _raise_key_error(key)
    _remove_entry(d, i)


def dict___contains__(self, key):
    return _find_entry(_unwrap(self), key, hash(key)) >= 0


def mappingproxy___getitem__(self, key):
    return _viewed(self)[key]


def mappingproxy_get(self, key, default=None):
    return _viewed(self).get(key, default)


def dict_get(self, key, default=None):
    d = _unwrap(self)
    i = _find_entry(d, key, hash(key))
    return default if i < 0 else _value_at(d, i)


def dict_setdefault(self, key, default=None):
    d = _unwrap(self)
    h = hash(key)
    i = _find_entry(d, key, h)
    if i >= 0:
        return _value_at(d, i)
    _add_entry(d, key, h, default)
    return default


def dict_pop(self, key, default=_missing):
    d = _unwrap(self)
    i = _find_entry(d, key, hash(key))
    if i < 0:
        if default is _missing:
            _raise_key_error(key)
        return default
    v = _value_at(d, i)
    _remove_entry(d, i)
    return v


def dict___eq__(self, other):
    if not _is_dict(other):
        return NotImplemented
    a = _unwrap(self)
    b = _unwrap(other)
    if len(a) != len(b):
        return False
    for k, x in a.items():
        i = _find_entry(b, k, hash(k))
        if i < 0:
            return False
        y = _value_at(b, i)
        if not (x is y or x == y):
            return False
    return True


def dict___ne__(self, other):
    r = dict___eq__(self, other)
    return r if r is NotImplemented else not r


def set_add(self, key):
    s = _unwrap(self)
    h = hash(key)
    if _find_entry(s, key, h) < 0:
        _add_entry(s, key, h, None)


def set_discard(self, key):
    s = _unwrap(self)
    key = _set_key(key)
    i = _find_entry(s, key, hash(key))
    if i >= 0:
        _remove_entry(s, i)


# A set is looked for as the frozenset it would be.
def _set_key(key):
    if _is_set(key) and not _is_frozen(key):
        try:
            hash(key)
        except TypeError:
            return _frozen(_unwrap(key))
    return key


def set_remove(self, key):
    s = _unwrap(self)
    wanted = key
    key = _set_key(key)
    i = _find_entry(s, key, hash(key))
    if i < 0:
        _raise_key_error(wanted)
    _remove_entry(s, i)


def set___contains__(self, key):
    key = _set_key(key)
    return _find_entry(_unwrap(self), key, hash(key)) >= 0


def frozenset___contains__(self, key):
    key = _set_key(key)
    return _find_entry(_unwrap(self), key, hash(key)) >= 0


def dict_keys___contains__(self, key):
    return _find_entry(self, key, hash(key)) >= 0


def mappingproxy___contains__(self, key):
    return _find_entry(self, key, hash(key)) >= 0


def dict_items___contains__(self, item):
    key, value = item
    i = _find_entry(self, key, hash(key))
    if i < 0:
        return False
    found = _value_at(self, i)
    return found is value or bool(found == value)


def set_update(self, others=()):
    s = _unwrap(self)
    for other in others:
        if other is not self:
            for x in other:
                s.add(x)


# A set of the elements of any iterable; sets as they are.
def _as_set(x):
    if _is_set(x):
        return _unwrap(x)
    result = set()
    for e in x:
        result.add(e)
    return result


# The result of a set operation in the kind of the left operand.
def _like(self, result):
    return _frozen(result) if _is_frozen(self) else result


def set_union(self, others=()):
    result = set()
    for x in _unwrap(self):
        result.add(x)
    for other in others:
        for x in other:
            result.add(x)
    return _like(self, result)


def set_intersection(self, others=()):
    result = _unwrap(self)
    for other in others:
        other = _as_set(other)
        kept = set()
        small, large = (result, other) if len(result) <= len(other) else (other, result)
        for x in small:
            if x in large:
                kept.add(x)
        result = kept
    if not others:
        result = set(result)
    return _like(self, result)


def set_difference(self, others=()):
    result = set()
    for x in _unwrap(self):
        result.add(x)
    for other in others:
        for x in other:
            result.discard(x)
    return _like(self, result)


def set_symmetric_difference(self, other):
    other = _as_set(other)
    mine = _unwrap(self)
    result = set()
    for x in mine:
        if x not in other:
            result.add(x)
    for x in other:
        if x not in mine:
            result.add(x)
    return _like(self, result)


def set_intersection_update(self, others=()):
    kept = set_intersection(self, others)
    s = _unwrap(self)
    s.clear()
    for x in kept:
        s.add(x)


def set_difference_update(self, others=()):
    s = _unwrap(self)
    for other in others:
        if other is self:
            s.clear()
        else:
            for x in other:
                s.discard(x)


def set_symmetric_difference_update(self, other):
    result = set_symmetric_difference(self, other)
    s = _unwrap(self)
    s.clear()
    for x in result:
        s.add(x)


def set_isdisjoint(self, other):
    mine = _unwrap(self)
    for x in other:
        if x in mine:
            return False
    return True


def set_issubset(self, other):
    other = _as_set(other)
    for x in _unwrap(self):
        if x not in other:
            return False
    return True


def set_issuperset(self, other):
    mine = _unwrap(self)
    for x in other:
        if x not in mine:
            return False
    return True


# The operators of views take any iterable.
def _view_with(self, other):
    if _is_set(other) or _is_set_view(other):
        return set(self), other
    return (set(self), set(other)) if _special(other, "__iter__") is not None else (None, None)


def _is_set_view(x):
    return type(x) is _keys_type() or type(x) is _items_type()


def _keys_type():
    return type({}.keys())


def _items_type():
    return type({}.items())


def dict_keys___or__(self, other):
    a, b = _view_with(self, other)
    return NotImplemented if a is None else set_union(a, (b,))


def dict_keys___and__(self, other):
    a, b = _view_with(self, other)
    return NotImplemented if a is None else set_intersection(a, (b,))


def dict_keys___sub__(self, other):
    a, b = _view_with(self, other)
    return NotImplemented if a is None else set_difference(a, (b,))


def dict_keys___xor__(self, other):
    a, b = _view_with(self, other)
    return NotImplemented if a is None else set_symmetric_difference(a, b)


def dict_items___or__(self, other):
    return dict_keys___or__(self, other)


def dict_items___and__(self, other):
    return dict_keys___and__(self, other)


def dict_items___sub__(self, other):
    return dict_keys___sub__(self, other)


def dict_items___xor__(self, other):
    return dict_keys___xor__(self, other)


def set___or__(self, other):
    if not _is_set(other):
        return NotImplemented
    return set_union(self, (other,))


def set___and__(self, other):
    if not _is_set(other):
        return NotImplemented
    return set_intersection(self, (other,))


def set___sub__(self, other):
    if not _is_set(other):
        return NotImplemented
    return set_difference(self, (other,))


def set___xor__(self, other):
    if not _is_set(other):
        return NotImplemented
    return set_symmetric_difference(self, other)


def set___ior__(self, other):
    if not _is_set(other):
        return NotImplemented
    set_update(self, (other,))
    return self


def set___iand__(self, other):
    if not _is_set(other):
        return NotImplemented
    set_intersection_update(self, (other,))
    return self


def set___isub__(self, other):
    if not _is_set(other):
        return NotImplemented
    set_difference_update(self, (other,))
    return self


def set___ixor__(self, other):
    if not _is_set(other):
        return NotImplemented
    set_symmetric_difference_update(self, other)
    return self


def set___eq__(self, other):
    if not _is_set(other):
        return NotImplemented
    return len(self) == len(other) and set_issubset(self, other)


def set___ne__(self, other):
    if not _is_set(other):
        return NotImplemented
    return not set___eq__(self, other)


def set___le__(self, other):
    if not _is_set(other):
        return NotImplemented
    return len(self) <= len(other) and set_issubset(self, other)


def set___lt__(self, other):
    if not _is_set(other):
        return NotImplemented
    return len(self) < len(other) and set_issubset(self, other)


def set___ge__(self, other):
    if not _is_set(other):
        return NotImplemented
    return len(self) >= len(other) and set_issuperset(self, other)


def set___gt__(self, other):
    if not _is_set(other):
        return NotImplemented
    return len(self) > len(other) and set_issuperset(self, other)


def frozenset___hash__(self):
    acc = 0
    for x in _unwrap(self):
        acc ^= _shuffle_bits(hash(x))
    return _finish_set_hash(acc, len(self))


# --- str and bytes


def str_join(self, iterable):
    row = []
    if _special(iterable, "__iter__") is None and _special(iterable, "__getitem__") is None:
        raise TypeError("can only join an iterable")
    for x in iterable:
        row.append(x)
    return str.join(self, row)


def bytes_join(self, iterable):
    row = []
    if _special(iterable, "__iter__") is None and _special(iterable, "__getitem__") is None:
        raise TypeError("can only join an iterable")
    for x in iterable:
        row.append(x)
    return bytes.join(self, row)


def bytearray_extend(self, iterable):
    for x in iterable:
        self.append(_to_index(x))


# --- ranges and slices with other values than ints


def range___contains__(self, value):
    for x in self:
        if x is value or x == value:
            return True
    return False


def range_count(self, value):
    n = 0
    for x in self:
        if x is value or x == value:
            n += 1
    return n


def range_index(self, value):
    i = 0
    for x in self:
        if x is value or x == value:
            return i
        i += 1
    raise ValueError("sequence.index(x): x not in sequence")


def _slice_parts(x):
    return x.start, x.stop, x.step


def slice___eq__(self, other):
    return _slice_parts(self) == _slice_parts(other)


def slice___ne__(self, other):
    return _slice_parts(self) != _slice_parts(other)


def slice___lt__(self, other):
    return _slice_parts(self) < _slice_parts(other)


def slice___le__(self, other):
    return _slice_parts(self) <= _slice_parts(other)


def slice___gt__(self, other):
    return _slice_parts(self) > _slice_parts(other)


def slice___ge__(self, other):
    return _slice_parts(self) >= _slice_parts(other)


def slice_indices(self, length):
    length = _to_index(length)
    if length < 0:
        raise ValueError("length should not be negative")
    step = 1 if self.step is None else _slice_index(self.step)
    if step == 0:
        raise ValueError("slice step cannot be zero")
    low, high = (-1, length - 1) if step < 0 else (0, length)

    def end(value, otherwise):
        if value is None:
            return otherwise
        value = _slice_index(value)
        return max(value + length, low) if value < 0 else min(value, high)
    if step < 0:
        return end(self.start, high), end(self.stop, low), step
    return end(self.start, low), end(self.stop, high), step


def _slice_index(x):
    if _special(x, "__index__") is None:
        raise TypeError("slice indices must be integers or None or have an __index__ method")
    return _to_index(x)
