# Weak references: the collector (primitives/weak_primitives.cpp) forgets targets that nothing else
# refers to. That is when it looks at the whole heap, as gc.collect() makes it do; in CPython it is
# with the last reference.
import _types

_new = object.__new__

# Built-in types whose objects have room for weak references.
_referable = (set, frozenset, type, memoryview, _types.FunctionType, _types.BuiltinFunctionType,
              _types.MethodType, _types.ModuleType, _types.CodeType, _types.GeneratorType,
              _types.CoroutineType, _types.AsyncGeneratorType)


# Classes say so by a descriptor, which one that was made of another's names has only inherited.
def _check_room(kind):
    if issubclass(kind, _referable):
        return
    descriptor = getattr(kind, "__weakref__", None)
    if descriptor is None or not issubclass(kind, descriptor.__objclass__):
        raise TypeError(f"cannot create weak reference to '{kind.__name__}' object")


@_in_c
@_in_c
class ReferenceType:
    __module__ = "weakref"
    __slots__ = ("_number", "_hash", "_callback", "__weakref__")

    def __new__(cls, object, callback=None, /, **others):
        if others and cls is ReferenceType:
            raise TypeError("ref() takes no keyword arguments")
        _check_room(type(object))
        if callback is None and cls is ReferenceType:
            for known in _weak_references(object):
                if type(known) is cls and known._callback is None:
                    return known
        self = _new(cls)
        self._callback = callback
        self._hash = None
        self._number = _weak_add(self, object)
        dead = _weak_dead()
        if dead:
            _run_callbacks(dead)
        return self

    def __init__(self, object, callback=None, /, **others):
        if others:
            raise TypeError("ref() takes no keyword arguments")

    @property
    def __callback__(self):
        return None if _weak_target(self._number) is None else self._callback

    def __call__(self):
        return _weak_target(self._number)

    def __eq__(self, other):
        if not isinstance(other, ReferenceType):
            return NotImplemented
        a = _weak_target(self._number)  # a subclass may answer something else when called
        b = _weak_target(other._number)
        if a is None or b is None:
            return self is other
        return a == b

    def __hash__(self):
        if self._hash is None:
            target = _weak_target(self._number)
            if target is None:
                raise TypeError("weak object has gone away")
            self._hash = hash(target)
        return self._hash

    def __repr__(self):
        target = _weak_target(self._number)
        if target is None:
            return f"<weakref at {id(self):#x}; dead>"
        name = getattr(target, "__name__", None)
        name = f" ({name})" if isinstance(name, str) else ""
        return (f"<weakref at {id(self):#x}; to '{type(target).__name__}' at "
                f"{id(target):#x}{name}>")


# What to call, once.
def _callback_of(reference):
    callback = _get(reference, "_callback")
    if callback is not None:
        _set(reference, "_callback", None)
    return callback


# Of the references whose targets have died.
def _run_callbacks(dead):
    for reference in dead:
        callback = _callback_of(reference)
        if callback is None:
            continue
        try:
            callback(reference)
        except BaseException as e:
            from _sys import _report_unraisable
            _report_unraisable(callback, e, None)


ref = ReferenceType


# What a proxy stands for.
def _target(proxy):
    target = _weak_target(_get(proxy, "_number"))
    if target is None:
        raise ReferenceError("weakly-referenced object no longer exists")
    return target


# The operands of an operator may both be proxies.
def _unwrap(x):
    return _target(x) if issubclass(type(x), ProxyType) else x


# What operators find in the class is what the target has for them.
@_in_c
class ProxyType:
    __module__ = "weakref"

    def __new__(cls, object, callback=None):
        self = _new(cls)
        _set(self, "_number", _weak_add(self, object))
        _set(self, "_callback", callback)
        return self

    def __init__(self, object, callback=None):
        pass

    def __getattribute__(self, name):
        return getattr(_target(self), name)

    def __setattr__(self, name, value):
        setattr(_target(self), name, value)

    def __delattr__(self, name):
        delattr(_target(self), name)

    def __str__(self):
        return str(_target(self))

    def __bytes__(self):
        return _target(self).__bytes__()

    def __repr__(self):
        return f"<weakproxy at {id(self):#x} to {type(_target(self)).__name__} at " \
               f"{id(_target(self)):#x}>"

    def __bool__(self):
        return bool(_target(self))

    def __len__(self):
        return len(_target(self))

    def __getitem__(self, key):
        return _target(self)[key]

    def __setitem__(self, key, value):
        _target(self)[key] = value

    def __delitem__(self, key):
        del _target(self)[key]

    def __iter__(self):
        return iter(_target(self))

    def __next__(self):
        target = _target(self)
        if not hasattr(type(target), "__next__"):
            raise TypeError("Weakref proxy referenced a non-iterator "
                            f"'{type(target).__name__}' object")
        return next(target)

    def __reversed__(self):
        return reversed(_target(self))

    def __contains__(self, item):
        return item in _target(self)

    def __pow__(self, other, modulo=None):
        return pow(_target(self), _unwrap(other), _unwrap(modulo))

    def __rpow__(self, other):
        return _unwrap(other) ** _target(self)

    def __divmod__(self, other):
        return divmod(_target(self), _unwrap(other))

    def __rdivmod__(self, other):
        return divmod(_unwrap(other), _target(self))

    def __int__(self):
        return int(_target(self))

    def __float__(self):
        return float(_target(self))

    def __abs__(self):
        return abs(_target(self))

    __hash__ = None


def _add_operators():
    import operator
    set_name = type.__setattr__

    def unary(f):
        return lambda self: f(_target(self))

    def binary(f):
        return lambda self, other: f(_target(self), _unwrap(other))

    def reflected(f):
        return lambda self, other: f(_unwrap(other), _target(self))
    for name in ("neg", "pos", "invert", "index"):
        set_name(ProxyType, f"__{name}__", unary(getattr(operator, name)))
    for name in ("lt", "le", "eq", "ne", "gt", "ge"):
        set_name(ProxyType, f"__{name}__", binary(getattr(operator, name)))
    for name in ("add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "lshift", "rshift",
                 "and_", "or_", "xor"):
        plain = name.rstrip("_")
        set_name(ProxyType, f"__{plain}__", binary(getattr(operator, name)))
        set_name(ProxyType, f"__r{plain}__", reflected(getattr(operator, name)))
        set_name(ProxyType, f"__i{plain}__", binary(getattr(operator, f"i{plain}")))
    set_name(ProxyType, "__ipow__", binary(operator.ipow))


_set = object.__setattr__
_get = object.__getattribute__
_add_operators()


@_in_c
class CallableProxyType(ProxyType):
    __module__ = "weakref"

    def __call__(self, *args, **kwargs):
        return _target(self)(*args, **kwargs)


def proxy(object, callback=None):
    _check_room(type(object))
    kind = CallableProxyType if callable(object) else ProxyType
    if callback is None:
        for known in _weak_references(object):
            if type(known) is kind and _get(known, "_callback") is None:
                return known
    return kind(object, callback)


def getweakrefcount(object):
    return len(_weak_references(object))


def getweakrefs(object):
    return _weak_references(object)


# Of a dict whose values are weak references: its finalizers may find that the key has a new one.
def _remove_dead_weakref(dict, key):
    reference = dict.get(key)
    if reference is not None and reference() is None:
        del dict[key]
