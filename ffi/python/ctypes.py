# ctypes: C types, their instances, and functions of shared libraries.
#
# An instance knows where its memory lies (_addr_) and keeps what owns it alive (_base_: the memory
# itself, or the object it is a part of). Accessors of fields, elements and values are made for
# each class with offsets and sizes as constants, so that in a compiled trace they are one load or
# store. A call whose arguments are simple is done below Python (core/ops/native.h); what it leaves
# comes to CFuncPtr.__call__.
import _ctypes as _c
import sys as _sys

_load_b = _c.load_b
_load_B = _c.load_B
_load_h = _c.load_h
_load_H = _c.load_H
_load_i = _c.load_i
_load_I = _c.load_I
_load_l = _c.load_l
_load_L = _c.load_L
_load_q = _c.load_q
_load_Q = _c.load_Q
_load_f = _c.load_f
_load_d = _c.load_d
_load_g = _c.load_g
_load_c = _c.load_c
_load_u = _c.load_u
_load_bool = _c.load_bool
_load_P = _c.load_P
_load_z = _c.load_z
_load_Z = _c.load_Z
_store_b = _c.store_b
_store_B = _c.store_B
_store_h = _c.store_h
_store_H = _c.store_H
_store_i = _c.store_i
_store_I = _c.store_I
_store_l = _c.store_l
_store_L = _c.store_L
_store_q = _c.store_q
_store_Q = _c.store_Q
_store_f = _c.store_f
_store_d = _c.store_d
_store_g = _c.store_g
_store_c = _c.store_c
_store_u = _c.store_u
_store_bool = _c.store_bool
_store_address = _c.store_P
_allocate = _c.allocate
_data = _c.data
_pin = _c.pin
_pin_text = _c.pin_text
_copy = _c.copy
_bytes_at = _c.bytes_at
_text_at = _c.text_at
_wide_at = _c.wide_at
_write_bytes = _c.write_bytes

get_errno = _c.get_errno
set_errno = _c.set_errno
__version__ = "1.1.0"

DEFAULT_MODE = 0
RTLD_LOCAL = 0
RTLD_GLOBAL = 256
_FUNCFLAG_CDECL = 1
_FUNCFLAG_PYTHONAPI = 4
_FUNCFLAG_USE_ERRNO = 8
_FUNCFLAG_USE_LASTERROR = 16

# code: (name in accessors, size, alignment, Python type that is stored without a look)
_CODES = {
    "b": ("b", 1, "int"), "B": ("B", 1, "int"), "h": ("h", 2, "int"), "H": ("H", 2, "int"),
    "i": ("i", 4, "int"), "I": ("I", 4, "int"), "l": ("l", 8, "int"), "L": ("L", 8, "int"),
    "q": ("q", 8, "int"), "Q": ("Q", 8, "int"), "f": ("f", 4, "float"), "d": ("d", 8, "float"),
    "g": ("g", 16, "float"), "c": ("c", 1, "bytes"), "u": ("u", 4, "str"),
    "?": ("bool", 1, "bool"), "P": ("P", 8, None), "z": ("z", 8, None), "Z": ("Z", 8, None),
    "O": (None, 8, None),
}


class ArgumentError(Exception):
    pass


def _define(text):
    return _c.define(text, _sys.modules["ctypes"])


# --- what all instances have in common

class _CData:
    __module__ = "_ctypes"
    _ffi_kind_ = ""
    _size_ = None

    def __new__(cls, *args, **kwargs):
        if cls._size_ is None:
            raise TypeError("abstract class")
        return _make(cls)

    def __hash__(self):
        raise TypeError("unhashable type")

    def __ctypes_from_outparam__(self):
        return self

    @property
    def _objects(self):
        return self._keep_

    @property
    def _b_base_(self):
        base = self._base_
        return base if isinstance(base, _CData) else None

    @property
    def _b_needsfree_(self):
        return 0 if isinstance(self._base_, _CData) else 1

    def __reduce__(self):
        raise ValueError("ctypes objects containing pointers cannot be pickled")


_bare = _c.bare


def _make(cls):
    obj = _bare(cls)
    memory = _allocate(cls._size_)
    obj._addr_ = _data(memory)
    obj._base_ = memory
    obj._keep_ = None
    return obj


# An object of the class at an address; `base` keeps the memory.
def _at(cls, address, base):
    obj = _bare(cls)
    obj._addr_ = address
    obj._base_ = base
    obj._keep_ = None
    return obj


# `value` lives as long as the memory into which a pointer to it was written.
def _keep(obj, address, value):
    while True:
        base = obj._base_
        if not isinstance(base, _CData):
            break
        obj = base
    if obj._keep_ is None:
        obj._keep_ = {}
    obj._keep_[str(address - obj._addr_)] = value


def _keeps(obj):
    while True:
        base = obj._base_
        if not isinstance(base, _CData):
            return obj._keep_
        obj = base


def _is_ctype(cls):
    return isinstance(cls, type) and issubclass(cls, _CData)


# Simple types whose instances are read as plain Python values.
def _is_plain(cls):
    return cls._ffi_kind_ == "s" and cls.__base__ is _SimpleCData


def _type_text(value):
    return type(value).__name__


# Writes a Python value, or an instance of the type, to memory that belongs to `owner`.
def _assign(cls, address, value, owner):
    if isinstance(value, cls):
        _copy(address, value._addr_, cls._size_)
        if cls._ffi_kind_ != "s" or cls._type_ in "zZPO":
            _keep(owner, address, value)
        return
    kind = cls._ffi_kind_
    if kind == "s":
        _assign_simple(cls, address, value, owner)
    elif kind == "A":
        if cls._type_ is c_char or cls._type_ is c_wchar:
            _at(cls, address, owner).value = value
        elif isinstance(value, tuple):
            if len(value) > cls._length_:
                raise RuntimeError(f"({cls.__name__}) <class 'RuntimeError'>: Array length does "
                                   "not match type object")
            row = _at(cls, address, owner)
            for i, v in enumerate(value):
                row[i] = v
        else:
            raise TypeError(f"incompatible types, {_type_text(value)} instance instead of "
                            f"{cls.__name__} instance")
    elif kind == "P":
        if value is None:
            _store_address(address, 0)
        elif isinstance(value, Array) and issubclass(value._type_, cls._type_):
            _store_address(address, value._addr_)
            _keep(owner, address, value)
        elif isinstance(value, cls._type_):
            _store_address(address, value._addr_)
            _keep(owner, address, value)
        else:
            raise TypeError(f"incompatible types, {_type_text(value)} instance instead of "
                            f"{cls.__name__} instance")
    elif kind == "S" and isinstance(value, tuple):
        made = cls(*value)
        _copy(address, made._addr_, cls._size_)
        _keep(owner, address, made)
    elif kind == "F" and value is None:
        _store_address(address, 0)
    else:
        raise TypeError(f"incompatible types, {_type_text(value)} instance instead of "
                        f"{cls.__name__} instance")


def _assign_simple(cls, address, value, owner):
    code = cls._type_
    if code == "z":
        if value is None:
            _store_address(address, 0)
        elif isinstance(value, bytes):
            pinned = _pin(value)
            _store_address(address, _data(pinned))
            _keep(owner, address, pinned)
        elif isinstance(value, int):
            _store_address(address, value)
        else:
            raise TypeError("bytes or integer address expected instead of "
                            f"{_type_text(value)} instance")
    elif code == "Z":
        if value is None:
            _store_address(address, 0)
        elif isinstance(value, str):
            pinned = _pin_text(value)
            _store_address(address, _data(pinned))
            _keep(owner, address, pinned)
        elif isinstance(value, int):
            _store_address(address, value)
        else:
            raise TypeError("unicode string or integer address expected instead of "
                            f"{_type_text(value)} instance")
    elif code == "P":
        if value is None:
            _store_address(address, 0)
        elif isinstance(value, int):
            _store_address(address, value)
        else:
            raise TypeError("cannot be converted to pointer")
    elif code == "?":
        _store_bool(address, True if value else False)
    else:
        _STORE[code](address, value)


# What reading an instance's memory gives: a Python value for plain types, else an object.
def _fetch(cls, address, owner):
    if _is_plain(cls):
        return _LOAD[cls._type_](address)
    return _at(cls, address, owner)


# --- metaclasses: one a kind of type

def _from_address(cls, address):
    if not isinstance(address, int):
        raise TypeError("integer expected")
    if cls._size_ is None:
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
    else:
        raise TypeError(f"a bytes-like object is required, not '{_type_text(source)}'")
    _check_buffer(cls, size, offset)
    obj = _at(cls, address + offset, base)
    return obj


def _from_buffer_copy(cls, source, offset=0):
    if isinstance(source, _CData):
        source = _bytes_at(source._addr_, sizeof(source))
    elif not isinstance(source, (bytes, bytearray)):
        raise TypeError(f"a bytes-like object is required, not '{_type_text(source)}'")
    _check_buffer(cls, len(source), offset)
    obj = _make(cls)
    _write_bytes(obj._addr_, bytes(source[offset:offset + cls._size_]))
    return obj


def _check_buffer(cls, size, offset):
    if cls._size_ is None:
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
    return _at(cls, address, library)


# An object's _as_parameter_ in its place, None if it has none.
def _as_parameter(value):
    return getattr(value, "_as_parameter_", None)


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
        if other is not None:
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
            short, size, plain = _CODES[code]
            cls._size_ = size
            cls._align_ = size
            if short is not None:
                get = _define(f"def value(self):\n    return _load_{short}(self._addr_)\n")
                if plain == "int" or plain == "float":
                    set = _define("def value(self, v):\n"
                                  f"    _store_{short}(self._addr_, v)\n")
                else:
                    set = _set_value
                cls.value = property(get, set)
        return cls

    def from_param(cls, value):
        if isinstance(value, cls):
            return value
        code = cls._type_
        made = _simple_param(cls, code, value)
        if made is not None:
            return made
        if value is None and code in "zZP":
            return None
        other = _as_parameter(value)
        if other is not None:
            return cls.from_param(other)
        raise TypeError("wrong type")

    @property
    def __ctype_le__(cls):
        return cls

    @property
    def __ctype_be__(cls):
        if cls._size_ == 1:
            return cls
        raise NotImplementedError("ctypes: big-endian types are not supported by Hothouse")


def _set_value(self, value):
    _assign_simple(type(self), self._addr_, value, self)


def _integer_word(value, size, signed):
    value &= (1 << (8 * size)) - 1
    if signed and value >> (8 * size - 1):
        value -= 1 << (8 * size)
    return value


# The parameter that a Python value is for a simple type; None if it is none.
def _simple_param(cls, code, value):
    if code in "bBhHiIlLqQ":
        if isinstance(value, int):
            size = cls._size_
            return CArgObject(None, 0, code, _integer_word(int(value), size, code in "bhilq"))
        return None
    if code in "fdg":
        if isinstance(value, (float, int)):
            return CArgObject(None, 0, code, float(value))
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
            pinned = _pin(value)
            return CArgObject(pinned, _data(pinned), "z", _data(pinned))
    if code == "Z" or code == "P":
        if isinstance(value, str):
            pinned = _pin_text(value)
            return CArgObject(pinned, _data(pinned), "Z", _data(pinned))
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


class _SimpleCData(_CData, metaclass=PyCSimpleType):
    __module__ = "_ctypes"
    _ffi_kind_ = "s"

    def __init__(self, *args):
        if args:
            if len(args) > 1:
                raise TypeError(f"__init__ expected at most 1 argument, got {len(args)}")
            self.value = args[0]

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
            if self._tag == "?":
                return f"<cparam '?' at {id(self):#x}>"
            value = self._value
            if self._tag == "c":
                value = repr(value)[1:]
            return f"<cparam '{self._tag}' ({value})>"
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
         "Z": _load_Z}
_STORE = {"b": _store_b, "B": _store_B, "h": _store_h, "H": _store_H, "i": _store_i,
          "I": _store_I, "l": _store_l, "L": _store_L, "q": _store_q, "Q": _store_Q,
          "f": _store_f, "d": _store_d, "g": _store_g, "c": _store_c, "u": _store_u,
          "?": _store_bool}


# --- accessors

# The text of a function that reads an element or field of a type at an address expression.
def _load_text(cls, address):
    return f"_load_{_CODES[cls._type_][0]}({address})"


# True if a Python value of the type may be stored by the primitive alone.
def _plain_check(cls, name):
    if not _is_plain(cls):
        return None
    plain = _CODES[cls._type_][2]
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
        if element is None:
            raise AttributeError("class must define a '_type_' attribute")
        if not _is_ctype(element) or element._size_ is None:
            raise TypeError("_type_ must have storage info")
        cls._size_ = element._size_ * length
        cls._align_ = element._align_
        if element is c_char:
            cls.value = property(_char_array_value, _char_array_set_value)
            cls.raw = property(_char_array_raw, _char_array_set_raw)
        elif element is c_wchar:
            cls.value = property(_wide_array_value, _wide_array_set_value)
        if _is_plain(element) and element is not py_object:
            load = _load_text(element, f"self._addr_ + i * {element._size_}")
            cls.__getitem__ = _define(
                "def __getitem__(self, i):\n"
                f"    if type(i) is int and 0 <= i < {length}:\n"
                f"        return {load}\n"
                "    return _array_get(self, i)\n")
            check = _plain_check(element, "value")
            if check is not None:
                short = _CODES[element._type_][0]
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
        if other is not None:
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
    if not isinstance(value, (bytes, bytearray)):
        raise TypeError(f"a bytes-like object is required, not '{_type_text(value)}'")
    if len(value) > self._length_:
        raise ValueError("byte string too long")
    _write_bytes(self._addr_, bytes(value))


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


# --- pointers

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
        if other is not None:
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
        short = _CODES[element._type_][0]
        cls.__setitem__ = _define(
            "def __setitem__(self, i, value):\n"
            f"    if type(i) is int and {check}:\n"
            "        a = _load_q(self._addr_)\n"
            "        if a != 0:\n"
            f"            _store_{short}(a + i * {size}, value)\n"
            "            return\n"
            "    _pointer_set(self, i, value)\n")


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
        if cls._type_ is None:
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
        return _at(self._type_, address, self)

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


# --- structures and unions

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

    def __setattr__(cls, name, value):
        type.__setattr__(cls, name, value)
        if name == "_fields_":
            _lay_out(cls, value, issubclass(cls, Union))


class PyCStructType(_StructMeta):
    __module__ = "_ctypes"

    def __new__(meta, name, bases, names):
        cls = type.__new__(meta, name, bases, names)
        if bases == (_CData,):
            return cls
        if "_fields_" in names:
            _lay_out(cls, names["_fields_"], False)
        elif cls._size_ is None:
            cls._size_ = 0
            cls._align_ = 1
        return cls


class UnionType(_StructMeta):
    __module__ = "_ctypes"

    def __new__(meta, name, bases, names):
        cls = type.__new__(meta, name, bases, names)
        if bases == (_CData,):
            return cls
        if "_fields_" in names:
            _lay_out(cls, names["_fields_"], True)
        elif cls._size_ is None:
            cls._size_ = 0
            cls._align_ = 1
        return cls


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


# --- functions

def _check_argtypes(argtypes):
    if not isinstance(argtypes, (list, tuple)):
        raise TypeError("_argtypes_ must be a sequence of types")
    for i, kind in enumerate(argtypes):
        if getattr(kind, "from_param", None) is None:
            raise TypeError(f"item {i + 1} in _argtypes_ has no from_param method")


class PyCFuncPtrType(_Meta):
    __module__ = "_ctypes"

    def __new__(meta, name, bases, names):
        cls = type.__new__(meta, name, bases, names)
        if "_ffi_kind_" in names:
            return cls
        if getattr(cls, "_flags_", None) is None:
            raise TypeError("class must define _flags_ which must be an integer")
        argtypes = names.get("_argtypes_")
        if argtypes is not None:
            _check_argtypes(argtypes)
        restype = names.get("_restype_")
        if restype is not None and not callable(restype):
            raise TypeError("_restype_ must be a type, a callable, or None")
        return cls


class CFuncPtr(_CData, _c._Function, metaclass=PyCFuncPtrType):
    __module__ = "_ctypes"
    _ffi_kind_ = "F"
    _flags_ = None
    _argtypes_ = None
    _restype_ = None
    _size_ = 8
    _align_ = 8

    def __new__(cls, *args):
        if cls._flags_ is None:
            raise TypeError("abstract class")
        address = 0
        closure = None
        library = None
        target = None
        name = None
        if args:
            first = args[0]
            if isinstance(first, tuple):
                name, library = first
                if isinstance(name, int):
                    raise AttributeError("function ordinals do not exist here")
                if isinstance(name, bytes):
                    name = name.decode()
                if not isinstance(name, str):
                    raise TypeError("the _name_ must be a string")
                address = _c.dlsym(library._handle, name)
                if isinstance(address, str):
                    raise AttributeError(address)
                if len(args) > 1 and args[1] is not None:
                    raise NotImplementedError("ctypes: paramflags are not supported by Hothouse")
            elif isinstance(first, int):
                address = int(first)
            elif callable(first):
                target = first
                closure = _make_closure(cls, first)
                address = _c.callback_address(closure)
            else:
                raise TypeError("argument must be callable or integer function address")
        self = _c.new_function(cls, address)
        memory = _allocate(8)
        self._addr_ = _data(memory)
        self._base_ = memory
        self._keep_ = None
        _store_address(self._addr_, address)
        self._closure_ = closure
        self._callable_ = target
        self._library_ = library
        self._arguments_ = cls._argtypes_
        self._result_ = cls._restype_
        self._check_ = None
        if name is not None:
            self.__name__ = name
        _describe(self)
        return self

    def __init__(self, *args):
        pass

    @property
    def argtypes(self):
        return self._arguments_

    @argtypes.setter
    def argtypes(self, value):
        if value is not None:
            _check_argtypes(value)
        self._arguments_ = value
        _describe(self)

    @argtypes.deleter
    def argtypes(self):
        self._arguments_ = type(self)._argtypes_
        _describe(self)

    @property
    def restype(self):
        return self._result_

    @restype.setter
    def restype(self, value):
        if value is not None and not callable(value):
            raise TypeError("restype must be a type, a callable, or None")
        self._result_ = value
        _describe(self)

    @restype.deleter
    def restype(self):
        self._result_ = type(self)._restype_
        _describe(self)

    @property
    def errcheck(self):
        return self._check_

    @errcheck.setter
    def errcheck(self, value):
        if value is not None and not callable(value):
            raise TypeError("the errcheck attribute must be callable")
        self._check_ = value
        _describe(self)

    @errcheck.deleter
    def errcheck(self):
        self._check_ = None
        _describe(self)

    def __bool__(self):
        return _load_q(self._addr_) != 0

    def __repr__(self):
        return f"<{type(self).__name__} object at {id(self):#x}>"

    def __call__(self, *args, **kwargs):
        return _call(self, args)


# Whether arguments of the class are converted by the rules of ctypes, and not by its own.
def _has_own_param(cls):
    for c in cls.__mro__:
        if "from_param" in c.__dict__:
            return True
    return False


# Tells how the function may be called without coming here.
def _describe(self):
    arguments = self._arguments_
    result = self._result_
    codes = ""
    targets = []
    simple = self._check_ is None and not self._flags_ & (_FUNCFLAG_USE_ERRNO |
                                                        _FUNCFLAG_PYTHONAPI)
    if result is None:
        code = "v"
    elif _is_ctype(result) and _is_plain(result) and result._type_ not in "gOZu":
        code = result._type_
    else:
        code = ""
    if arguments is None:
        arguments = ()
    for kind in arguments:
        if not _is_ctype(kind) or _has_own_param(kind):
            simple = False
            break
        target = None
        if _is_plain(kind) and kind._type_ not in "gOZuc":
            codes += kind._type_
            if kind is c_char_p:
                target = c_char
        elif kind._ffi_kind_ == "P" and kind._type_ is not None:
            codes += "&"
            target = kind._type_
        else:
            simple = False
            break
        targets.append(target)
    if not simple:
        code = ""
    address = _load_Q(self._addr_)
    if address == 0:
        code = ""
    _c.describe(self, address, code, codes, tuple(targets))


# What C is given for a converted argument: a code or structure type, and a value.
def _operand(value, number):
    if isinstance(value, CArgObject):
        return value._tag, value._value
    if isinstance(value, _CData):
        kind = value._ffi_kind_
        if kind == "s":
            code = value._type_
            if code in "zZP":
                return "P", _load_Q(value._addr_)
            if code == "O":
                raise NotImplementedError("ctypes: py_object is not supported by Hothouse")
            return code, _LOAD[code](value._addr_)
        if kind == "A":
            return "P", value._addr_
        if kind == "S":
            return _struct_type(type(value)), value._addr_
        return "P", _load_Q(value._addr_)
    if value is None:
        return "P", 0
    if isinstance(value, int):
        value = int(value)
        if not -0x80000000 <= value <= 0xffffffff:
            if not -0x8000000000000000 <= value <= 0xffffffffffffffff:
                raise ArgumentError(f"argument {number}: OverflowError: int too long to convert")
        return "i", _integer_word(value, 4, True)
    if isinstance(value, bytes):
        return "z", value
    if isinstance(value, str):
        pinned = _pin_text(value)
        return "P", _data(pinned)
    other = _as_parameter(value)
    if other is not None:
        return _operand(other, number)
    raise ArgumentError(f"argument {number}: TypeError: "
                        f"Don't know how to convert parameter {number}")


def _call(self, args):
    address = _load_Q(self._addr_)
    if address == 0:
        raise ValueError("attempt to call a NULL function pointer")
    arguments = self._arguments_
    converted = list(args)
    if arguments is not None:
        required = len(arguments)
        if len(args) < required:
            s = "" if required == 1 else "s"
            raise TypeError(f"this function takes at least {required} argument{s} "
                            f"({len(args)} given)")
        for i in range(required):
            try:
                converted[i] = arguments[i].from_param(args[i])
            except Exception as e:
                raise ArgumentError(f"argument {i + 1}: {type(e).__name__}: {e}") from None
    kinds = []
    values = []
    alive = []
    for i, value in enumerate(converted):
        kind, v = _operand(value, i + 1)
        if isinstance(value, str):
            alive.append(_pin_text(value))
            v = _data(alive[-1])
        kinds.append(kind)
        values.append(v)
    kinds = tuple(kinds)
    values = tuple(values)
    use_errno = self._flags_ & _FUNCFLAG_USE_ERRNO != 0
    restype = self._result_
    if restype is None:
        result = _c.invoke(self, "v", kinds, values, use_errno)
    elif not _is_ctype(restype):
        result = restype(_c.invoke(self, "i", kinds, values, use_errno))
    elif _is_plain(restype):
        if restype is py_object:
            raise NotImplementedError("ctypes: py_object is not supported by Hothouse")
        result = _c.invoke(self, restype._type_, kinds, values, use_errno)
    elif restype._ffi_kind_ == "s":
        result = _make(restype)
        code = restype._type_
        if code in "zZP":
            _store_address(result._addr_, _c.invoke(self, "Q", kinds, values, use_errno))
        else:
            _STORE[code](result._addr_, _c.invoke(self, code, kinds, values, use_errno))
    elif restype._ffi_kind_ == "S":
        result = _make(restype)
        _c.invoke(self, (_struct_type(restype), result._addr_), kinds, values, use_errno)
    elif restype._ffi_kind_ == "F":
        result = restype(_c.invoke(self, "Q", kinds, values, use_errno))
    else:
        result = _make(restype)
        _store_address(result._addr_, _c.invoke(self, "Q", kinds, values, use_errno))
    if self._check_ is not None:
        return self._check_(result, self, args)
    return result


# --- callbacks

def _make_closure(cls, function):
    arguments = cls._argtypes_
    if arguments is None:
        raise TypeError("cannot construct instance of this class: no argtypes")
    restype = cls._restype_
    if restype is None:
        code = "v"
    elif _is_ctype(restype) and restype._ffi_kind_ == "s" and restype._type_ != "O":
        code = restype._type_
    else:
        raise TypeError("invalid result type for callback function")
    codes = ""
    converts = False
    for kind in arguments:
        if not _is_ctype(kind) or kind._size_ is None:
            raise TypeError("invalid argument type for callback function")
        if kind._ffi_kind_ == "s" and kind._type_ != "O":
            codes += kind._type_
            if not _is_plain(kind):
                converts = True
        elif kind._ffi_kind_ == "P" or kind._ffi_kind_ == "F":
            codes += "Q"
            converts = True
        else:
            raise NotImplementedError(
                f"ctypes: callbacks cannot take {kind.__name__} by value in Hothouse")
    result_class = restype if code in "zZP" else None
    use_errno = cls._flags_ & _FUNCFLAG_USE_ERRNO != 0
    if converts or result_class is not None:
        return _c.make_callback(_converting(function, arguments, result_class), code, codes,
                                function, use_errno)
    return _c.make_callback(function, code, codes, function, use_errno)


# The function that C calls: written for its arguments' types, so that traces follow it.
def _converting(function, arguments, result_class):
    names = [f"v{k}" for k in range(len(arguments))]
    converted = []
    for kind, v, k in zip(arguments, names, range(len(names))):
        if kind._ffi_kind_ == "P":
            converted.append(f"_pointing(kinds[{k}], {v})")
        elif kind._ffi_kind_ == "F":
            converted.append(f"kinds[{k}]({v})")
        elif not _is_plain(kind):
            converted.append(f"_wrapped(kinds[{k}], {v})")
        else:
            converted.append(v)
    call = f"function({', '.join(converted)})"
    if result_class is not None:
        call = f"_returned(result_class, {call})"
    make = _define("def make(function, kinds, result_class):\n"
                   f"    def call({', '.join(names)}):\n"
                   f"        return {call}\n"
                   "    return call\n")
    return make(function, arguments, result_class)


# A pointer to what is at the address.
def _pointing(cls, address):
    p = _make(cls)
    _store_address(p._addr_, address)
    return p


def _wrapped(cls, value):
    made = _make(cls)
    made.value = value
    return made


def _returned(cls, result):
    made = result if isinstance(result, cls) else cls(result)
    _recent[_recent_next[0]] = made
    _recent_next[0] = (_recent_next[0] + 1) % 64
    return _load_Q(made._addr_)


# Pointers that callbacks have returned: C code looks at them when Python no longer does.
_recent = [None] * 64
_recent_next = [0]

_CFuncPtr = CFuncPtr
_c_functype_cache = {}


def CFUNCTYPE(restype, *argtypes, **kw):
    flags = _FUNCFLAG_CDECL
    if kw.pop("use_errno", False):
        flags |= _FUNCFLAG_USE_ERRNO
    if kw.pop("use_last_error", False):
        flags |= _FUNCFLAG_USE_LASTERROR
    if kw:
        raise ValueError("unexpected keyword argument(s) %s" % kw.keys())
    key = (restype, argtypes, flags)
    made = None
    try:
        made = _c_functype_cache.get(key)
    except TypeError:
        key = None
    if made is not None:
        return made

    class CFunctionType(CFuncPtr):
        _argtypes_ = argtypes
        _restype_ = restype
        _flags_ = flags

    CFunctionType.__module__ = "ctypes"
    if key is not None:
        _c_functype_cache[key] = CFunctionType
    return CFunctionType


def PYFUNCTYPE(restype, *argtypes):
    raise NotImplementedError("ctypes: there is no C API of Python in Hothouse (PYFUNCTYPE)")


# --- libraries

class CDLL:
    _func_flags_ = _FUNCFLAG_CDECL
    _func_restype_ = c_int
    _name = "<uninitialized>"
    _handle = 0
    _FuncPtr = None

    def __init__(self, name, mode=DEFAULT_MODE, handle=None, use_errno=False,
                 use_last_error=False, winmode=None):
        self._name = name
        flags = self._func_flags_
        if use_errno:
            flags |= _FUNCFLAG_USE_ERRNO
        if use_last_error:
            flags |= _FUNCFLAG_USE_LASTERROR
        result = self._func_restype_

        class _FuncPtr(CFuncPtr):
            _flags_ = flags
            _restype_ = result

        self._FuncPtr = _FuncPtr
        if handle is None:
            if name is not None and not isinstance(name, str):
                if isinstance(name, bytes):
                    name = name.decode()
                else:
                    name = name.__fspath__()
            self._handle = _c.dlopen(name, mode)
        else:
            self._handle = handle

    def __repr__(self):
        return (f"<{self.__class__.__name__} '{self._name}', handle {self._handle:x} "
                f"at {id(self):#x}>")

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        func = self.__getitem__(name)
        setattr(self, name, func)
        return func

    def __getitem__(self, name_or_ordinal):
        func = self._FuncPtr((name_or_ordinal, self))
        if not isinstance(name_or_ordinal, int):
            func.__name__ = name_or_ordinal
        return func


class PyDLL(CDLL):
    def __init__(self, *args, **kwargs):
        raise NotImplementedError("ctypes: there is no C API of Python in Hothouse (PyDLL)")


class LibraryLoader:
    def __init__(self, dlltype):
        self._dlltype = dlltype

    def __getattr__(self, name):
        if name[0] == "_":
            raise AttributeError(name)
        try:
            dll = self._dlltype(name)
        except OSError:
            raise AttributeError(name)
        setattr(self, name, dll)
        return dll

    def __getitem__(self, name):
        return getattr(self, name)

    def LoadLibrary(self, name):
        return self._dlltype(name)


cdll = LibraryLoader(CDLL)
pydll = LibraryLoader(PyDLL)


# --- functions on instances and types

def sizeof(obj_or_type):
    if isinstance(obj_or_type, _CData):
        return getattr(obj_or_type, "_resized_", obj_or_type._size_)
    if _is_ctype(obj_or_type) and obj_or_type._size_ is not None:
        return obj_or_type._size_
    raise TypeError("this type has no size")


def alignment(obj_or_type):
    if isinstance(obj_or_type, _CData) or (_is_ctype(obj_or_type) and
                                           obj_or_type._size_ is not None):
        return obj_or_type._align_
    raise TypeError("no alignment info")


def addressof(obj):
    if not isinstance(obj, _CData):
        raise TypeError("invalid type")
    return obj._addr_


def resize(obj, size):
    if not isinstance(obj, _CData):
        raise TypeError("excepted ctypes instance")
    if size < obj._size_:
        raise ValueError(f"minimum size is {obj._size_}")
    if isinstance(obj._base_, _CData):
        raise ValueError("Memory cannot be resized because this object doesn't own it")
    memory = _allocate(size)
    _copy(_data(memory), obj._addr_, min(size, sizeof(obj)))
    obj._addr_ = _data(memory)
    obj._base_ = memory
    obj._resized_ = size


# The address that an argument of type void* has; what keeps it alive is returned too.
def _void(value, number):
    try:
        param = c_void_p.from_param(value)
    except TypeError as e:
        raise ArgumentError(f"argument {number}: TypeError: {e}") from None
    kind, address = _operand(param, number)
    return address or 0, param


def cast(obj, typ):
    address, param = _void(obj, 1)
    if not _is_ctype(typ) or not (typ._ffi_kind_ in "PF" or
                                  typ._ffi_kind_ == "s" and typ._type_ in "zZPO"):
        raise TypeError("cast() argument 2 must be a pointer type, not "
                        f"{typ.__name__ if isinstance(typ, type) else _type_text(typ)}")
    if typ._ffi_kind_ == "F":
        result = typ(address)
        result._keep_ = {"": obj}
        return result
    result = _make(typ)
    _store_address(result._addr_, address)
    result._keep_ = {"": (obj, param, _keeps(obj) if isinstance(obj, _CData) else None)}
    return result


def memmove(dst, src, count):
    to, _ = _void(dst, 1)
    start, alive = _void(src, 2)
    _copy(to, start, count)
    return to


def memset(dst, c, count):
    to, _ = _void(dst, 1)
    _c.fill(to, c, count)
    return to


def string_at(ptr, size=-1):
    address, alive = _void(ptr, 1)
    return _bytes_at(address, size)


def wstring_at(ptr, size=-1):
    address, alive = _void(ptr, 1)
    return _wide_at(address, size, size < 0)


def create_string_buffer(init, size=None):
    if isinstance(init, bytes):
        if size is None:
            size = len(init) + 1
        buffer = (c_char * size)()
        buffer.value = init
        return buffer
    if isinstance(init, int):
        return (c_char * init)()
    raise TypeError(init)


c_buffer = create_string_buffer


def create_unicode_buffer(init, size=None):
    if isinstance(init, str):
        if size is None:
            size = len(init) + 1
        buffer = (c_wchar * size)()
        buffer.value = init
        return buffer
    if isinstance(init, int):
        return (c_wchar * init)()
    raise TypeError(init)
