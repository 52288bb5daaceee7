# ctypes, part below: What programs that look below ctypes find there.
for _f in (Structure, Union, Array, _Pointer, _SimpleCData, CFuncPtr, POINTER, pointer, byref,
           sizeof, alignment, addressof, resize, get_errno, set_errno, ArgumentError,
           _pointer_type_cache, _unpickle):
    setattr(_c, getattr(_f, "__name__", "_pointer_type_cache"), _f)
_c._Pointer = _Pointer
_c.FUNCFLAG_CDECL = _FUNCFLAG_CDECL
_c.FUNCFLAG_PYTHONAPI = _FUNCFLAG_PYTHONAPI
_c.FUNCFLAG_USE_ERRNO = _FUNCFLAG_USE_ERRNO
_c.FUNCFLAG_USE_LASTERROR = _FUNCFLAG_USE_LASTERROR
_c.RTLD_LOCAL = RTLD_LOCAL
_c.RTLD_GLOBAL = RTLD_GLOBAL
_c.CTYPES_MAX_ARGCOUNT = 1024
_c.__version__ = __version__
del _f


def __getattr__(name):
    if name == "pythonapi" or name == "PyObj_FromPtr":
        raise AttributeError(f"ctypes.{name}: there is no C API of Python in Hothouse")
    raise AttributeError(f"module 'ctypes' has no attribute {name!r}")
