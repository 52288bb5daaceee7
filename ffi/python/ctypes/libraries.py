# ctypes, part libraries: CDLL and its kin.


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
