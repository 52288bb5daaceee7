# ctypes, part structures: Structure, Union and their fields.


class _Field(property):
    __module__ = "_ctypes"

    def __repr__(self):
        return f"<Field type={self.type_name}, ofs={self.offset}, size={self.size}>"


_Field.__name__ = "CField"


def _make_field(name, cls, offset):
    address = f"self._addr_ + {offset}" if offset else "self._addr_"
    set = None
    if _is_plain(cls) and cls is not py_object:
        get = _define(f"def field(self):\n    return {_load_text(cls, address)}\n")
        check = _plain_check(cls, "value")
        if check is not None:
            short = _CODES[cls._type_][0]
            fast = _define("def field(self, value):\n"
                           f"    if {check}:\n"
                           f"        _store_{short}({address}, value)\n"
                           "        return True\n"
                           "    return False\n")

            def set(self, value):
                if not fast(self, value):
                    _assign(cls, self._addr_ + offset, value, self)
    elif cls._ffi_kind_ == "A" and cls._type_ is c_char:
        def get(self):
            return _text_at(self._addr_ + offset, cls._length_)
    elif cls._ffi_kind_ == "A" and cls._type_ is c_wchar:
        def get(self):
            return _wide_at(self._addr_ + offset, cls._length_, True)
    elif cls._ffi_kind_ == "F":
        def get(self):
            return cls(_load_Q(self._addr_ + offset))
    else:
        def get(self):
            return _at(cls, self._addr_ + offset, self)
    if set is None:
        def set(self, value):
            _assign(cls, self._addr_ + offset, value, self)
    field = _Field(get, set)
    field.type_name = cls.__name__
    field.offset = offset
    field.size = cls._size_
    return field


def _lay_out(cls, fields, union):
    if not isinstance(fields, (list, tuple)):
        raise TypeError("_fields_ must be a sequence of pairs")
    if cls.__dict__.get("_laid_out_"):
        raise AttributeError("_fields_ is final")
    base = cls.__base__
    size = base._size_ or 0
    align = getattr(base, "_align_", 1) if base._size_ is not None else 1
    names = list(base._names_)
    types = list(base._types_)
    offsets = list(base._offsets_)
    pack = getattr(cls, "_pack_", None)
    if pack is not None and (not isinstance(pack, int) or pack < 0):
        raise ValueError("pack must be a non-negative integer")
    for row in fields:
        if not isinstance(row, tuple) or len(row) < 2 or not isinstance(row[0], str):
            raise TypeError("_fields_ must be a sequence of (name, C type) pairs")
        name, kind = row[0], row[1]
        if len(row) > 2:
            raise NotImplementedError("ctypes: bit fields are not supported by Hothouse "
                                      f"(field '{name}' of {cls.__name__})")
        if not _is_ctype(kind) or kind._size_ is None:
            raise TypeError("second item in _fields_ tuple (index "
                            f"{len(names) - len(base._names_)}) must be a C type")
        a = kind._align_
        if pack:
            a = min(a, pack)
        if union:
            offset = 0
            size = max(size, kind._size_)
        else:
            offset = (size + a - 1) // a * a
            size = offset + kind._size_
        align = max(align, a)
        type.__setattr__(cls, name, _make_field(name, kind, offset))
        names.append(name)
        types.append(kind)
        offsets.append(offset)
        kind._laid_out_ = True
    cls._size_ = (size + align - 1) // align * align
    cls._align_ = align
    cls._names_ = names
    cls._types_ = types
    cls._offsets_ = offsets
    cls._laid_out_ = True
    for name in getattr(cls, "_anonymous_", ()):
        if name not in names:
            raise AttributeError(name)
        k = names.index(name)
        inner = types[k]
        if inner._ffi_kind_ != "S":
            raise TypeError(f"'{name}' is specified in _anonymous_ but not in _fields_")
        for n, t, o in zip(inner._names_, inner._types_, inner._offsets_):
            type.__setattr__(cls, n, _make_field(n, t, offsets[k] + o))


class _StructMeta(_Meta):
    __module__ = "_ctypes"

    def __new__(meta, name, bases, names):
        cls = type.__new__(meta, name, bases, names)
        if bases == (_CData,):
            return cls
        if "_fields_" in names:
            _lay_out(cls, names["_fields_"], meta._is_union)
        elif cls._size_ is None:
            cls._size_ = 0
            cls._align_ = 1
        return cls

    def __setattr__(cls, name, value):
        type.__setattr__(cls, name, value)
        if name == "_fields_":
            _lay_out(cls, value, type(cls)._is_union)


class PyCStructType(_StructMeta):
    __module__ = "_ctypes"
    _is_union = False


class UnionType(_StructMeta):
    __module__ = "_ctypes"
    _is_union = True


def _init_fields(self, args, kwargs):
    names = self._names_
    if len(args) > len(names):
        raise TypeError("too many initializers")
    for name, value in zip(names, args):
        if name in kwargs:
            raise TypeError(f"duplicate values for field {name!r}")
        setattr(self, name, value)
    for name in kwargs:
        setattr(self, name, kwargs[name])


class Structure(_CData, metaclass=PyCStructType):
    __module__ = "_ctypes"
    _ffi_kind_ = "S"
    _names_ = []
    _types_ = []
    _offsets_ = []

    def __init__(self, *args, **kwargs):
        _init_fields(self, args, kwargs)


class Union(_CData, metaclass=UnionType):
    __module__ = "_ctypes"
    _ffi_kind_ = "S"
    _names_ = []
    _types_ = []
    _offsets_ = []

    def __init__(self, *args, **kwargs):
        _init_fields(self, args, kwargs)


# The structure as libffi needs to know it to pass it by value: its parts, flat.
def _struct_type(cls):
    made = cls.__dict__.get("_struct_type_")
    if made is None:
        if issubclass(cls, Union):
            raise TypeError("item 1 in _argtypes_ passes a union by value, which is unsupported.")
        parts = []
        for kind in cls._types_:
            _flatten(kind, parts)
        made = _c.struct_type(cls._size_, cls._align_, tuple(parts))
        type.__setattr__(cls, "_struct_type_", made)
    return made


def _flatten(kind, parts):
    if kind._ffi_kind_ == "s":
        parts.append(kind._type_)
    elif kind._ffi_kind_ == "A":
        for _ in range(kind._length_):
            _flatten(kind._type_, parts)
    elif kind._ffi_kind_ == "S":
        parts.append(_struct_type(kind))
    else:
        parts.append("P")
