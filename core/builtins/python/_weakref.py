# References that, in CPython, do not keep an object alive. Here they do: objects live until the
# program ends or nothing refers to them, weak references included.


_new = object.__new__


class ReferenceType:
    __module__ = "weakref"
    __slots__ = ("_object", "__callback__", "__weakref__")

    def __new__(cls, object, callback=None, *rest):
        self = _new(cls)
        if type(object) in (int, str, float, tuple, list, dict, bytes, bool, type(None), complex):
            raise TypeError(f"cannot create weak reference to '{type(object).__name__}' object")
        self._object = object
        self.__callback__ = callback
        return self

    def __init__(self, object, callback=None, *rest):
        pass

    def __call__(self):
        return self._object

    def __eq__(self, other):
        if not isinstance(other, ReferenceType):
            return NotImplemented
        return self._object == other._object

    def __hash__(self):
        return hash(self._object)

    def __repr__(self):
        return (f"<weakref at {id(self):#x}; to '{type(self._object).__name__}' at "
                f"{id(self._object):#x}>")


ref = ReferenceType


class ProxyType:
    __module__ = "weakref"

    def __init__(self, object):
        _set(self, "_object", object)

    def __getattr__(self, name):
        return getattr(self._object, name)

    def __setattr__(self, name, value):
        setattr(self._object, name, value)

    def __delattr__(self, name):
        delattr(self._object, name)

    def __str__(self):
        return str(self._object)

    def __repr__(self):
        return f"<weakproxy at {id(self):#x} to {type(self._object).__name__} at " \
               f"{id(self._object):#x}>"

    def __bool__(self):
        return bool(self._object)

    def __len__(self):
        return len(self._object)

    def __getitem__(self, key):
        return self._object[key]

    def __setitem__(self, key, value):
        self._object[key] = value

    def __delitem__(self, key):
        del self._object[key]

    def __iter__(self):
        return iter(self._object)

    def __contains__(self, item):
        return item in self._object

    def __eq__(self, other):
        return self._object == other

    def __add__(self, other):
        return self._object + other

    __hash__ = None


_set = object.__setattr__


class CallableProxyType(ProxyType):
    def __call__(self, *args, **kwargs):
        return self._object(*args, **kwargs)


def proxy(object, callback=None):
    return CallableProxyType(object) if callable(object) else ProxyType(object)


def getweakrefcount(object):
    return 0


def getweakrefs(object):
    return []


def _remove_dead_weakref(dict, key):
    pass
