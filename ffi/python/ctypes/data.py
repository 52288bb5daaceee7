# ctypes: C types, their instances, and functions of shared libraries.
#
# An instance knows where its memory lies (_addr_) and keeps what owns it alive (_base_: the memory
# itself, or the object it is a part of). Accessors of fields, elements and values are made for
# each class with offsets and sizes as constants, so that in a compiled trace they are one load or
# store. A call whose arguments are simple is done below Python (core/ops/native.h); what it leaves
# comes to CFuncPtr.__call__.
#
# The module is written in parts that share one namespace (ffi/module.cpp lists them); this is the
# first: the primitives by their names here, and what all instances have in common.
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
    "O": (None, 8, None), "v": ("variant_bool", 2, None),
    ">h": ("h_be", 2, "int"), ">H": ("H_be", 2, "int"), ">i": ("i_be", 4, "int"),
    ">I": ("I_be", 4, "int"), ">l": ("l_be", 8, "int"), ">L": ("L_be", 8, "int"),
    ">q": ("q_be", 8, "int"), ">Q": ("Q_be", 8, "int"), ">f": ("f_be", 4, "float"),
    ">d": ("d_be", 8, "float"),
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

    # What the program has added; a copy.
    @property
    def __dict__(self):
        everything = _instance_dict(self)
        return {k: v for k, v in everything.items() if k not in _OWN_ATTRIBUTES}

    def __reduce_ex__(self, protocol):
        return self.__reduce__()

    def __reduce__(self):
        if _has_pointers(type(self)):
            raise ValueError("ctypes objects containing pointers cannot be pickled")
        return _unpickle, (type(self), (self.__dict__, bytes(self)))

    def __copy__(self):
        make, arguments = self.__reduce__()
        return make(*arguments)

    def __deepcopy__(self, memo):
        return self.__copy__()

    def __setstate__(self, state, data):
        _write_bytes(self._addr_, data[:sizeof(self)])
        for name in state:
            setattr(self, name, state[name])

    # In CPython the memory is a buffer that others may use.
    def __bytes__(self):
        return _bytes_at(self._addr_, sizeof(self))

    # What memoryview() makes of it, without the format.
    def __buffer__(self, flags):
        obj = self
        while isinstance(obj._base_, _CData):
            obj = obj._base_
        view = _c.view_memory(obj._base_, self._addr_, sizeof(self))
        if view is None:
            raise NotImplementedError("ctypes: a memoryview of memory at any address is not "
                                      "supported by Hothouse")
        return view


_bare = _c.bare
_OWN_ATTRIBUTES = ("_addr_", "_base_", "_keep_", "_resized_")


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


def _has_pointers(cls):
    kind = cls._ffi_kind_
    if kind == "A":
        return _has_pointers(cls._type_)
    if kind == "S":
        for part in cls._types_:
            if _has_pointers(part):
                return True
        return False
    return kind != "s" or cls._type_ in "zZPO"


def _unpickle(cls, state):
    obj = cls.__new__(cls)
    obj.__setstate__(*state)
    return obj


def _load_variant_bool(address):
    return _load_h(address) != 0


def _store_variant_bool(address, value):
    _store_h(address, -1 if value else 0)


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
    elif kind == "A" and cls._type_ is c_char:
        _assign_text(cls, address, value)
    elif kind == "A" and cls._type_ is c_wchar:
        _assign_wide(cls, address, value)
    elif not isinstance(value, _CData):
        if isinstance(value, tuple):
            try:
                made = cls(*value)
            except Exception as e:
                raise RuntimeError(f"({cls.__name__}) {type(e).__name__}: {e}") from None
            _copy(address, made._addr_, cls._size_)
            _keep(owner, address, made)
        elif value is None and (kind == "P" or kind == "F"):
            _store_address(address, 0)
        else:
            raise TypeError(f"expected {cls.__name__} instance, got {_type_text(value)}")
    elif kind == "P" and isinstance(value, Array) and value._type_ is cls._type_:
        _store_address(address, value._addr_)
        _keep(owner, address, value)
    else:
        raise TypeError(f"incompatible types, {_type_text(value)} instance instead of "
                        f"{cls.__name__} instance")


# Up to the first zero, as C copies strings.
def _assign_text(cls, address, value):
    if not isinstance(value, bytes):
        raise TypeError(f"expected bytes, {_type_text(value)} found")
    value = value.partition(b"\0")[0]
    if len(value) > cls._length_:
        raise ValueError(f"bytes too long ({len(value)}, maximum length {cls._length_})")
    _write_bytes(address, value)
    if len(value) < cls._length_:
        _store_b(address + len(value), 0)


def _assign_wide(cls, address, value):
    if not isinstance(value, str):
        raise TypeError(f"unicode string expected instead of {_type_text(value)} instance")
    if len(value) > cls._length_:
        raise ValueError(f"string too long ({len(value)}, maximum length {cls._length_})")
    for i, c in enumerate(value):
        _store_u(address + 4 * i, c)
    if len(value) < cls._length_:
        _store_i(address + 4 * len(value), 0)


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
        plain = _CODES[cls._code_][2]
        if plain == "int":
            value = _int_of(value)
        elif plain == "float":
            value = _float_of(value)
        _STORE[cls._code_](address, value)


# What reading an instance's memory gives: a Python value for plain types, else an object.
def _fetch(cls, address, owner):
    if _is_plain(cls):
        return _LOAD[cls._code_](address)
    if cls._ffi_kind_ == "F":
        made = cls(_load_Q(address))
        made._owner_ = owner  # which keeps the callback
        return made
    return _at(cls, address, owner)
