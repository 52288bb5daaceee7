def _f():
    yield 1


FunctionType = type(_f)
LambdaType = FunctionType
GeneratorType = type(_f())


async def _coroutine():
    pass


async def _async_generator():
    yield 1


_made = _coroutine()
CoroutineType = type(_made)
_made.close()
AsyncGeneratorType = type(_async_generator())
CodeType = type(_f.__code__)
MappingProxyType = type(type.__dict__)
NoneType = type(None)
NotImplementedType = type(NotImplemented)
EllipsisType = type(...)
BuiltinFunctionType = type(id)
BuiltinMethodType = BuiltinFunctionType
MethodDescriptorType = type(str.join)
WrapperDescriptorType = MethodDescriptorType
GetSetDescriptorType = type(type(_f).__dict__["__code__"])


class _C:
    def m(self):
        pass


MethodType = type(_C().m)


def _new_method(function, obj):
    return _bind(function, obj)


import sys

ModuleType = type(sys)


def _cell(x):
    def f():
        return x
    return f.__closure__[0]


CellType = type(_cell(1))
TracebackType = _traceback_type()


class SimpleNamespace:
    def __init__(self, /, **kwargs):
        for k, v in kwargs.items():
            setattr(self, k, v)

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __repr__(self):
        name = "namespace" if type(self) is SimpleNamespace else type(self).__name__
        return f"{name}({', '.join([f'{k}={v!r}' for k, v in self.__dict__.items()])})"


def _type_text(t):
    if t is ...:
        return "..."
    if isinstance(t, type):
        if t.__module__ == "builtins":
            return t.__qualname__
        return f"{t.__module__}.{t.__qualname__}"
    if t is None:
        return "None"
    if isinstance(t, list):
        return "[" + ", ".join([_type_text(x) for x in t]) + "]"
    return repr(t)


class GenericAlias:
    def __init__(self, origin, args):
        self.__origin__ = origin
        self.__args__ = args if isinstance(args, tuple) else (args,)
        self.__parameters__ = ()

    def __call__(self, *args, **kwargs):
        return self.__origin__(*args, **kwargs)

    def __getattr__(self, name):
        return getattr(self.__origin__, name)

    def __getitem__(self, key):
        return GenericAlias(self.__origin__, key)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __eq__(self, other):
        if not isinstance(other, GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __or__(self, other):
        return _make_union(self, other)

    def __ror__(self, other):
        return _make_union(other, self)

    def __instancecheck__(self, obj):
        raise TypeError("isinstance() argument 2 cannot be a parameterized generic")

    def __subclasscheck__(self, cls):
        raise TypeError("issubclass() argument 2 cannot be a parameterized generic")

    def __repr__(self):
        args = ", ".join([_type_text(a) for a in self.__args__])
        return f"{_type_text(self.__origin__)}[{args or '()'}]"


class UnionType:
    def __init__(self, args):
        self.__args__ = args

    def __or__(self, other):
        return _make_union(self, other)

    def __ror__(self, other):
        return _make_union(other, self)

    def __eq__(self, other):
        if not isinstance(other, UnionType):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __instancecheck__(self, obj):
        for t in self.__args__:
            if isinstance(obj, t):
                return True
        return False

    def __subclasscheck__(self, cls):
        for t in self.__args__:
            if issubclass(cls, t):
                return True
        return False

    def __repr__(self):
        return " | ".join([_type_text(None if t is NoneType else t) for t in self.__args__])


def _make_union(a, b):
    row = []
    for t in (a, b):
        if t is None:
            t = NoneType
        if isinstance(t, UnionType):
            parts = t.__args__
        else:
            parts = (t,)
        for p in parts:
            if p not in row:
                row.append(p)
    if len(row) == 1:
        return row[0]
    return UnionType(tuple(row))


def new_class(name, bases=(), kwds=None, exec_body=None):
    ns = {}
    if exec_body is not None:
        exec_body(ns)
    kwds = dict(kwds or {})
    meta = kwds.pop("metaclass", None) or (type(bases[0]) if bases else type)
    return meta(name, bases, ns, **kwds)


def coroutine(func):
    return func


class DynamicClassAttribute:
    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget

    def __get__(self, instance, owner=None):
        if instance is None:
            raise AttributeError
        return self.fget(instance)


# Frames are made by a module which few programs need.
def __getattr__(name):
    if name == "FrameType":
        return type(sys._getframe())
    raise AttributeError(f"module 'types' has no attribute {name!r}")
