# Making classes and instances, and calling objects.


def __build_class__(body, name, /, *bases, **keywords):
    other = _overriding("__build_class__")
    if other is not None:
        return other(body, name, *bases, **keywords)
    return _build_class(body, name, bases, keywords)


def _build_class(body, name, bases, keywords):
    resolved = _resolve_bases(bases)
    if keywords and "metaclass" in keywords:
        meta = keywords.pop("metaclass")
    elif resolved:
        meta = type(resolved[0])
    else:
        meta = type
    if _is_type(meta):
        meta = _metatype(meta, resolved)
    if meta is type:
        names = _new_namespace()
        cell = _run_class_body(body, names)
        if resolved is not bases:
            _names_set(names, "__orig_bases__", bases)
        cls = _make_class_with_cell(meta, name, resolved, names, cell)
        _call_class_hooks(cls, keywords)
    else:
        prepare = getattr(meta, "__prepare__", None)
        names = {} if prepare is None else prepare(name, resolved, **keywords)
        if _special(names, "__setitem__") is None:
            raise TypeError(f"{_meta_name(meta)}.__prepare__() must return a mapping, "
                            f"not {_type_name(names)}")
        cell = _run_class_body(body, names)
        if resolved is not bases:
            names["__orig_bases__"] = bases
        if _is_cell(cell):
            names["__classcell__"] = cell
        cls = meta(name, resolved, names, **keywords)
        if _is_cell(cell) and _is_type(cls) and (found := _cell_value(cell)) is not cls:
            if found is _missing:
                raise RuntimeError(f"__class__ not set defining {name!r} as {cls!r}. "
                                   "Was __classcell__ propagated to type.__new__?")
            raise TypeError(f"__class__ set to {found!r} defining {name!r} as {cls!r}")
    return cls


def builtin___setup_annotations__():
    names = _caller_names()[1]
    if "__annotations__" not in names:
        names["__annotations__"] = {}


def _meta_name(meta):
    return meta.__name__ if _is_type(meta) else "<metaclass>"


def _make_class_with_cell(meta, name, bases, names, cell):
    if _is_cell(cell):
        _names_set(names, "__classcell__", cell)
    return _new_class(meta, name, bases, names)


def _new_class(meta, name, bases, names):
    if _names_get(names, "__slots__") is not _missing:
        from _members import class_with_members
        return class_with_members(meta, name, bases, names)
    return _make_class(meta, name, bases, names)


# Replaces bases that are no classes by what their __mro_entries__ says.
def _resolve_bases(bases):
    for base in bases:
        if not _is_type(base):
            break
    else:
        return bases
    row = []
    for base in bases:
        f = None if _is_type(base) else getattr(base, "__mro_entries__", None)
        if f is None:
            row.append(base)
        else:
            entries = f(bases)
            if not isinstance(entries, tuple):
                raise TypeError("__mro_entries__ must return a tuple")
            row.extend(entries)
    return _tuple_of(row)


def _call_class_hooks(cls, keywords):
    for name, value in _set_name_hooks(cls):
        f = _special(value, "__set_name__")
        try:
            f(value, cls, name)
        except BaseException as e:
            raise RuntimeError(f"Error calling __set_name__ on '{_type_name(value)}' instance "
                               f"'{name}' in '{cls.__name__}'") from e
    parent = _super_of(cls, cls, cls)
    if keywords:
        parent.__init_subclass__(**keywords)
    else:
        parent.__init_subclass__()


def type___new__(meta, name, bases, names, keywords=None):
    for base in bases:
        if not _is_type(base) and hasattr(base, "__mro_entries__"):
            raise TypeError("type() doesn't support MRO entry resolution; "
                            "use types.new_class()")
    winner = _metatype(meta, bases)
    if winner is not meta and _class_lookup(winner, "__new__") is not _class_lookup(meta, "__new__"):
        return winner.__new__(winner, name, bases, names, **keywords)
    if "__module__" not in names and (module := _caller_module()) is not None:
        names = dict(names)
        names["__module__"] = module
    cls = _new_class(winner, name, bases, names)
    if _class_overrides(winner, "mro"):
        _set_mro(cls, _tuple_of(list(_special(cls, "mro")(cls))))
    _call_class_hooks(cls, keywords)
    return cls


def new_type(name, bases=_missing, names=_missing, keywords=None):
    for i, x, ok, kind in ((1, name, _is_str(name), "str"), (2, bases, _is_tuple(bases), "tuple"),
                           (3, names, _is_dict(names), "dict")):
        if not ok:
            raise TypeError(f"type.__new__() argument {i} must be {kind}, not {_type_name(x)}")
    return type___new__(type, name, bases, names, keywords)


# A __doc__ that is no text may be a descriptor.
def type___doc__(self):
    doc = self.__dict__["__doc__"]
    f = _special(doc, "__get__")
    return doc if f is None else f(doc, None, self)


# type.__init__ takes what type.__new__ takes.
def type___init__(self, args=(), keywords=None):
    return None


def construct(cls, args, keywords):
    if type(cls) is not type and _overridden(cls, "__call__"):
        f = _special(cls, "__call__")
        if keywords:
            return f(cls, *args, **keywords)
        return f(cls, *args)
    return type___call__(cls, args, keywords)


def type___call__(cls, args=(), keywords=None):
    if _is_builtin_type(cls):
        f = _constructor(cls)
        if keywords:
            return f(*args, **keywords)
        return f(*args)
    new = _class_lookup(cls, "__new__")
    if keywords:
        obj = new(cls, *args, **keywords)
        if not _is_subclass(type(obj), cls):
            return obj
        r = _special(obj, "__init__")(obj, *args, **keywords)
    else:
        obj = new(cls, *args)
        if not _is_subclass(type(obj), cls):
            return obj
        init = _special(obj, "__init__")
        if init is _class_lookup(object, "__init__"):  # it has nothing to add to __new__
            return obj
        r = init(obj, *args)
    if r is not None:
        raise TypeError(f"__init__() should return None, not '{_type_name(r)}'")
    return obj


def call_object(obj, args, keywords):
    f = _special(obj, "__call__")
    if f is None:
        raise TypeError(f"'{_type_name(obj)}' object is not callable")
    if keywords:
        return f(obj, *args, **keywords)
    return f(obj, *args)


# __call__ of functions and methods, named explicitly.
def function___call__(self, args=(), keywords=None):
    if keywords:
        return self(*args, **keywords)
    return self(*args)


def builtin_function_or_method___call__(self, args=(), keywords=None):
    if keywords:
        return self(*args, **keywords)
    return self(*args)


def method_descriptor___call__(self, args=(), keywords=None):
    if keywords:
        return self(*args, **keywords)
    return self(*args)


def method___call__(self, args=(), keywords=None):
    if keywords:
        return self(*args, **keywords)
    return self(*args)


def staticmethod___call__(self, args=(), keywords=None):
    if keywords:
        return self.__func__(*args, **keywords)
    return self.__func__(*args)


# Derived classes take what they like; __init__ says what is wrapped.
def property___new__(cls, args=(), keywords=None):
    return property(*args, **keywords) if cls is property else _wrap(cls, property())


def property___init__(self, fget=None, fset=None, fdel=None, doc=None):
    _set_wrapped(self, property(fget, fset, fdel, doc))
    if doc is None and type(self) is not property:
        doc = getattr(fget, "__doc__", None)
        if doc is not None:
            self.__doc__ = doc


def module___new__(cls, args=(), keywords=None):
    from _types import ModuleType
    if not _is_type(cls):
        raise TypeError(f"module.__new__(X): X is not a type object ({_type_name(cls)})")
    if not _is_subclass(cls, ModuleType):
        raise TypeError(f"module.__new__({cls.__name__}): {cls.__name__} is not a subtype of module")
    return ModuleType("?") if cls is ModuleType else _bare_instance(cls)


def module___dir__(self):
    names = get_attr(self, "__dict__")
    if not _is_dict(names):
        raise TypeError("<module>.__dict__ is not a dictionary")
    return names["__dir__"]() if "__dir__" in names else object.__dir__(self)


def module___init__(self, name, doc=None):
    if not _is_str(name):
        raise TypeError(f"module.__init__() argument 'name' must be str, not {_type_name(name)}")
    names = self.__dict__
    names["__name__"] = name
    names["__doc__"] = doc
    for other in ("__package__", "__loader__", "__spec__"):
        names[other] = None


def staticmethod___new__(cls, args=(), keywords=None):
    return staticmethod(*args) if cls is staticmethod else _wrap(cls, staticmethod(None))


def staticmethod___init__(self, function):
    _set_wrapped(self, staticmethod(function))


def classmethod___new__(cls, args=(), keywords=None):
    return classmethod(*args) if cls is classmethod else _wrap(cls, classmethod(None))


def classmethod___init__(self, function):
    _set_wrapped(self, classmethod(function))


# What a class method wraps may be a descriptor itself.
def classmethod___get__(self, instance, owner=None):
    if owner is None:
        owner = type(instance)
    function = self.__func__
    f = _special(function, "__get__")
    return f(function, owner, owner)


def builtin_function_or_method___get__(self, instance, owner=None):
    return getattr(instance, self.__name__)


def getset_descriptor___get__(self, instance, owner=None):
    return getattr(instance, self.__name__)


def getset_descriptor___set__(self, instance, value):
    if self.__name__ == "__weakref__":
        raise AttributeError(f"attribute '__weakref__' of '{_type_name(instance)}' objects is not "
                             "writable")
    setattr(instance, self.__name__, value)


def getset_descriptor___delete__(self, instance):
    delattr(instance, self.__name__)


def builtin_isinstance(obj, cls):
    if type(cls) is type:
        return _is_subclass(type(obj), cls) or _claimed_class(obj, cls)
    if _is_tuple(cls):
        for c in cls:
            if isinstance(obj, c):
                return True
        return False
    f = _special(cls, "__instancecheck__")
    if f is not None:
        return True if f(cls, obj) else False
    if _bases_of(cls) is None:
        raise TypeError("isinstance() arg 2 must be a type, a tuple of types, or a union")
    claimed = getattr(obj, "__class__", None)
    return claimed is not None and _derives_by_bases(claimed, cls)


# What stands for a class without being one: it has a tuple of __bases__.
def _bases_of(cls):
    bases = getattr(cls, "__bases__", None)
    return bases if _is_tuple(_unwrap(bases)) else None


def _derives_by_bases(cls, wanted):
    if cls is wanted:
        return True
    bases = _bases_of(cls)
    if bases is not None:
        for base in bases:
            if _derives_by_bases(base, wanted):
                return True
    return False


# Objects whose __class__ attribute says that they are something else.
def _claimed_class(obj, cls):
    claimed = getattr(obj, "__class__", None)
    return _is_type(claimed) and claimed is not type(obj) and _is_subclass(claimed, cls)


def builtin_issubclass(a, cls):
    if type(cls) is type:
        if not _is_type(a):
            if _bases_of(a) is None:
                raise TypeError("issubclass() arg 1 must be a class")
            return _derives_by_bases(a, cls)
        return _is_subclass(a, cls)
    if _is_tuple(cls):
        for c in cls:
            if issubclass(a, c):
                return True
        return False
    f = _special(cls, "__subclasscheck__")
    if f is not None:
        return True if f(cls, a) else False
    if _bases_of(cls) is None:
        raise TypeError("issubclass() arg 2 must be a class, a tuple of classes, or a union")
    if _bases_of(a) is None:
        raise TypeError("issubclass() arg 1 must be a class")
    return _derives_by_bases(a, cls)


def type___or__(self, other):
    if other is not None and not _is_type(other) and _special(other, "__or__") is None:
        return NotImplemented
    from _generic_alias import union_of
    return union_of(self, other)


def type___ror__(self, other):
    if other is not None and not _is_type(other):
        return NotImplemented
    from _generic_alias import union_of
    return union_of(other, self)


# list[int] and its kin.
def _generic_alias(origin, key):
    from _generic_alias import GenericAlias
    return GenericAlias(origin, key)


def list___class_getitem__(cls, key):
    return _generic_alias(cls, key)


def tuple___class_getitem__(cls, key):
    return _generic_alias(cls, key)


def dict___class_getitem__(cls, key):
    return _generic_alias(cls, key)


def set___class_getitem__(cls, key):
    return _generic_alias(cls, key)


def frozenset___class_getitem__(cls, key):
    return _generic_alias(cls, key)


def BaseExceptionGroup___class_getitem__(cls, key):
    return _generic_alias(cls, key)


def object___reduce_ex__(self, protocol):
    if type(self).__reduce__ is not object.__reduce__:
        return self.__reduce__()
    import copyreg
    return copyreg._reduce_newobj(self) if protocol >= 2 else copyreg._reduce_ex(self, protocol)


def object___reduce__(self):
    import copyreg
    return copyreg._reduce_ex(self, 0)


def object___getstate__(self):
    import copyreg
    state = getattr(self, "__dict__", None)
    state = dict(state) if state else None
    slots = {}
    for name in copyreg._slotnames(type(self)):
        value = getattr(self, name, _missing)
        if value is not _missing:
            slots[name] = value
    return (state, slots) if slots else state


# --- raise


def raise_value(x):
    if _is_exception(x):
        return x
    if _is_exception_class(x):
        e = x()
        if not _is_exception(e):
            raise TypeError("calling " + repr(x) + " should have returned an instance of "
                            f"BaseException, not {repr(type(e))}")
        return e
    raise TypeError("exceptions must derive from BaseException")


def raise_cause(x):
    if x is None or _is_exception(x):
        return x
    if _is_exception_class(x):
        return x()
    raise TypeError("exception causes must derive from BaseException")


def exc_match(e, cls):
    return _exception_matches(e, cls)
