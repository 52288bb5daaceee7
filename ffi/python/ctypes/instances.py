# ctypes, part instances: sizeof, addressof, cast, memory as text.


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
