# ctypes, part callbacks: functions that C calls, and their types.


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
    codes = []
    converts = False
    for kind in arguments:
        if not _is_ctype(kind) or kind._size_ is None:
            raise TypeError("invalid argument type for callback function")
        if kind._ffi_kind_ == "s" and kind._type_ != "O":
            codes.append(kind._type_)
            if not _is_plain(kind) or kind._code_ in _SWAPPED_CODES:
                converts = True
        elif kind._ffi_kind_ == "P" or kind._ffi_kind_ == "F":
            codes.append("q")
            converts = True
        elif kind._ffi_kind_ == "S":
            codes.append(_struct_type(kind))
            converts = True
        elif kind._ffi_kind_ == "A":
            codes.append("Q")
            converts = True
        else:
            raise TypeError("invalid argument type for callback function")
    codes = tuple(codes)
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
        elif kind._ffi_kind_ == "S":
            converted.append(f"_copied(kinds[{k}], {v})")
        elif kind._ffi_kind_ == "A":
            converted.append(f"_at(kinds[{k}], {v}, None)")
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


# A structure that C has passed by value: its memory is there during the call only.
def _copied(cls, address):
    made = _make(cls)
    _copy(made._addr_, address, cls._size_)
    return made


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
