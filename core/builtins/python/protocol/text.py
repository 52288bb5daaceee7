# str(), repr(), format() of objects of Python classes.


def to_str(x):
    f = _special(x, "__str__")
    r = f(x)
    if type(r) is not str and not _is_str(r):
        raise TypeError(f"__str__ returned non-string (type {_type_name(r)})")
    return r


def to_repr(x):
    f = _special(x, "__repr__")
    r = f(x)
    if type(r) is not str and not _is_str(r):
        raise TypeError(f"__repr__ returned non-string (type {_type_name(r)})")
    return r


def to_ascii(x):
    return _ascii_of(to_repr(x))


def to_format(x, spec=""):
    if not _is_str(spec):
        raise TypeError(f"format() argument 2 must be str, not {_type_name(spec)}")
    f = _special(x, "__format__")
    r = f(x, spec)
    if type(r) is not str and not _is_str(r):
        raise TypeError(f"__format__ must return a str, not {_type_name(r)}")
    return r


def object___str__(self):
    return to_repr(self)


def object___format__(self, spec):
    if spec != "":
        raise TypeError(f"unsupported format string passed to {_type_name(self)}.__format__")
    return str(self)


# Without a specification the text of an instance is what its class says.
def str___format__(self, spec):
    return str(self)


def int___format__(self, spec):
    return str(self)


def float___format__(self, spec):
    return str(self)


def object___ne__(self, other):
    f = _special(self, "__eq__")
    if f is None:
        return NotImplemented
    r = f(self, other)
    if r is NotImplemented:
        return r
    return not r


# The repr of containers whose elements' repr is Python code. _repr_enter answers False where the
# object is being shown already.
def list___repr__(self):
    if not _repr_enter(self):
        return "[...]"
    try:
        return "[" + ", ".join([repr(x) for x in _items(self)]) + "]"
    finally:
        _repr_leave()


def tuple___repr__(self):
    if not _repr_enter(self):
        return "(...)"
    try:
        row = [repr(x) for x in _items(self)]
        if len(row) == 1:
            return "(" + row[0] + ",)"
        return "(" + ", ".join(row) + ")"
    finally:
        _repr_leave()


def dict___repr__(self):
    if not _repr_enter(self):
        return "{...}"
    try:
        return "{" + ", ".join([repr(k) + ": " + repr(v) for k, v in dict.items(self)]) + "}"
    finally:
        _repr_leave()


def set___repr__(self):
    if not _repr_enter(self):
        return _type_name(self) + "(...)"
    try:
        text = ", ".join([repr(x) for x in _items(self)])
        if type(self) is set:
            return "{" + text + "}" if text else "set()"
        return _type_name(self) + ("({" + text + "})" if text else "()")
    finally:
        _repr_leave()


def frozenset___repr__(self):
    return set___repr__(self)


def _view_repr(self):
    if not _repr_enter(self):
        return "..."
    try:
        return _type_name(self) + "([" + ", ".join([repr(x) for x in self]) + "])"
    finally:
        _repr_leave()


def dict_keys___repr__(self):
    return _view_repr(self)


def dict_values___repr__(self):
    return _view_repr(self)


def dict_items___repr__(self):
    return _view_repr(self)


def slice___repr__(self):
    return f"slice({self.start!r}, {self.stop!r}, {self.step!r})"


def BaseException___repr__(self):
    args = self.args
    if len(args) == 1:
        return _type_name(self) + "(" + repr(args[0]) + ")"
    return _type_name(self) + repr(args)


def BaseException___str__(self):
    args = self.args
    if not args:
        return ""
    if len(args) == 1:
        return str(args[0])
    return repr(args)


def KeyError___str__(self):
    args = self.args
    if len(args) == 1:
        return repr(args[0])
    return BaseException___str__(self)


def method___repr__(self):
    return f"<bound method {getattr(self.__func__, '__qualname__', '?')} of {self.__self__!r}>"


def staticmethod___repr__(self):
    return f"<staticmethod({self.__func__!r})>"


def classmethod___repr__(self):
    return f"<classmethod({self.__func__!r})>"
