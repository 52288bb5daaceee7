import types

__all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING",
           "fields", "asdict", "astuple", "make_dataclass", "replace", "is_dataclass"]


class FrozenInstanceError(AttributeError):
    pass


class _Marker:
    def __init__(self, text):
        self._text = text

    def __repr__(self):
        return self._text


class _MISSING_TYPE(_Marker):
    pass


MISSING = _MISSING_TYPE("MISSING")
_HAS_DEFAULT_FACTORY = _Marker("<factory>")


class KW_ONLY:
    pass


class InitVar:
    def __init__(self, type):
        self.type = type

    def __class_getitem__(cls, type):
        return InitVar(type)

    def __repr__(self):
        return f"dataclasses.InitVar[{types._type_text(self.type)}]"


class Field:
    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = types.MappingProxyType({} if metadata is None else metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        return (f"Field(name={self.name!r},type={self.type!r},default={self.default!r},"
                f"default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},"
                f"hash={self.hash!r},compare={self.compare!r},metadata={self.metadata!r},"
                f"kw_only={self.kw_only!r},_field_type={self._field_type})")


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None,
          compare=True, metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _is_classvar(t):
    if isinstance(t, str):
        return t.startswith("ClassVar") or t.startswith("typing.ClassVar")
    origin = getattr(t, "__origin__", t)
    return getattr(origin, "_name", None) == "ClassVar"


def _is_initvar(t):
    if isinstance(t, str):
        return t.startswith("InitVar") or t.startswith("dataclasses.InitVar")
    return t is InitVar or isinstance(t, InitVar)


def _collect(cls, kw_only):
    fields = {}
    for base in reversed(cls.__mro__[1:]):
        for f in base.__dict__.get("__dataclass_fields__", {}).values():
            fields[f.name] = f
    own = []
    kw_from_here = False
    for name, t in cls.__dict__.get("__annotations__", {}).items():
        if t is KW_ONLY or (isinstance(t, str) and t in ("KW_ONLY", "dataclasses.KW_ONLY")):
            kw_from_here = True
            continue
        default = cls.__dict__.get(name, MISSING)
        if isinstance(default, Field):
            f = default
        else:
            if default is not MISSING and _special(default, "__get__") is not None and not \
                    isinstance(default, (types.FunctionType, types.BuiltinFunctionType, type,
                                         staticmethod, classmethod)):
                default = default.__get__(None, cls)
            f = field(default=default)
        f.name = name
        f.type = t
        f._field_type = ("_FIELD_CLASSVAR" if _is_classvar(t) else
                         "_FIELD_INITVAR" if _is_initvar(t) else "_FIELD")
        if f._field_type != "_FIELD" and f.default_factory is not MISSING:
            raise TypeError(f"field {name} cannot have a default factory")
        if f.kw_only is MISSING:
            f.kw_only = kw_only or kw_from_here
        if f._field_type == "_FIELD" and f.default is not MISSING and \
                _special(f.default, "__hash__") is None:
            raise ValueError(f"mutable default {type(f.default)} for field {name} is not allowed: "
                             "use default_factory")
        own.append(f)
    for f in own:
        fields[f.name] = f
        if isinstance(cls.__dict__.get(f.name), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in cls.__dict__.get("__annotations__", {}):
            raise TypeError(f"{name!r} is a field but has no type annotation")
    return fields


def _init_function(cls, fields, frozen, has_post_init):
    # The text gives __init__ real parameters; defaults are put in afterwards.
    positional = [f for f in fields if f.init and not f.kw_only]
    keyword = [f for f in fields if f.init and f.kw_only]
    seen_default = False
    for f in positional:
        if f.default is MISSING and f.default_factory is MISSING:
            if seen_default:
                raise TypeError(f"non-default argument {f.name!r} follows default argument")
        else:
            seen_default = True
    self_name = "__dataclass_self__" if any([f.name == "self" for f in fields]) else "self"
    lines = []
    consts = {}
    for f in fields:
        if f._field_type == "_FIELD_CLASSVAR":
            continue
        if f.default_factory is not MISSING:
            consts[f.name] = f.default_factory
            if f.init:
                value = (f"__factories__[{f.name!r}]() if {f.name} is __factory__ else {f.name}")
            else:
                value = f"__factories__[{f.name!r}]()"
        elif f.init:
            value = f.name
        else:
            continue
        if f._field_type == "_FIELD_INITVAR":
            continue
        if frozen:
            lines.append(f"    _set_own_attribute({self_name}, {f.name!r}, {value})")
        else:
            lines.append(f"    {self_name}.{f.name} = {value}")
    if has_post_init:
        args = ", ".join([f.name for f in fields if f._field_type == "_FIELD_INITVAR"])
        lines.append(f"    {self_name}.__post_init__({args})")
    if not lines:
        lines.append("    pass")
    parameters = [self_name] + [f.name for f in positional]
    if keyword:
        parameters += ["*"] + [f.name for f in keyword]
    body = "\n".join(lines)
    # The factories are found through two more parameters that nobody passes.
    if consts:
        body = body.replace("__factories__", "_dataclass_factories(" + self_name + ", _cls_key)")
        body = body.replace("__factory__", "_dataclass_factory_mark()")
    return parameters, body, positional, keyword, consts


_factories = {}


def _make_init(cls, fields, frozen, has_post_init):
    parameters, body, positional, keyword, consts = _init_function(cls, fields, frozen,
                                                                   has_post_init)
    if consts:
        key = f"{cls.__module__}.{cls.__qualname__}.{len(_factories)}"
        _factories[key] = consts
        body = body.replace("_cls_key", repr(key))
    text = f"def __init__({', '.join(parameters)}):\n{body}\n"
    f = _compile_function(text, f"{cls.__qualname__}.__init__", cls.__module__)
    defaults = []
    for p in positional:
        if p.default_factory is not MISSING:
            defaults.append(_HAS_DEFAULT_FACTORY)
        elif p.default is not MISSING:
            defaults.append(p.default)
    kwdefaults = {}
    for p in keyword:
        if p.default_factory is not MISSING:
            kwdefaults[p.name] = _HAS_DEFAULT_FACTORY
        elif p.default is not MISSING:
            kwdefaults[p.name] = p.default
    _set_defaults(f, tuple(defaults) if defaults else None, kwdefaults or None)
    return f


def _row_text(name, fields):
    row = ", ".join([f"{name}.{f.name}" for f in fields])
    return f"({row},)" if fields else "()"


def _define(cls, name, text):
    f = _compile_function(text, f"{cls.__qualname__}.{name}", cls.__module__)
    setattr(cls, name, f)


def _slot_names(cls):
    slots = cls.__dict__.get("__slots__", ())
    return (slots,) if isinstance(slots, str) else slots


def _getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _setstate(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,
             weakref_slot):
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    fields = _collect(cls, kw_only)
    any_frozen = has_bases = False
    for base in cls.__mro__[1:]:
        params = base.__dict__.get("__dataclass_params__")
        if params is not None:
            has_bases = True
            any_frozen = any_frozen or params["frozen"]
            if params["frozen"] and not frozen:
                raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
            if not params["frozen"] and frozen:
                raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    cls.__dataclass_fields__ = fields
    cls.__dataclass_params__ = {"frozen": frozen, "eq": eq, "order": order, "init": init,
                                "repr": repr, "unsafe_hash": unsafe_hash}
    everything = list(fields.values())
    real = [f for f in everything if f._field_type == "_FIELD"]
    own = cls.__dict__
    explicit_hash = "__hash__" in own and not (own["__hash__"] is None and "__eq__" in own)
    if init:
        cls.__init__ = _make_init(cls, everything, frozen, hasattr(cls, "__post_init__"))
    if repr and "__repr__" not in own:
        shown = [f for f in real if f.repr]
        row = ", ".join([f"{f.name}={{self.{f.name}!r}}" for f in shown])
        _define(cls, "__repr__",
                "def __repr__(self):\n"
                "    if not _repr_enter(self):\n"
                "        return '...'\n"
                "    try:\n"
                f"        return self.__class__.__qualname__ + f\"({row})\"\n"
                "    finally:\n"
                "        _repr_leave()\n")
    compared = [f for f in real if f.compare]
    if eq and "__eq__" not in own:
        _define(cls, "__eq__",
                "def __eq__(self, other):\n"
                "    if other.__class__ is self.__class__:\n"
                f"        return {_row_text('self', compared)} == {_row_text('other', compared)}\n"
                "    return NotImplemented\n")
    if order:
        if not eq:
            raise ValueError("eq must be true if order is true")
        for name, op in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            if name in own:
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}. "
                                "Consider using functools.total_ordering")
            _define(cls, name,
                    f"def {name}(self, other):\n"
                    "    if other.__class__ is self.__class__:\n"
                    f"        return {_row_text('self', compared)} {op} "
                    f"{_row_text('other', compared)}\n"
                    "    return NotImplemented\n")
    if frozen:
        names = tuple([f.name for f in real])

        def __setattr__(self, name, value):
            if type(self) is cls or name in names:
                raise FrozenInstanceError(f"cannot assign to field {name!r}")
            super(cls, self).__setattr__(name, value)

        def __delattr__(self, name):
            if type(self) is cls or name in names:
                raise FrozenInstanceError(f"cannot delete field {name!r}")
            super(cls, self).__delattr__(name)

        for f in (__setattr__, __delattr__):
            if f.__name__ in own:
                raise TypeError(f"Cannot overwrite attribute {f.__name__} in class {cls.__name__}")
            f.__qualname__ = f"{cls.__qualname__}.{f.__name__}"
            setattr(cls, f.__name__, f)
    hashed = [f for f in real if (f.compare if f.hash is None else f.hash)]
    if unsafe_hash or (eq and frozen and not explicit_hash):
        if unsafe_hash and explicit_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
        _define(cls, "__hash__",
                f"def __hash__(self):\n    return hash({_row_text('self', hashed)})\n")
    elif eq and not explicit_hash:
        cls.__hash__ = None
    if match_args and "__match_args__" not in own:
        cls.__match_args__ = tuple([f.name for f in everything if f.init and not f.kw_only])
    if cls.__doc__ is None:
        cls.__doc__ = cls.__name__
    if slots:
        if "__slots__" in own:
            raise TypeError(f"{cls.__name__} already specifies __slots__")
        inherited = set()
        for base in cls.__mro__[1:-1]:
            inherited.update(_slot_names(base))
        names = dict(own)
        for f in real:
            names.pop(f.name, None)
        names.pop("__dict__", None)
        names.pop("__weakref__", None)
        rows = [f.name for f in real if f.name not in inherited]
        if weakref_slot and "__weakref__" not in inherited:
            rows.append("__weakref__")
        names["__slots__"] = tuple(rows)
        if frozen:  # pickle cannot assign to the slots
            names.setdefault("__getstate__", _getstate)
            names.setdefault("__setstate__", _setstate)
        qualname = cls.__qualname__
        cls = type(cls)(cls.__name__, cls.__bases__, names)
        cls.__qualname__ = qualname
    return cls


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
              frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only,
                        slots, weakref_slot)
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    try:
        row = class_or_instance.__dataclass_fields__
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple([f for f in row.values() if f._field_type == "_FIELD"])


def is_dataclass(obj):
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, "__dataclass_fields__")


def _is_instance(obj):
    return not isinstance(obj, type) and hasattr(type(obj), "__dataclass_fields__")


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _asdict(obj, dict_factory)


def _asdict(obj, factory):
    import copy
    if _is_instance(obj):
        return factory([(f.name, _asdict(getattr(obj, f.name), factory)) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_asdict(v, factory) for v in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)([_asdict(v, factory) for v in obj])
    if isinstance(obj, dict):
        return type(obj)([(_asdict(k, factory), _asdict(v, factory)) for k, v in obj.items()])
    return copy.deepcopy(obj)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _astuple(obj, tuple_factory)


def _astuple(obj, factory):
    import copy
    if _is_instance(obj):
        return factory([_astuple(getattr(obj, f.name), factory) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_astuple(v, factory) for v in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)([_astuple(v, factory) for v in obj])
    if isinstance(obj, dict):
        return type(obj)([(_astuple(k, factory), _astuple(v, factory)) for k, v in obj.items()])
    return copy.deepcopy(obj)


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for f in obj.__dataclass_fields__.values():
        if f._field_type == "_FIELD_CLASSVAR":
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError(f"field {f.name} is declared with init=False, it cannot be "
                                 "specified with replace()")
            continue
        if f.name not in changes:
            if f._field_type == "_FIELD_INITVAR" and f.default is MISSING:
                raise ValueError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    names = dict(namespace or {})
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            annotations[item] = "typing.Any"
        else:
            annotations[item[0]] = item[1]
            if len(item) == 3:
                names[item[0]] = item[2]
    names["__annotations__"] = annotations
    names["__module__"] = _caller_module()
    return dataclass(type(cls_name, tuple(bases), names), **options)
