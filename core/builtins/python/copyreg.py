# How objects are taken apart and made again, for copy and pickle: object.__reduce_ex__ is here.
# Neighbours: protocol/classes.py (object's methods lead here), methods/pickling.py (those of
# types with values of their own). Pickles name _reconstructor and __newobj__.
__all__ = ["pickle", "constructor", "add_extension", "remove_extension", "clear_extension_cache"]

dispatch_table = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    if not callable(pickle_function):
        raise TypeError("reduction functions must be callable")
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    if not callable(object):
        raise TypeError("constructors must be callable")


def pickle_complex(c):
    return complex, (c.real, c.imag)


def pickle_union(obj):
    import functools, operator
    return functools.reduce, (operator.or_, obj.__args__)


pickle(complex, pickle_complex, complex)
pickle(type(int | str), pickle_union)


def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    obj = base.__new__(cls, state)
    if base.__init__ != object.__init__:
        base.__init__(obj, state)
    return obj


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


# The class written in C++ that instances of cls are based on.
def _base_of(cls):
    for base in cls.__mro__:
        if _is_builtin_type(base):
            return base
    return object


# Types whose values object.__reduce_ex__ knows how to make again.
_plain = frozenset([object, int, float, complex, str, bytes, bytearray, tuple, list, dict, set,
                    frozenset])


# Types whose objects are as long as what they hold, which no __new__ can fill.
_sized = frozenset([memoryview, type(_base_of.__code__)])


# One that CPython has in C keeps something that no state shows, unless it says how to show it.
def _can_be_made(cls):
    if cls.__getstate__ is object.__getstate__:
        for base in cls.__mro__:
            if _is_in_c(base):
                return False
    base = _base_of(cls)
    return base in _plain or issubclass(base, BaseException)


def _reduce_ex(self, protocol):
    assert protocol < 2
    cls = type(self)
    base = _base_of(cls)
    if base is object and not _can_be_made(cls):
        raise TypeError(f"cannot pickle {cls.__name__!r} object")
    if base is object:
        state = None
    else:
        if base is cls or not _can_be_made(cls):
            raise TypeError(f"cannot pickle {cls.__name__!r} object")
        state = base(self)
    args = (cls, base, state)
    try:
        getstate = self.__getstate__
    except AttributeError:
        if getattr(self, "__slots__", None):
            raise TypeError(f"cannot pickle {cls.__name__!r} object: a class that defines "
                            "__slots__ without defining __getstate__ cannot be pickled with "
                            f"protocol {protocol}") from None
        state = getattr(self, "__dict__", None)
    else:
        if (getattr(self, "__slots__", None)
                and type(self).__getstate__ is object.__getstate__):
            raise TypeError("a class that defines __slots__ without defining __getstate__ cannot "
                            "be pickled")
        state = getstate()
    return (_reconstructor, args, state) if state else (_reconstructor, args)


def _reduce_newobj(self):
    cls = type(self)
    getargs = _special(self, "__getnewargs_ex__")
    make, args = __newobj__, ()
    if getargs is not None:
        pair = getargs(self)
        if type(pair) is not tuple:
            raise TypeError(f"__getnewargs_ex__ should return a tuple, not '{_type_name(pair)}'")
        if len(pair) != 2:
            raise ValueError("__getnewargs_ex__ should return a tuple of length 2, not "
                             f"{len(pair)}")
        args, kwargs = pair
        if type(args) is not tuple:
            raise TypeError("first item of the tuple returned by __getnewargs_ex__ must be a "
                            f"tuple, not '{_type_name(args)}'")
        if type(kwargs) is not dict:
            raise TypeError("second item of the tuple returned by __getnewargs_ex__ must be a "
                            f"dict, not '{_type_name(kwargs)}'")
        if kwargs:
            make, args = __newobj_ex__, (args, kwargs)
    else:
        getargs = _special(self, "__getnewargs__")
        if getargs is not None:
            args = getargs(self)
            if type(args) is not tuple:
                raise TypeError(f"__getnewargs__ should return a tuple, not '{_type_name(args)}'")
        elif cls in _sized:
            raise TypeError(f"cannot pickle {_type_name(self)} objects")
        elif not _can_be_made(cls):
            raise TypeError(f"cannot pickle '{_type_name(self)}' object")
    state = self.__getstate__()
    items = iter(self) if isinstance(self, list) else None
    pairs = iter(self.items()) if isinstance(self, dict) else None
    return make, (cls, *args), state, items, pairs


# What is no state of an exception's own: it follows from the arguments.
_EXCEPTION_FIELDS = {
    OSError: ("errno", "strerror", "filename", "filename2", "characters_written"),
    ImportError: ("msg",), StopIteration: ("value",), SystemExit: ("code",),
    UnicodeError: ("encoding", "object", "start", "end", "reason"),
    SyntaxError: ("msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset",
                  "print_file_and_line"),
    AttributeError: ("name", "obj"), NameError: ("name",),
    BaseExceptionGroup: ("message", "exceptions")}


def _reduce_exception(self, names):
    args = self.args
    state = dict(names or ())
    for cls, fields in _EXCEPTION_FIELDS.items():
        if isinstance(self, cls):
            for name in fields:
                state.pop(name, None)
    if isinstance(self, ImportError):
        state = {k: v for k, v in state.items() if v is not None or k not in ("name", "path")}
    elif isinstance(self, OSError) and len(args) == 2 and self.filename is not None:
        other = self.filename2
        args += (self.filename,) if other is None else (self.filename, None, other)
    return (type(self), args, state) if state else (type(self), args)


# Names of all slots of a class and its bases.
def _slotnames(cls):
    names = cls.__dict__.get("__slotnames__")
    if names is not None:
        return names
    names = []
    for c in cls.__mro__:
        slots = c.__dict__.get("__slots__", ())
        if isinstance(slots, str):
            slots = (slots,)
        for name in slots:
            if name in ("__dict__", "__weakref__"):
                continue
            if name.startswith("__") and not name.endswith("__"):
                stripped = c.__name__.lstrip("_")
                names.append(f"_{stripped}{name}" if stripped else name)
            else:
                names.append(name)
    try:
        cls.__slotnames__ = names
    except TypeError:
        pass  # a built-in type keeps no such note
    return names


_extension_registry = {}
_inverted_registry = {}
_extension_cache = {}


def add_extension(module, name, code):
    code = int(code)
    if not 1 <= code <= 0x7fffffff:
        raise ValueError("code out of range")
    key = (module, name)
    if _extension_registry.get(key) == code and _inverted_registry.get(code) == key:
        return
    if key in _extension_registry:
        raise ValueError(f"key {key} is already registered with code {_extension_registry[key]}")
    if code in _inverted_registry:
        raise ValueError(f"code {code} is already in use for key {_inverted_registry[code]}")
    _extension_registry[key] = code
    _inverted_registry[code] = key


def remove_extension(module, name, code):
    key = (module, name)
    if _extension_registry.get(key) != code or _inverted_registry.get(code) != key:
        raise ValueError(f"key {key} is not registered with code {code}")
    del _extension_registry[key]
    del _inverted_registry[code]
    if code in _extension_cache:
        del _extension_cache[code]


def clear_extension_cache():
    _extension_cache.clear()
