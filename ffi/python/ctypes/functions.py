# ctypes, part functions: calls of C functions that are not done below Python.


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
        flags = None
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
                flags = _check_paramflags(cls, args[1]) if len(args) > 1 else None
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
        self._paramflags_ = flags
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
        if self._paramflags_:
            return _call_with_flags(self, args, kwargs)
        result = _invoke(self, args)
        return result if self._check_ is None else self._check_(result, self, args)


# Whether arguments of the class are converted by the rules of ctypes, and not by its own.
def _has_own_param(cls):
    for c in cls.__mro__:
        if "from_param" in c.__dict__:
            return True
    return False


_NO_DIRECT_RESULT = ("g", "O", "Z", "u", "v") + _SWAPPED_CODES
_NO_DIRECT_ARGUMENT = ("g", "O", "Z", "u", "v", "c") + _SWAPPED_CODES


# Tells how the function may be called without coming here.
def _describe(self):
    arguments = self._arguments_
    result = self._result_
    codes = ""
    targets = []
    simple = self._check_ is None and not self._paramflags_ and not self._flags_ & (_FUNCFLAG_USE_ERRNO |
                                                        _FUNCFLAG_PYTHONAPI)
    if result is None:
        code = "v"
    elif _is_ctype(result) and _is_plain(result) and result._code_ not in _NO_DIRECT_RESULT and (
            not hasattr(result, "_check_retval_")):
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
        if _is_plain(kind) and kind._code_ not in _NO_DIRECT_ARGUMENT:
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
            return code, _LOAD[value._code_](value._addr_)
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
    if other is not _nothing:
        return _operand(other, number)
    raise ArgumentError(f"argument {number}: TypeError: "
                        f"Don't know how to convert parameter {number}")


# The result of a call before errcheck sees it.
def _invoke(self, args):
    result = _invoke_unchecked(self, args)
    check = getattr(self._result_, "_check_retval_", None)
    return result if check is None else check(result)


def _invoke_unchecked(self, args):
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
            _STORE[restype._code_](result._addr_, _c.invoke(self, code, kinds, values, use_errno))
    elif restype._ffi_kind_ == "S":
        result = _make(restype)
        _c.invoke(self, (_struct_type(restype), result._addr_), kinds, values, use_errno)
    elif restype._ffi_kind_ == "F":
        result = restype(_c.invoke(self, "Q", kinds, values, use_errno))
    else:
        result = _make(restype)
        _store_address(result._addr_, _c.invoke(self, "Q", kinds, values, use_errno))
    return result
