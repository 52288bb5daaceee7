# ctypes, part structures: Structure, Union and their fields.


class _Field(property):
    __module__ = "_ctypes"

    @property
    def offset(self):
        return self._offset

    @property
    def size(self):
        return self._bits_and_size

    def __repr__(self):
        if self.size >> 16:
            return (f"<Field type={self.type_name}, ofs={self.offset}:{self.size & 0xffff}, "
                    f"bits={self.size >> 16}>")
        return f"<Field type={self.type_name}, ofs={self.offset}, size={self.size}>"


_Field.__name__ = "CField"


def _make_field(name, cls, offset):
    address = f"self._addr_ + {offset}" if offset else "self._addr_"
    set = None
    if _is_plain(cls) and cls is not py_object:
        get = _define(f"def field(self):\n    return {_load_text(cls, address)}\n")
        check = _plain_check(cls, "value")
        if check is not None:
            short = _CODES[cls._code_][0]
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
            return _fetch(cls, self._addr_ + offset, self)
    else:
        def get(self):
            return _at(cls, self._addr_ + offset, self)
    if set is None:
        def set(self, value):
            _assign(cls, self._addr_ + offset, value, self)
    return _finish_field(get, set, name, cls, offset, cls._size_)


def _finish_field(get, set, name, cls, offset, size):
    field = _Field(get, set, _cannot_delete)
    field.type_name = cls.__name__
    field._offset = offset
    field._bits_and_size = size
    return field


def _lay_out(cls, fields, union):
    if not isinstance(fields, (list, tuple)):
        raise TypeError("_fields_ must be a sequence of pairs")
    if cls.__dict__.get("_laid_out_"):
        raise AttributeError("_fields_ is final")
    base = cls.__base__
    pack = getattr(cls, "_pack_", None)
    if pack is not None and (not isinstance(pack, int) or pack < 0):
        raise ValueError("pack must be a non-negative integer")
    if not issubclass(base, (Structure, Union)):  # made by the metaclass, without bases
        base = Union if union else Structure
    layout = _Layout(base._size_ or 0, base._align_ if base._size_ is not None else 1, pack,
                     hasattr(cls, "_swappedbytes_"))
    names = list(base._names_)
    types = list(base._types_)
    offsets = list(base._offsets_)
    bit_fields = dict(base._bit_fields_)
    reached = dict(base._reached_)
    size = layout.size
    for k, row in enumerate(fields):
        if not isinstance(row, tuple) or not 2 <= len(row) <= 3 or not isinstance(row[0], str):
            raise TypeError("_fields_ must be a sequence of (name, C type) pairs")
        name, kind = row[0], row[1]
        if not _is_ctype(kind) or kind._size_ is None:
            raise TypeError(f"second item in _fields_ tuple (index {k}) must be a C type")
        if union:
            layout.size = layout.at = 0
        if len(row) == 3:
            if not isinstance(row[2], int):
                raise TypeError("_fields_ must be a sequence of (name, C type) pairs")
            _check_bits(kind, row[2])
            if union:
                layout.open = 0
            offset, low = layout.place_bits(kind, row[2])
            bit_fields[name] = (low, row[2])
            field = _make_bit_field(name, kind, offset, low, row[2])
        else:
            offset = layout.place(kind)
            field = _make_field(name, kind, offset)
        size = max(size, layout.size)
        type.__setattr__(cls, name, field)
        names.append(name)
        types.append(kind)
        offsets.append(offset)
        reached[name] = (kind, offset)
        kind._laid_out_ = True
        if kind is cls:
            raise AttributeError("Structure or union cannot contain itself")
    align = layout.align
    cls._size_ = (size + align - 1) // align * align
    cls._align_ = align
    cls._names_ = names
    cls._types_ = types
    cls._offsets_ = offsets
    cls._bit_fields_ = bit_fields
    cls._laid_out_ = True
    for name in getattr(cls, "_anonymous_", ()):
        if name not in names:
            raise AttributeError(name)
        k = names.index(name)
        inner = types[k]
        if inner._ffi_kind_ != "S":
            raise TypeError(f"'{name}' is specified in _anonymous_ but not in _fields_")
        for n in inner._reached_:
            t, o = inner._reached_[n]
            if n in inner._bit_fields_:
                bit_fields[n] = inner._bit_fields_[n]
                field = _make_bit_field(n, t, offsets[k] + o, *bit_fields[n])
            else:
                field = _make_field(n, t, offsets[k] + o)
            reached[n] = (t, offsets[k] + o)
            type.__setattr__(cls, n, field)
    cls._reached_ = reached


class _StructMeta(_Meta):
    __module__ = "_ctypes"

    def __new__(meta, name, bases, names):
        cls = type.__new__(meta, name, bases, names)
        if bases == (_CData,):
            return cls
        if "_abstract_" in names:
            return cls
        base = cls.__base__
        if base is not Structure and base is not Union and base is not object:
            type.__setattr__(base, "_laid_out_", True)
        if "_fields_" in names:
            cls._fields_ = names["_fields_"]  # by the way of __setattr__, which lays them out
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
    if not names:
        type.__setattr__(type(self), "_laid_out_", True)  # too late for _fields_ now
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
    _bit_fields_ = {}
    _reached_ = {}  # the fields by name, those of anonymous parts too

    def __init__(self, *args, **kwargs):
        _init_fields(self, args, kwargs)


class Union(_CData, metaclass=UnionType):
    __module__ = "_ctypes"
    _ffi_kind_ = "S"
    _names_ = []
    _types_ = []
    _offsets_ = []
    _bit_fields_ = {}
    _reached_ = {}  # the fields by name, those of anonymous parts too

    def __init__(self, *args, **kwargs):
        _init_fields(self, args, kwargs)


# The structure as libffi needs to know it to pass it by value: its parts, flat.
def _struct_type(cls):
    made = cls.__dict__.get("_struct_type_")
    if made is None:
        if issubclass(cls, Union):
            raise TypeError("item 1 in _argtypes_ passes a union by value, which is unsupported.")
        if cls._bit_fields_:
            raise TypeError("item 1 in _argtypes_ passes a struct/union with a bitfield by value, "
                            "which is unsupported.")
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
