# Methods of sets and of dict views with arbitrary iterables, and with elements that have a __hash__
# or __eq__ of their own. Named type_method; see builtins/iteration.py.


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


# The operators of views take any iterable, on either side, and nothing else.
def _view_with(self, other):
    return set(self), set(other)


def _is_set_view(x):
    return type(x) is _keys_type() or type(x) is _items_type()


def _keys_type():
    return type({}.keys())


def _items_type():
    return type({}.items())


def dict_keys___or__(self, other):
    a, b = _view_with(self, other)
    return set_union(a, (b,))


def dict_keys___and__(self, other):
    a, b = _view_with(self, other)
    return set_intersection(a, (b,))


def dict_keys___sub__(self, other):
    a, b = _view_with(self, other)
    return set_difference(a, (b,))


def dict_keys___xor__(self, other):
    a, b = _view_with(self, other)
    return set_symmetric_difference(a, b)


def dict_keys___ror__(self, other):
    a, b = _view_with(self, other)
    return set_union(b, (a,))


def dict_keys___rand__(self, other):
    a, b = _view_with(self, other)
    return set_intersection(b, (a,))


def dict_keys___rsub__(self, other):
    a, b = _view_with(self, other)
    return set_difference(b, (a,))


def dict_keys___rxor__(self, other):
    return dict_keys___xor__(self, other)


def dict_items___ror__(self, other):
    return dict_keys___ror__(self, other)


def dict_items___rand__(self, other):
    return dict_keys___rand__(self, other)


def dict_items___rsub__(self, other):
    return dict_keys___rsub__(self, other)


def dict_items___rxor__(self, other):
    return dict_keys___rxor__(self, other)


def dict_items___or__(self, other):
    return dict_keys___or__(self, other)


def dict_items___and__(self, other):
    return dict_keys___and__(self, other)


def dict_items___sub__(self, other):
    return dict_keys___sub__(self, other)


def dict_items___xor__(self, other):
    return dict_keys___xor__(self, other)


def set___or__(self, other):
    if _is_set_view(other):  # what the view's own operator answers
        return set_union(set(self), (set(other),))
    if not _is_set(other):
        return NotImplemented
    return set_union(self, (other,))


def set___and__(self, other):
    if _is_set_view(other):  # what the view's own operator answers
        return set_intersection(set(self), (set(other),))
    if not _is_set(other):
        return NotImplemented
    return set_intersection(self, (other,))


def set___sub__(self, other):
    if _is_set_view(other):  # what the view's own operator answers
        return set_difference(set(self), (set(other),))
    if not _is_set(other):
        return NotImplemented
    return set_difference(self, (other,))


def set___xor__(self, other):
    if _is_set_view(other):  # what the view's own operator answers
        return set_symmetric_difference(set(self), set(other))
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
