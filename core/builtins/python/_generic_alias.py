# types.GenericAlias, what list[int] gives, and types.UnionType, what int | str gives; with the
# substitution of type variables (typing tells by __typing_subst__ and its kin what it wants).
_own = frozenset(["__class__", "__bases__", "__origin__", "__args__", "__unpacked__",
                  "__parameters__", "__typing_unpacked_tuple_args__", "__mro_entries__",
                  "__reduce_ex__", "__reduce__", "__copy__", "__deepcopy__", "__or__", "__ror__",
                  "__getitem__", "__call__", "__eq__", "__hash__", "__repr__", "__iter__",
                  "__instancecheck__", "__subclasscheck__", "__dir__", "__new__", "__init__",
                  "__dict__", "_unpacked", "__ne__", "__getattribute__", "__setattr__"])
_get = object.__getattribute__
_NoneType = type(None)


def type_text(t):
    if t is ...:
        return "..."
    if isinstance(t, GenericAlias):
        return repr(t)
    if isinstance(t, type):
        if t.__module__ == "builtins":
            return t.__qualname__
        return f"{t.__module__}.{t.__qualname__}"
    if isinstance(t, list):
        return "[" + ", ".join([type_text(x) for x in t]) + "]"
    return repr(t)


# The type variables among the arguments, in order.
def parameters_of(args):
    row = []
    for t in args:
        if isinstance(t, type):
            continue
        if hasattr(t, "__typing_subst__"):
            found = (t,)
        else:
            found = getattr(t, "__parameters__", ())
        if isinstance(found, tuple):
            for p in found:
                if p not in row:
                    row.append(p)
    return tuple(row)


def _unpacked_items(item):
    row = []
    for t in item if isinstance(item, tuple) else (item,):
        more = None if isinstance(t, type) else getattr(t, "__typing_unpacked_tuple_args__", None)
        if isinstance(more, tuple) and not (more and more[-1] is ...):
            row.extend(more)
        else:
            row.append(t)
    return tuple(row)


# The arguments of `alias` with what `item` gives for its parameters.
def substitute(alias, args, parameters, item):
    if not parameters:
        raise TypeError(f"{alias!r} is not a generic class")
    item = _unpacked_items(item)
    for p in parameters:
        prepare = getattr(p, "__typing_prepare_subst__", None)
        if prepare is not None:
            item = prepare(alias, item)
    if len(item) != len(parameters):
        many = "many" if len(item) > len(parameters) else "few"
        raise TypeError(f"Too {many} arguments for {alias!r}; actual {len(item)}, "
                        f"expected {len(parameters)}")
    row = []
    for arg in args:
        if isinstance(arg, type):
            row.append(arg)
            continue
        subst = getattr(arg, "__typing_subst__", None)
        if subst is not None:
            new = subst(item[parameters.index(arg)])
        else:
            new = _substitute_inner(arg, parameters, item)
        if getattr(arg, "__typing_is_unpacked_typevartuple__", False):
            row.extend(new)
        else:
            row.append(new)
    return tuple(row)


def _substitute_inner(arg, parameters, item):
    inner = getattr(arg, "__parameters__", ())
    if not isinstance(inner, tuple) or not inner:
        return arg
    row = []
    for p in inner:
        if p not in parameters:
            row.append(p)
            continue
        value = item[parameters.index(p)]
        if isinstance(value, tuple) and hasattr(type(p), "__iter__"):  # a TypeVarTuple
            row.extend(value)
        else:
            row.append(value)
    return arg[tuple(row)]


@_in_c
class GenericAlias:
    __module__ = "types"

    def __new__(cls, origin, args):
        self = object.__new__(cls)
        self.__origin__ = origin
        self.__args__ = args if isinstance(args, tuple) else (args,)
        self._unpacked = False
        return self

    def __getattribute__(self, name):
        if name == "__parameters__":
            return parameters_of(_get(self, "__args__"))
        if name == "__unpacked__":
            return _get(self, "_unpacked")
        if name == "__typing_unpacked_tuple_args__":
            origin = _get(self, "__origin__")
            return _get(self, "__args__") if _get(self, "_unpacked") and origin is tuple else None
        if name in _own or not name.startswith("__"):
            try:
                return _get(self, name)
            except AttributeError:
                pass
        return getattr(_get(self, "__origin__"), name)

    def __setattr__(self, name, value):
        if name in ("__origin__", "__args__", "_unpacked") and name not in _get(self, "__dict__"):
            object.__setattr__(self, name, value)
        elif name in _own:
            raise AttributeError("readonly attribute")
        else:
            setattr(self.__origin__, name, value)

    def __call__(self, /, *args, **kwargs):
        obj = self.__origin__(*args, **kwargs)
        try:
            obj.__orig_class__ = self
        except (AttributeError, TypeError):
            pass
        return obj

    def __getitem__(self, key):
        args = substitute(self, self.__args__, self.__parameters__, key)
        new = GenericAlias(self.__origin__, args)
        object.__setattr__(new, "_unpacked", self._unpacked)
        return new

    def __iter__(self):
        new = type(self)(self.__origin__, self.__args__)
        object.__setattr__(new, "_unpacked", True)
        yield new

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __eq__(self, other):
        if not isinstance(other, GenericAlias):
            return NotImplemented
        return (self._unpacked == other._unpacked and self.__origin__ == other.__origin__
                and self.__args__ == other.__args__)

    def __hash__(self):
        return hash(self.__origin__) ^ hash(self.__args__)

    def __or__(self, other):
        return union_of(self, other)

    def __ror__(self, other):
        return union_of(other, self)

    def __instancecheck__(self, obj):
        raise TypeError("isinstance() argument 2 cannot be a parameterized generic")

    def __subclasscheck__(self, cls):
        raise TypeError("issubclass() argument 2 cannot be a parameterized generic")

    def __reduce__(self):
        if self._unpacked:
            return next, (iter(GenericAlias(self.__origin__, self.__args__)),)
        return GenericAlias, (self.__origin__, self.__args__)

    def __reduce_ex__(self, protocol):
        return self.__reduce__()

    def __dir__(self):
        return sorted(set(dir(self.__origin__)) | set(
            ("__origin__", "__args__", "__parameters__", "__mro_entries__", "__reduce_ex__",
             "__reduce__", "__copy__", "__deepcopy__", "__unpacked__",
             "__typing_unpacked_tuple_args__")))

    def __repr__(self):
        args = ", ".join([type_text(a) for a in self.__args__])
        return f"{'*' if self._unpacked else ''}{type_text(self.__origin__)}[{args or '()'}]"


@_in_c
class UnionType:
    __module__ = "types"

    @property
    def __parameters__(self):
        return parameters_of(self.__args__)

    def __getitem__(self, key):
        union = None
        for t in substitute(self, self.__args__, self.__parameters__, key):
            union = t if union is None else union | t
        return union

    def __or__(self, other):
        return union_of(self, other)

    def __ror__(self, other):
        return union_of(other, self)

    def __eq__(self, other):
        if not isinstance(other, UnionType):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __setattr__(self, name, value):
        raise AttributeError("readonly attribute")

    def __instancecheck__(self, obj):
        for t in self.__args__:
            if isinstance(obj, t):
                return True
        return False

    def __subclasscheck__(self, cls):
        if not isinstance(cls, type):
            raise TypeError("issubclass() arg 1 must be a class")
        for t in self.__args__:
            if issubclass(cls, t):
                return True
        return False

    def __reduce__(self):
        import functools
        import operator
        return functools.reduce, (operator.or_, self.__args__)

    def __reduce_ex__(self, protocol):
        return self.__reduce__()

    def __repr__(self):
        return " | ".join(["None" if t is _NoneType else type_text(t) for t in self.__args__])


# What a | b is: NotImplemented leaves operands of other kinds to their own operators.
def union_of(a, b):
    for t in (a, b):
        if t is not None and not isinstance(t, (type, GenericAlias, UnionType)):
            return NotImplemented
    return make_union(a, b)


def make_union(a, b):
    row = []
    for t in (a, b):
        if t is None:
            t = _NoneType
        for part in t.__args__ if isinstance(t, UnionType) else (t,):
            if not any([part is p or (type(part) is type(p) and part == p) for p in row]):
                row.append(part)
    if len(row) == 1:
        return row[0]
    union = object.__new__(UnionType)
    object.__setattr__(union, "__args__", tuple(row))
    return union
