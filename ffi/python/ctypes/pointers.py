# ctypes, part pointers: POINTER types, pointer() and byref().


class PyCPointerType(_Meta):
    __module__ = "_ctypes"

    def __new__(meta, name, bases, names):
        cls = type.__new__(meta, name, bases, names)
        if bases == (_CData,):
            return cls
        cls._size_ = 8
        cls._align_ = 8
        element = names.get("_type_")
        if element is not None:
            _complete_pointer(cls, element)
        return cls

    def set_type(cls, element):
        _complete_pointer(cls, element)
        cls._type_ = element

    def from_param(cls, value):
        if value is None:
            return None
        if isinstance(value, cls):
            return value
        element = cls._type_
        if element is c_char:
            return c_char_p.from_param(value)
        if element is c_wchar:
            return c_wchar_p.from_param(value)
        if isinstance(value, element):
            return byref(value)
        if isinstance(value, (Array, _Pointer)) and issubclass(value._type_, element):
            return value
        if isinstance(value, CArgObject):
            if isinstance(value._obj, element):
                return value
            raise TypeError(f"expected {cls.__name__} instance instead of pointer to "
                            f"{_type_text(value._obj)}")
        other = _as_parameter(value)
        if other is not _nothing:
            return cls.from_param(other)
        raise TypeError(f"expected {cls.__name__} instance instead of {_type_text(value)}")


def _complete_pointer(cls, element):
    if not _is_ctype(element):
        raise TypeError("_type_ must have storage info")
    if element._size_ is None or not _is_plain(element) or element is py_object:
        return
    size = element._size_
    load = _load_text(element, f"a + i * {size}")
    cls.__getitem__ = _define(
        "def __getitem__(self, i):\n"
        "    if type(i) is int:\n"
        "        a = _load_q(self._addr_)\n"
        "        if a != 0:\n"
        f"            return {load}\n"
        "    return _pointer_get(self, i)\n")
    check = _plain_check(element, "value")
    if check is not None:
        short = _CODES[element._code_][0]
        cls.__setitem__ = _define(
            "def __setitem__(self, i, value):\n"
            f"    if type(i) is int and {check}:\n"
            "        a = _load_q(self._addr_)\n"
            "        if a != 0:\n"
            f"            _store_{short}(a + i * {size}, value)\n"
            "            return\n"
            "    _pointer_set(self, i, value)\n")


# An object, also of a plain type.
def _fetch_whole(cls, address, owner):
    return _fetch(cls, address, owner) if cls._ffi_kind_ == "F" else _at(cls, address, owner)


def _pointer_base(self):
    address = _load_Q(self._addr_)
    if address == 0:
        raise ValueError("NULL pointer access")
    return address


def _pointer_get(self, i):
    element = self._type_
    if isinstance(i, slice):
        step = 1 if i.step is None else i.step
        if step == 0:
            raise ValueError("slice step cannot be zero")
        if i.start is None:
            if step < 0:
                raise ValueError("slice start is required for step < 0")
            start = 0
        else:
            start = i.start
        if i.stop is None:
            raise ValueError("slice stop is required")
        rows = range(start, i.stop, step)
        if element is c_char:
            return b"".join([self[k] for k in rows])
        if element is c_wchar:
            return "".join([self[k] for k in rows])
        return [self[k] for k in rows]
    if not isinstance(i, int):
        raise TypeError("Pointer indices must be integer")
    address = _pointer_base(self)
    return _fetch(element, address + i * element._size_, self)


def _pointer_set(self, i, value):
    if not isinstance(i, int):
        raise TypeError("Pointer does not support item assignment"
                        if isinstance(i, slice) else "Pointer indices must be integer")
    element = self._type_
    _assign(element, _pointer_base(self) + i * element._size_, value, self)


class _Pointer(_CData, metaclass=PyCPointerType):
    __module__ = "_ctypes"
    _ffi_kind_ = "P"
    _type_ = None

    def __new__(cls, *args):
        if cls.__dict__.get("_type_") is None:
            raise TypeError("Cannot create instance: has no _type_")
        return _make(cls)

    def __init__(self, *args):
        if args:
            self.contents = args[0]

    @property
    def contents(self):
        address = _pointer_base(self)
        target = self._target(address)
        if target is not None:
            return target
        return _fetch_whole(self._type_, address, self)

    @contents.setter
    def contents(self, value):
        element = self._type_
        if not isinstance(value, element):
            if not (isinstance(value, Array) and issubclass(value._type_, element)):
                raise TypeError(f"expected {element.__name__} instead of {_type_text(value)}")
        _store_address(self._addr_, value._addr_)
        _keep(self, self._addr_, value)

    # The very object that the pointer was made for, if it still points there.
    def _target(self, address):
        return None

    def __bool__(self):
        return _load_q(self._addr_) != 0

    def __getitem__(self, i):
        return _pointer_get(self, i)

    def __setitem__(self, i, value):
        _pointer_set(self, i, value)


_pointer_type_cache = {}


def POINTER(cls):
    made = _pointer_type_cache.get(cls)
    if made is not None:
        return made
    if cls is None:
        return c_void_p
    if isinstance(cls, str):
        made = PyCPointerType(f"LP_{cls}", (_Pointer,), {"__module__": _user_module()})
        _pointer_type_cache[id(made)] = made
        return made
    if not isinstance(cls, type):
        raise TypeError("must have a ctypes type")
    if not _is_ctype(cls):
        raise TypeError("_type_ must have storage info")
    made = PyCPointerType(f"LP_{cls.__name__}", (_Pointer,),
                          {"_type_": cls, "__module__": _user_module()})
    _pointer_type_cache[cls] = made
    return made


def SetPointerType(pointer, cls):
    if _pointer_type_cache.get(cls) is not None:
        raise RuntimeError("This type already exists in the cache")
    if id(pointer) not in _pointer_type_cache:
        raise RuntimeError("What's this???")
    pointer.set_type(cls)
    _pointer_type_cache[cls] = pointer
    del _pointer_type_cache[id(pointer)]


def pointer(obj):
    return POINTER(type(obj))(obj)
