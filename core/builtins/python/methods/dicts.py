# Methods of dicts and mapping proxies with arbitrary mappings, and with keys that have a __hash__ or
# __eq__ of their own. Named type_method; see builtins/iteration.py.


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


# Keys with methods of their own. _find_key(table, hash, n) is the number of the n-th entry in
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


def mappingproxy___contains__(self, key):
    return key in _viewed(self)


def mappingproxy___str__(self):
    return str(_viewed(self))


def mappingproxy___repr__(self):
    return f"mappingproxy({_viewed(self)!r})"


def mappingproxy___eq__(self, value):
    return _viewed(self) == value


def mappingproxy___ne__(self, value):
    return _viewed(self) != value


def mappingproxy___or__(self, value):
    if type(value) is type(type.__dict__):
        value = _viewed(value)
    return _viewed(self) | value


def mappingproxy___ror__(self, value):
    return value | _viewed(self)
