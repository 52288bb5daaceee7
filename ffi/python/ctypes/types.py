# ctypes, part types: the metaclasses, one a kind of type.


# Classes that only serve to be derived from.
def _is_abstract(cls):
    return cls._size_ is None or cls is CFuncPtr or cls is _Pointer or cls is Structure or (
        cls is Union)


def _from_address(cls, address):
    if not isinstance(address, int):
        raise TypeError("integer expected")
    if _is_abstract(cls):
        raise TypeError("abstract class")
    obj = _at(cls, address, None)
    if cls._ffi_kind_ == "F":
        return cls(_load_Q(address))
    return obj


def _from_buffer(cls, source, offset=0):
    if isinstance(source, _CData):
        size = sizeof(source)
        address = source._addr_
        base = source
    elif isinstance(source, bytearray):
        size = len(source)
        base = _pin(source)
        address = _data(base)
    elif isinstance(source, bytes):
        raise TypeError("underlying buffer is not writable")
    elif isinstance(source, memoryview):
        if source.readonly:
            raise TypeError("underlying buffer is not writable")
        parts = _c.view_parts(source)
        if parts is None:
            raise NotImplementedError("ctypes: sharing the memory of an array.array is not "
                                      "supported by Hothouse")
        inner, start, size, stride = parts
        if stride != 1:
            raise TypeError("underlying buffer is not C contiguous")
        base = _pin(inner)
        address = _data(base) + start
    else:
        raise TypeError(f"a bytes-like object is required, not '{_type_text(source)}'")
    _check_buffer(cls, size, offset)
    obj = _at(cls, address + offset, base)
    return obj


def _from_buffer_copy(cls, source, offset=0):
    source = _buffer_copy(source)
    _check_buffer(cls, len(source), offset)
    obj = _make(cls)
    _write_bytes(obj._addr_, source[offset:offset + cls._size_])
    return obj


# The bytes of an object that has some.
def _buffer_copy(source):
    if isinstance(source, bytes):
        return source
    if not hasattr(type(source), "__bytes__") and not isinstance(source, bytearray):
        raise TypeError(f"a bytes-like object is required, not '{_type_text(source)}'")
    return bytes(source)


def _check_buffer(cls, size, offset):
    if _is_abstract(cls):
        raise TypeError("abstract class")
    if offset < 0:
        raise ValueError("offset cannot be negative")
    if size < offset + cls._size_:
        raise ValueError(f"Buffer size too small ({size} instead of at least "
                         f"{offset + cls._size_} bytes)")


def _in_dll(cls, library, name):
    address = _c.dlsym(library._handle, name)
    if isinstance(address, str):
        raise ValueError(address)
    return _fetch_whole(cls, address, library)


_nothing = object()


# An object's _as_parameter_ in its place, _nothing if it has none.
def _as_parameter(value):
    return getattr(value, "_as_parameter_", _nothing)


class _Meta(type):
    __module__ = "_ctypes"

    def __mul__(cls, length):
        return _array_type(cls, length)

    def __rmul__(cls, length):
        return _array_type(cls, length)

    def from_address(cls, address):
        return _from_address(cls, address)

    def from_buffer(cls, source, offset=0):
        return _from_buffer(cls, source, offset)

    def from_buffer_copy(cls, source, offset=0):
        return _from_buffer_copy(cls, source, offset)

    def in_dll(cls, library, name):
        return _in_dll(cls, library, name)

    def from_param(cls, value):
        if isinstance(value, cls):
            return value
        if isinstance(value, CArgObject) and isinstance(value._obj, cls):
            return value
        other = _as_parameter(value)
        if other is not _nothing:
            return cls.from_param(other)
        raise TypeError(f"expected {cls.__name__} instance instead of {_type_text(value)}")


class PyCSimpleType(_Meta):
    __module__ = "_ctypes"

    def __new__(meta, name, bases, names):
        cls = type.__new__(meta, name, bases, names)
        code = cls._type_ if "_type_" in names or hasattr(cls, "_type_") else None
        if code is None:
            if bases != (_CData,):
                raise AttributeError("class must define a '_type_' attribute")
            return cls
        if not isinstance(code, str):
            raise TypeError("class must define a '_type_' string attribute")
        if len(code) != 1:
            raise ValueError("class must define a '_type_' attribute "
                             "which must be a string of length 1")
        if code not in _CODES:
            raise AttributeError("class must define a '_type_' attribute which must be\n"
                                 "a single character string containing one of "
                                 "'cbBhHiIlLfuzZqQPXOv?g'.")
        if "_type_" in names:
            if "_code_" not in names:
                cls._code_ = code
            short, size, plain = _CODES[cls._code_]
            cls._size_ = size
            cls._align_ = size
            if short is not None:
                get = _define(f"def value(self):\n    return _load_{short}(self._addr_)\n")
                if plain == "int" or plain == "float":
                    set = _define("def value(self, v):\n"
                                  f"    if type(v) is not {plain}:\n"
                                  f"        v = _{plain}_of(v)\n"
                                  f"    _store_{short}(self._addr_, v)\n")
                else:
                    set = _set_value
                cls.value = property(get, set, _cannot_delete)
        return cls

    def from_param(cls, value):
        if isinstance(value, cls):
            return value
        if cls is _SimpleCData:
            raise TypeError("abstract class")
        code = cls._type_
        made = _simple_param(cls, code, value)
        if made is not None:
            return made
        if value is None and code in "zZP":
            return None
        other = _as_parameter(value)
        if other is not _nothing:
            return cls.from_param(other)
        raise TypeError("wrong type")

    @property
    def __ctype_le__(cls):
        return cls._other_order_ if cls._code_[0] == ">" else _has_orders(cls)

    @property
    def __ctype_be__(cls):
        if cls._code_[0] == ">" or cls._size_ == 1:
            return _has_orders(cls)
        return _swapped_type(_has_orders(cls))


# The class, if there are types of it in both orders of bytes.
def _has_orders(cls):
    if cls._type_ in "hHiIlLqQfd" or cls is c_byte or cls is c_ubyte or cls is c_char:
        return cls
    raise AttributeError(f"type object '{cls.__name__}' has no attribute '__ctype_be__'")


def _cannot_delete(self):
    raise TypeError("can't delete attribute")


def _cannot_delete_raw(self):
    raise AttributeError("cannot delete attribute")


def _set_value(self, value):
    _assign_simple(type(self), self._addr_, value, self)


# The integer, or float, that is stored for a value of another type.
def _int_of(value):
    if isinstance(value, int):
        return int(value)
    f = getattr(type(value), "__index__", None)
    if f is None:
        raise TypeError(f"'{_type_text(value)}' object cannot be interpreted as an integer")
    return f(value)


def _float_of(value):
    if isinstance(value, str) or not (hasattr(type(value), "__float__") or
                                      hasattr(type(value), "__index__")):
        raise TypeError(f"must be real number, not {_type_text(value)}")
    return float(value)


def _integer_word(value, size, signed):
    value &= (1 << (8 * size)) - 1
    if signed and value >> (8 * size - 1):
        value -= 1 << (8 * size)
    return value


# The parameter that a Python value is for a simple type; None if it is none.
def _simple_param(cls, code, value):
    if code in "bBhHiIlLqQ":
        if hasattr(type(value), "__index__"):
            size = cls._size_
            return CArgObject(None, 0, code, _integer_word(_int_of(value), size, code in "bhilq"))
        return None
    if code in "fdg":
        if not isinstance(value, str) and (hasattr(type(value), "__float__") or
                                           hasattr(type(value), "__index__")):
            return CArgObject(None, 0, code, _float_of(value))
        return None
    if code == "?":
        return CArgObject(None, 0, "?", True if value else False)
    if code == "c":
        if isinstance(value, (bytes, bytearray)) and len(value) == 1:
            return CArgObject(None, 0, "c", bytes(value))
        if type(value) is int and 0 <= value < 256:
            return CArgObject(None, 0, "c", bytes([value]))
        return None
    if code == "u":
        if isinstance(value, str) and len(value) == 1:
            return CArgObject(None, 0, "u", value)
        return None
    if code == "z" or code == "P":
        if isinstance(value, bytes):
            return _pinned_param(value, _pin(value), "z")
    if code == "Z" or code == "P":
        if isinstance(value, str):
            return _pinned_param(value, _pin_text(value), "Z")
    if code == "P":
        if isinstance(value, int):
            return CArgObject(None, value, "P", value)
        if isinstance(value, (Array, _Pointer, CFuncPtr)):
            return value
        if isinstance(value, CArgObject) and value._tag == "P":
            return value
        if isinstance(value, _SimpleCData) and value._type_ in "zZ":
            return value
        return None
    if code == "z" or code == "Z":
        element = c_char if code == "z" else c_wchar
        if isinstance(value, (Array, _Pointer)) and value._type_ is element:
            return value
        if isinstance(value, CArgObject) and isinstance(value._obj, element):
            return value
    return None


# What passes bytes or text: `pinned` is where C finds it.
def _pinned_param(value, pinned, tag):
    param = CArgObject(value, _data(pinned), tag, _data(pinned))
    param._pinned = pinned
    return param


class _SimpleCData(_CData, metaclass=PyCSimpleType):
    __module__ = "_ctypes"
    _ffi_kind_ = "s"

    def __init__(self, *args):
        if args:
            if len(args) > 1:
                raise TypeError(f"__init__ expected at most 1 argument, got {len(args)}")
            self.value = args[0]

    def __ctypes_from_outparam__(self):
        return self.value if _is_plain(type(self)) else self

    def __bool__(self):
        return any(_bytes_at(self._addr_, self._size_))

    def __repr__(self):
        if type(self).__base__ is _SimpleCData:
            return f"{type(self).__name__}({self.value!r})"
        return f"<{type(self).__name__} object at {id(self):#x}>"


# What passing an argument comes down to: a code and a value; `_obj` is what byref() was given, or
# what keeps the memory alive.
class CArgObject:
    __module__ = "_ctypes"
    _ffi_kind_ = "R"

    def __init__(self, obj, address, tag, value):
        self._obj = obj
        self._addr_ = address
        self._tag = tag
        self._value = value

    def __repr__(self):
        if self._tag in "cbBhHiIlLqQfdg?":
            if self._tag in "?g":
                return f"<cparam '{self._tag}' at {id(self):#x}>"
            value = self._value
            if self._tag == "c":
                value = repr(value)[1:]
            return f"<cparam '{self._tag}' ({value})>"
        if self._tag == "u":
            return f"<cparam 'u' at {id(self):#x}>"
        return f"<cparam '{self._tag}' ({self._addr_:#x})>"


def byref(obj, offset=0):
    if not isinstance(obj, _CData):
        raise TypeError(f"byref() argument must be a ctypes instance, not '{_type_text(obj)}'")
    address = obj._addr_ + offset
    return CArgObject(obj, address, "P", address)


class py_object(_SimpleCData):
    _type_ = "O"

    def __init__(self, *args):
        raise NotImplementedError("ctypes: py_object is not supported: objects of Hothouse move, "
                                  "C code cannot hold them")


class c_short(_SimpleCData):
    _type_ = "h"


class c_ushort(_SimpleCData):
    _type_ = "H"


class c_long(_SimpleCData):
    _type_ = "l"


class c_ulong(_SimpleCData):
    _type_ = "L"


class c_int(_SimpleCData):
    _type_ = "i"


class c_uint(_SimpleCData):
    _type_ = "I"


class c_float(_SimpleCData):
    _type_ = "f"


class c_double(_SimpleCData):
    _type_ = "d"


class c_longdouble(_SimpleCData):
    _type_ = "g"


class c_ubyte(_SimpleCData):
    _type_ = "B"


class c_byte(_SimpleCData):
    _type_ = "b"


class c_char(_SimpleCData):
    _type_ = "c"


class c_char_p(_SimpleCData):
    _type_ = "z"

    def __repr__(self):
        return f"{type(self).__name__}({_load_P(self._addr_)})"


class c_void_p(_SimpleCData):
    _type_ = "P"


class c_bool(_SimpleCData):
    _type_ = "?"


class c_wchar_p(_SimpleCData):
    _type_ = "Z"

    def __repr__(self):
        return f"{type(self).__name__}({_load_P(self._addr_)})"


class c_wchar(_SimpleCData):
    _type_ = "u"


c_longlong = c_long
c_ulonglong = c_ulong
c_voidp = c_void_p
c_int8 = c_byte
c_uint8 = c_ubyte
c_int16 = c_short
c_uint16 = c_ushort
c_int32 = c_int
c_uint32 = c_uint
c_int64 = c_long
c_uint64 = c_ulong
c_size_t = c_ulong
c_ssize_t = c_long
c_time_t = c_long

_LOAD = {"b": _load_b, "B": _load_B, "h": _load_h, "H": _load_H, "i": _load_i, "I": _load_I,
         "l": _load_l, "L": _load_L, "q": _load_q, "Q": _load_Q, "f": _load_f, "d": _load_d,
         "g": _load_g, "c": _load_c, "u": _load_u, "?": _load_bool, "P": _load_P, "z": _load_z,
         "Z": _load_Z, "v": _load_variant_bool}
_STORE = {"b": _store_b, "B": _store_B, "h": _store_h, "H": _store_H, "i": _store_i,
          "I": _store_I, "l": _store_l, "L": _store_L, "q": _store_q, "Q": _store_Q,
          "f": _store_f, "d": _store_d, "g": _store_g, "c": _store_c, "u": _store_u,
          "?": _store_bool, "v": _store_variant_bool}
