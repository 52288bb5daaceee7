# Enough of typing for annotations, NamedTuple, Protocol and Generic to work at run time.
import collections
import collections.abc
from types import GenericAlias, _make_union, _type_text

TYPE_CHECKING = False


class _SpecialForm:
    def __init__(self, name, get=None):
        self._name = name
        self._get = get

    def __getitem__(self, key):
        if self._get is not None:
            return self._get(key)
        return _Alias(self, key)

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __or__(self, other):
        return _make_union(self, other)

    def __ror__(self, other):
        return _make_union(other, self)

    def __mro_entries__(self, bases):
        return (object,)

    def __repr__(self):
        return "typing." + self._name


class _Alias:
    def __init__(self, origin, args):
        self.__origin__ = origin
        self.__args__ = args if isinstance(args, tuple) else (args,)

    def __call__(self, *args, **kwds):
        return self.__origin__(*args, **kwds)

    def __getitem__(self, key):
        return _Alias(self.__origin__, key)

    def __mro_entries__(self, bases):
        return (self.__origin__,) if isinstance(self.__origin__, type) else (object,)

    def __or__(self, other):
        return _make_union(self, other)

    def __ror__(self, other):
        return _make_union(other, self)

    def __eq__(self, other):
        if not isinstance(other, _Alias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __getattr__(self, name):
        return getattr(self.__origin__, name)

    def __instancecheck__(self, obj):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __repr__(self):
        origin = self.__origin__
        name = repr(origin) if not isinstance(origin, type) else _type_text(origin)
        return f"{name}[{', '.join([_type_text(a) for a in self.__args__])}]"


class _BuiltinAlias:
    # List, Dict, ...: the class under its old name.
    def __init__(self, origin, name):
        self.__origin__ = origin
        self._name = name

    def __getitem__(self, key):
        return _NamedAlias(self.__origin__, key, self._name)

    def __call__(self, *args, **kwds):
        return self.__origin__(*args, **kwds)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __or__(self, other):
        return _make_union(self, other)

    def __ror__(self, other):
        return _make_union(other, self)

    def __repr__(self):
        return "typing." + self._name


class _NamedAlias(_Alias):
    def __init__(self, origin, args, name):
        _Alias.__init__(self, origin, args)
        self._name = name

    def __repr__(self):
        return f"typing.{self._name}[{', '.join([_type_text(a) for a in self.__args__])}]"


class _UnionAlias(_Alias):
    def __instancecheck__(self, obj):
        for t in self.__args__:
            if isinstance(obj, t):
                return True
        return False

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and type(None) in args:
            other = args[0] if args[1] is type(None) else args[1]
            return f"typing.Optional[{_type_text(other)}]"
        return f"typing.Union[{', '.join([_type_text(a) for a in args])}]"


def _union(key):
    row = []
    for t in key if isinstance(key, tuple) else (key,):
        if t is None:
            t = type(None)
        for p in t.__args__ if isinstance(t, _UnionAlias) else (t,):
            if p not in row:
                row.append(p)
    return row[0] if len(row) == 1 else _UnionAlias(Union, tuple(row))


def _optional(key):
    return _union((key, None))


Any = _SpecialForm("Any")
NoReturn = _SpecialForm("NoReturn")
Never = _SpecialForm("Never")
Self = _SpecialForm("Self")
LiteralString = _SpecialForm("LiteralString")
ClassVar = _SpecialForm("ClassVar")
Final = _SpecialForm("Final")
Literal = _SpecialForm("Literal")
Annotated = _SpecialForm("Annotated", lambda key: key[0])
Concatenate = _SpecialForm("Concatenate")
TypeAlias = _SpecialForm("TypeAlias")
TypeGuard = _SpecialForm("TypeGuard")
Required = _SpecialForm("Required")
NotRequired = _SpecialForm("NotRequired")
Unpack = _SpecialForm("Unpack")
Union = _SpecialForm("Union", _union)
Optional = _SpecialForm("Optional", _optional)

List = _BuiltinAlias(list, "List")
Dict = _BuiltinAlias(dict, "Dict")
Set = _BuiltinAlias(set, "Set")
FrozenSet = _BuiltinAlias(frozenset, "FrozenSet")
Tuple = _BuiltinAlias(tuple, "Tuple")
Type = _BuiltinAlias(type, "Type")
Deque = _BuiltinAlias(collections.deque, "Deque")
DefaultDict = _BuiltinAlias(collections.defaultdict, "DefaultDict")
OrderedDict = _BuiltinAlias(collections.OrderedDict, "OrderedDict")
Counter = _BuiltinAlias(collections.Counter, "Counter")
ChainMap = _BuiltinAlias(collections.ChainMap, "ChainMap")
Callable = _BuiltinAlias(collections.abc.Callable, "Callable")
Iterable = _BuiltinAlias(collections.abc.Iterable, "Iterable")
Iterator = _BuiltinAlias(collections.abc.Iterator, "Iterator")
Generator = _BuiltinAlias(collections.abc.Generator, "Generator")
Sequence = _BuiltinAlias(collections.abc.Sequence, "Sequence")
MutableSequence = _BuiltinAlias(collections.abc.MutableSequence, "MutableSequence")
Mapping = _BuiltinAlias(collections.abc.Mapping, "Mapping")
MutableMapping = _BuiltinAlias(collections.abc.MutableMapping, "MutableMapping")
AbstractSet = _BuiltinAlias(collections.abc.Set, "AbstractSet")
MutableSet = _BuiltinAlias(collections.abc.MutableSet, "MutableSet")
Collection = _BuiltinAlias(collections.abc.Collection, "Collection")
Container = _BuiltinAlias(collections.abc.Container, "Container")
Hashable = _BuiltinAlias(collections.abc.Hashable, "Hashable")
Sized = _BuiltinAlias(collections.abc.Sized, "Sized")
Reversible = _BuiltinAlias(collections.abc.Reversible, "Reversible")
Awaitable = _BuiltinAlias(collections.abc.Awaitable, "Awaitable")
Coroutine = _BuiltinAlias(collections.abc.Coroutine, "Coroutine")
AsyncIterator = _BuiltinAlias(collections.abc.AsyncIterator, "AsyncIterator")
AsyncIterable = _BuiltinAlias(collections.abc.AsyncIterable, "AsyncIterable")
KeysView = _BuiltinAlias(collections.abc.KeysView, "KeysView")
ItemsView = _BuiltinAlias(collections.abc.ItemsView, "ItemsView")
ValuesView = _BuiltinAlias(collections.abc.ValuesView, "ValuesView")
Text = str
ByteString = collections.abc.ByteString


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant

    def __or__(self, other):
        return _make_union(self, other)

    def __ror__(self, other):
        return _make_union(other, self)

    def __repr__(self):
        prefix = "+" if self.__covariant__ else "-" if self.__contravariant__ else "~"
        return prefix + self.__name__


class ParamSpec(TypeVar):
    args = property(lambda self: Any)
    kwargs = property(lambda self: Any)


class TypeVarTuple(TypeVar):
    def __iter__(self):
        yield self


AnyStr = TypeVar("AnyStr", bytes, str)


class Generic:
    __slots__ = ()

    def __class_getitem__(cls, key):
        return _Alias(cls, key)


class _ProtocolMeta(type(collections.abc.Sized)):
    def __instancecheck__(cls, instance):
        if "_is_runtime_protocol" in cls.__dict__:
            return all([hasattr(instance, a) for a in _protocol_attributes(cls)])
        return super().__instancecheck__(instance)


def _protocol_attributes(cls):
    names = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ("Protocol", "Generic"):
            continue
        for name in list(base.__dict__) + list(base.__dict__.get("__annotations__", {})):
            if not name.startswith("_abc_") and name not in _protocol_excluded:
                names.add(name)
    return names


_protocol_excluded = frozenset([
    "__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__", "__module__",
    "__new__", "__slots__", "__subclasshook__", "__weakref__", "__class_getitem__",
    "_is_runtime_protocol", "_is_protocol", "__qualname__", "__parameters__", "__orig_bases__"])


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()


def runtime_checkable(cls):
    cls._is_runtime_protocol = True
    return cls


def cast(typ, val):
    return val


def overload(func):
    return func


def final(f):
    return f


def override(f):
    return f


def no_type_check(f):
    return f


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            hints.update(base.__dict__.get("__annotations__", {}))
    else:
        hints.update(getattr(obj, "__annotations__", {}))
    names = globalns
    for name, hint in hints.items():
        if hint is None:
            hints[name] = type(None)
        elif isinstance(hint, str):
            if names is None:
                import sys
                module = sys.modules.get(getattr(obj, "__module__", None))
                names = getattr(obj, "__globals__", None) or dict(vars(module) if module else {})
            hints[name] = eval(hint, names, localns)
    return hints


def get_origin(tp):
    return getattr(tp, "__origin__", None)


def get_args(tp):
    return getattr(tp, "__args__", ())


def assert_never(arg, /):
    raise AssertionError(f"Expected code to be unreachable, but got: {arg!r}")


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    return obj


def NewType(name, tp):
    def make(x):
        return x
    make.__name__ = make.__qualname__ = name
    make.__supertype__ = tp
    return make


class _NamedTupleMeta(type):
    def __new__(cls, name, bases, ns):
        if "_root" in ns:
            return super().__new__(cls, name, bases, {})
        types = ns.get("__annotations__", {})
        defaults = []
        for field in types:
            if field in ns:
                defaults.append(ns[field])
            elif defaults:
                raise TypeError(f"Non-default namedtuple field {field} cannot follow default field"
                                f"{'s' if len(defaults) > 1 else ''} "
                                f"{', '.join([f for f in types if f in ns])}")
        nt = collections.namedtuple(name, list(types), defaults=defaults, module=ns["__module__"])
        nt.__annotations__ = dict(types)
        for key, value in ns.items():
            if key in ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields",
                       "_field_defaults", "_make", "_replace", "_asdict"):
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in ("__module__", "__qualname__", "__annotations__") and key not in types:
                setattr(nt, key, value)
        nt.__qualname__ = ns.get("__qualname__", name)
        return nt


class _NamedTupleBase(metaclass=_NamedTupleMeta):
    _root = True


class _NamedTupleForm:
    def __call__(self, typename, fields=None, /, **kwargs):
        if fields is None:
            fields = kwargs.items()
        fields = list(fields)
        nt = collections.namedtuple(typename, [n for n, t in fields], module=_caller_module())
        nt.__annotations__ = dict(fields)
        return nt

    def __mro_entries__(self, bases):
        return (_NamedTupleBase,)


NamedTuple = _NamedTupleForm()


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        if not bases:
            return super().__new__(cls, name, bases, ns)
        own = dict(ns.get("__annotations__", {}))
        d = type.__new__(_TypedDictMeta, name, (dict,), {
            k: v for k, v in ns.items() if k not in ("__classcell__",)})
        for base in bases:
            own = {**base.__dict__.get("__annotations__", {}), **own}
        d.__annotations__ = own
        d.__total__ = total
        return d

    def __call__(cls, /, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")


class _TypedDictBase(metaclass=_TypedDictMeta):
    pass


class _TypedDictForm:
    def __call__(self, typename, fields=None, /, *, total=True, **kwargs):
        return _TypedDictMeta(typename, (_TypedDictBase,),
                              {"__annotations__": dict(fields or kwargs)}, total=total)

    def __mro_entries__(self, bases):
        return (_TypedDictBase,)


TypedDict = _TypedDictForm()


class SupportsInt(Protocol):
    def __int__(self):
        pass


class SupportsFloat(Protocol):
    def __float__(self):
        pass


class SupportsIndex(Protocol):
    def __index__(self):
        pass


class SupportsAbs(Protocol):
    def __abs__(self):
        pass


for _p in (SupportsInt, SupportsFloat, SupportsIndex, SupportsAbs):
    runtime_checkable(_p)

IO = TextIO = BinaryIO = object
Pattern = Match = object
