# ctypes, part swapped: types whose bytes lie in the other order than the machine's.
#
# A swapped type's accessors have codes of their own (">i"): bytes are loaded and stored one by one.


def _load_h_be(a):
    return _load_b(a) << 8 | _load_B(a + 1)


def _load_H_be(a):
    return _load_B(a) << 8 | _load_B(a + 1)


def _load_i_be(a):
    return _load_b(a) << 24 | _load_B(a + 1) << 16 | _load_B(a + 2) << 8 | _load_B(a + 3)


def _load_I_be(a):
    return _load_B(a) << 24 | _load_B(a + 1) << 16 | _load_B(a + 2) << 8 | _load_B(a + 3)


def _load_q_be(a):
    return _load_i_be(a) << 32 | _load_I_be(a + 4)


def _load_Q_be(a):
    return _load_I_be(a) << 32 | _load_I_be(a + 4)


def _load_f_be(a):
    _store_I(_turned, _load_I_be(a))
    return _load_f(_turned)


def _load_d_be(a):
    _store_Q(_turned, _load_Q_be(a))
    return _load_d(_turned)


def _store_h_be(a, value):
    _store_H(_turned, value)
    _turn(a, 2)


def _store_i_be(a, value):
    _store_I(_turned, value)
    _turn(a, 4)


def _store_q_be(a, value):
    _store_Q(_turned, value)
    _turn(a, 8)


def _store_f_be(a, value):
    _store_f(_turned, value)
    _turn(a, 4)


def _store_d_be(a, value):
    _store_d(_turned, value)
    _turn(a, 8)


def _turn(a, size):
    for k in range(size):
        _store_B(a + k, _load_B(_turned + size - 1 - k))


_turned_memory = _allocate(8)
_turned = _data(_turned_memory)
_load_l_be = _load_q_be
_load_L_be = _load_Q_be
_store_H_be = _store_h_be
_store_I_be = _store_i_be
_store_l_be = _store_L_be = _store_Q_be = _store_q_be

_LOAD.update({">h": _load_h_be, ">H": _load_H_be, ">i": _load_i_be, ">I": _load_I_be,
              ">l": _load_q_be, ">L": _load_Q_be, ">q": _load_q_be, ">Q": _load_Q_be,
              ">f": _load_f_be, ">d": _load_d_be})
_STORE.update({">h": _store_h_be, ">H": _store_h_be, ">i": _store_i_be, ">I": _store_i_be,
               ">l": _store_q_be, ">L": _store_q_be, ">q": _store_q_be, ">Q": _store_q_be,
               ">f": _store_f_be, ">d": _store_d_be})


_SWAPPED_CODES = (">h", ">H", ">i", ">I", ">l", ">L", ">q", ">Q", ">f", ">d")


def _swapped_type(cls):
    made = cls.__dict__.get("_other_order_")
    if made is None:
        names = {"_type_": cls._type_, "_code_": ">" + cls._type_, "_other_order_": cls,
                 "__module__": cls.__module__, "__qualname__": cls.__qualname__}
        made = PyCSimpleType(cls.__name__ + "_be", cls.__bases__, names)
        type.__setattr__(cls, "_other_order_", made)
    return made


def _other_endian(kind):
    if hasattr(kind, "__ctype_be__"):
        return kind.__ctype_be__
    if isinstance(kind, PyCArrayType):
        return _other_endian(kind._type_) * kind._length_
    if issubclass(kind, (Structure, Union)):
        return kind
    raise TypeError(f"This type does not support other endian: {kind}")


def _swapped_fields(fields):
    swapped = []
    for row in fields:
        swapped.append((row[0], _other_endian(row[1])) + tuple(row[2:]))
    return swapped


class _swapped_meta:
    def __setattr__(self, name, value):
        if name == "_fields_":
            value = _swapped_fields(value)
        super().__setattr__(name, value)


class _swapped_struct_meta(_swapped_meta, type(Structure)):
    pass


class _swapped_union_meta(_swapped_meta, type(Union)):
    pass


class BigEndianStructure(Structure, metaclass=_swapped_struct_meta):
    __module__ = "ctypes._endian"
    __slots__ = ()
    _swappedbytes_ = None


class BigEndianUnion(Union, metaclass=_swapped_union_meta):
    __module__ = "ctypes._endian"
    __slots__ = ()
    _swappedbytes_ = None


LittleEndianStructure = Structure
LittleEndianUnion = Union
