# Weak references: the collector (primitives/weak_primitives.cpp) forgets targets that nothing else
# refers to. That is when it looks at the whole heap, as gc.collect() makes it do; in CPython it is
# with the last reference.


_new = object.__new__
_strong_only = (int, str, float, tuple, list, dict, bytes, bool, type(None), complex)


class ReferenceType:
    __module__ = "weakref"
    __slots__ = ("_number", "_hash", "__callback__", "__weakref__")

    def __new__(cls, object, callback=None, *rest):
        if type(object) in _strong_only:
            raise TypeError(f"cannot create weak reference to '{type(object).__name__}' object")
        self = _new(cls)
        self.__callback__ = callback
        self._hash = None
        self._number = _weak_add(self, object)
        dead = _weak_dead()
        if dead:
            _run_callbacks(dead)
        return self

    def __init__(self, object, callback=None, *rest):
        pass

    def __call__(self):
        return _weak_target(self._number)

    def __eq__(self, other):
        if not isinstance(other, ReferenceType):
            return NotImplemented
        a = self()
        b = other()
        if a is None or b is None:
            return self is other
        return a == b

    def __hash__(self):
        if self._hash is None:
            target = self()
            if target is None:
                raise TypeError("weak object has gone away")
            self._hash = hash(target)
        return self._hash

    def __repr__(self):
        target = self()
        if target is None:
            return f"<weakref at {id(self):#x}; dead>"
        name = getattr(target, "__name__", None)
        name = f" ({name})" if isinstance(name, str) else ""
        return (f"<weakref at {id(self):#x}; to '{type(target).__name__}' at "
                f"{id(target):#x}{name}>")


# Of the references whose targets have died.
def _run_callbacks(dead):
    for reference in dead:
        callback = reference.__callback__
        if callback is None:
            continue
        reference.__callback__ = None
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


class ProxyType:
    __module__ = "weakref"

    def __init__(self, object, callback=None):
        number = _weak_add(self, object)
        _set(self, "_number", number)
        _set(self, "__callback__", callback)

    def __getattr__(self, name):
        return getattr(_target(self), name)

    def __setattr__(self, name, value):
        setattr(_target(self), name, value)

    def __delattr__(self, name):
        delattr(_target(self), name)

    def __str__(self):
        return str(_target(self))

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

    def __contains__(self, item):
        return item in _target(self)

    def __eq__(self, other):
        return _target(self) == other

    def __add__(self, other):
        return _target(self) + other

    __hash__ = None


_set = object.__setattr__
_get = object.__getattribute__


class CallableProxyType(ProxyType):
    def __call__(self, *args, **kwargs):
        return _target(self)(*args, **kwargs)


def proxy(object, callback=None):
    if type(object) in _strong_only:
        raise TypeError(f"cannot create weak reference to '{type(object).__name__}' object")
    return CallableProxyType(object, callback) if callable(object) else \
        ProxyType(object, callback)


def getweakrefcount(object):
    return len(_weak_references(object))


def getweakrefs(object):
    return _weak_references(object)


# Of a dict whose values are weak references: its finalizers may find that the key has a new one.
def _remove_dead_weakref(dict, key):
    reference = dict.get(key)
    if reference is not None and reference() is None:
        del dict[key]
