# ctypes, part accessors: what reads and writes values of simple types and elements of arrays.


# The text of a function that reads an element or field of a type at an address expression.
def _load_text(cls, address):
    return f"_load_{_CODES[cls._code_][0]}({address})"


# True if a Python value of the type may be stored by the primitive alone.
def _plain_check(cls, name):
    if not _is_plain(cls):
        return None
    plain = _CODES[cls._code_][2]
    return None if plain is None else f"type({name}) is {plain}"


class PyCArrayType(_Meta):
    __module__ = "_ctypes"

    def __new__(meta, name, bases, names):
        cls = type.__new__(meta, name, bases, names)
        if bases == (_CData,):
            return cls
        length = getattr(cls, "_length_", None)
        element = getattr(cls, "_type_", None)
        if length is None:
            raise AttributeError("class must define a '_length_' attribute")
        if not isinstance(length, int):
            raise TypeError("The '_length_' attribute must be an integer")
        if length < 0:
            raise ValueError("The '_length_' attribute must not be negative")
        if length > _sys.maxsize:
            raise OverflowError("The '_length_' attribute is too large")
        if element is None:
            raise AttributeError("class must define a '_type_' attribute")
        if not _is_ctype(element) or element._size_ is None:
            raise TypeError("_type_ must have storage info")
        if element._size_ * length > _sys.maxsize:
            raise OverflowError("array too large")
        cls._size_ = element._size_ * length
        cls._align_ = element._align_
        if element is c_char:
            cls.value = property(_char_array_value, _char_array_set_value, _cannot_delete)
            cls.raw = property(_char_array_raw, _char_array_set_raw, _cannot_delete_raw)
        elif element is c_wchar:
            cls.value = property(_wide_array_value, _wide_array_set_value, _cannot_delete)
        if _is_plain(element) and element is not py_object:
            load = _load_text(element, f"self._addr_ + i * {element._size_}")
            cls.__getitem__ = _define(
                "def __getitem__(self, i):\n"
                f"    if type(i) is int and 0 <= i < {length}:\n"
                f"        return {load}\n"
                "    return _array_get(self, i)\n")
            check = _plain_check(element, "value")
            if check is not None:
                short = _CODES[element._code_][0]
                cls.__setitem__ = _define(
                    "def __setitem__(self, i, value):\n"
                    f"    if type(i) is int and 0 <= i < {length} and {check}:\n"
                    f"        _store_{short}(self._addr_ + i * {element._size_}, value)\n"
                    "    else:\n"
                    "        _array_set(self, i, value)\n")
        return cls

    def from_param(cls, value):
        if isinstance(value, cls):
            return value
        if cls is Array:
            raise TypeError("abstract class")
        if cls._type_ is c_char:
            if isinstance(value, bytes):
                if len(value) > cls._length_:
                    raise ValueError("Invalid length")
                value = cls(*[value[i:i + 1] for i in range(len(value))])
                return value
        elif cls._type_ is c_wchar:
            if isinstance(value, str):
                if len(value) > cls._length_:
                    raise ValueError("Invalid length")
                return cls(*value)
        elif isinstance(value, tuple):
            if len(value) > cls._length_:
                raise RuntimeError("Array length does not match type object")
            return cls(*value)
        other = _as_parameter(value)
        if other is not _nothing:
            return cls.from_param(other)
        raise TypeError(f"expected {cls.__name__} instance instead of {_type_text(value)}")


_array_types = {}


def _array_type(cls, length):
    if not isinstance(length, int):
        raise TypeError(f"can't multiply sequence by non-int of type '{_type_text(length)}'")
    if length < 0:
        raise ValueError(f"Array length must be >= 0, not {length}")
    if cls._size_ is None:
        raise TypeError("_type_ must have storage info")
    key = (cls, length)
    made = _array_types.get(key)
    if made is None:
        made = PyCArrayType(f"{cls.__name__}_Array_{length}", (Array,),
                            {"_length_": length, "_type_": cls, "__module__": _user_module()})
        _array_types[key] = made
    return made


def ARRAY(cls, length):
    return cls * length


def _user_module():
    return "__main__"


def _index(i):
    if isinstance(i, int):
        return int(i)
    f = getattr(type(i), "__index__", None)
    if f is None:
        raise TypeError("indices must be integers")
    return f(i)


def _array_get(self, i):
    if isinstance(i, slice):
        element = type(self)._type_
        rows = range(*i.indices(self._length_))
        if element is c_char:
            return b"".join([self[k] for k in rows])
        if element is c_wchar:
            return "".join([self[k] for k in rows])
        return [self[k] for k in rows]
    i = _index(i)
    length = self._length_
    if i < 0:
        i += length
    if not 0 <= i < length:
        raise IndexError("invalid index")
    element = self._type_
    return _fetch(element, self._addr_ + i * element._size_, self)


def _array_set(self, i, value):
    if isinstance(i, slice):
        rows = range(*i.indices(self._length_))
        if len(value) != len(rows):
            raise ValueError("Can only assign sequence of same size")
        for k, v in zip(rows, value):
            self[k] = v if not isinstance(value, bytes) else bytes([v])
        return
    i = _index(i)
    length = self._length_
    if i < 0:
        i += length
    if not 0 <= i < length:
        raise IndexError("invalid index")
    element = self._type_
    _assign(element, self._addr_ + i * element._size_, value, self)


class Array(_CData, metaclass=PyCArrayType):
    __module__ = "_ctypes"
    _ffi_kind_ = "A"

    def __init__(self, *args):
        for i, value in enumerate(args):
            self[i] = value

    def __len__(self):
        return self._length_

    def __getitem__(self, i):
        return _array_get(self, i)

    def __setitem__(self, i, value):
        _array_set(self, i, value)

    def __delitem__(self, i):
        raise TypeError("Array does not support item deletion")

    def __iter__(self):
        for i in range(self._length_):
            yield self[i]


def _char_array_value(self):
    return _text_at(self._addr_, self._length_)


def _char_array_set_value(self, value):
    if not isinstance(value, bytes):
        raise TypeError(f"bytes expected instead of {_type_text(value)} instance")
    if len(value) > self._length_:
        raise ValueError("byte string too long")
    _write_bytes(self._addr_, value)
    if len(value) < self._length_:
        _store_b(self._addr_ + len(value), 0)


def _char_array_raw(self):
    return _bytes_at(self._addr_, self._length_)


def _char_array_set_raw(self, value):
    value = _buffer_copy(value)
    if len(value) > self._length_:
        raise ValueError("byte string too long")
    _write_bytes(self._addr_, value)


def _wide_array_value(self):
    return _wide_at(self._addr_, self._length_, True)


def _wide_array_set_value(self, value):
    if not isinstance(value, str):
        raise TypeError(f"unicode string expected instead of {_type_text(value)} instance")
    if len(value) > self._length_:
        raise ValueError("string too long")
    for i, c in enumerate(value):
        _store_u(self._addr_ + 4 * i, c)
    if len(value) < self._length_:
        _store_i(self._addr_ + 4 * len(value), 0)
