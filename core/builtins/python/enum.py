__all__ = ["Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "auto", "unique", "EnumMeta",
           "EnumType", "property", "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM",
           "EJECT", "KEEP", "global_enum"]

import types
from builtins import property as _property


class auto:
    def __init__(self, value=_missing):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


class nonmember:
    def __init__(self, value):
        self.value = value


property = types.DynamicClassAttribute


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_private(cls_name, name):
    return name.startswith(f"_{cls_name}__")


def _is_descriptor(v):
    return (_is_function(v) or isinstance(v, (_property, classmethod, staticmethod))
            or _special(v, "__get__") is not None)


class _EnumDict(dict):
    def __init__(self, cls_name):
        dict.__init__(self)
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._cls_name = cls_name
        self._generate = None

    def __setitem__(self, key, value):
        if _is_private(self._cls_name, key) or _is_dunder(key):
            pass
        elif _is_sunder(key):
            if key == "_generate_next_value_":
                self._generate = value.__func__ if isinstance(value, staticmethod) else value
                value = staticmethod(self._generate)
            elif key == "_ignore_":
                value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
                self._ignore = value
            elif key not in ("_order_", "_missing_", "_numeric_repr_", "_boundary_"):
                raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum "
                                 "use")
        elif key in self._member_names:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif not isinstance(value, member) and _is_descriptor(value):
            pass
        elif not isinstance(value, member) and isinstance(value, type) and False:
            pass
        else:
            if key in self:
                raise TypeError(f"{key!r} already defined as {self[key]!r}")
            if isinstance(value, member):
                value = value.value
            elif isinstance(value, auto):
                value = self._auto(key, value)
            elif isinstance(value, tuple) and any([isinstance(v, auto) for v in value]):
                value = tuple([self._auto(key, v) if isinstance(v, auto) else v for v in value])
            self._member_names[key] = None
            self._last_values.append(value)
        dict.__setitem__(self, key, value)

    def _auto(self, key, a):
        if a.value is _missing:
            a.value = self._generate(key, 1, len(self._member_names), self._last_values[:])
        return a.value


class EnumType(type):
    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        names = _EnumDict(cls)
        member_type, first_enum = _mixins(bases)
        if first_enum is not None:
            names._generate = first_enum._generate_next_value_
        return names

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        names = dict(classdict)
        members = [(k, names.pop(k)) for k in getattr(classdict, "_member_names", {})]
        for k in getattr(classdict, "_ignore", ()):
            names.pop(k, None)
        names.pop("_ignore_", None)
        member_type, first_enum = _mixins(bases)
        for base in bases:
            if isinstance(base, EnumType) and base._member_names_:
                raise TypeError(f"<enum {cls!r}> cannot extend {base!r}")
        user_new = names.pop("__new__", None)
        if isinstance(user_new, staticmethod):
            user_new = user_new.__func__
        if user_new is None:
            for base in bases:
                user_new = getattr(base, "_new_member_", None)
                if user_new is not None:
                    break
        names["_member_names_"] = []
        names["_member_map_"] = {}
        names["_value2member_map_"] = {}
        names["_unhashable_"] = []
        names["_member_type_"] = member_type
        names["_new_member_"] = None if user_new is None else staticmethod(user_new)
        enum_class = type.__new__(metacls, cls, bases, names, **kwds)
        custom_init = _class_overrides(enum_class, "__init__")
        flag_mask = 0
        for name, value in members:
            args = value if isinstance(value, tuple) else (value,)
            if member_type is tuple:
                args = (args,)
            if user_new is not None:
                m = user_new(enum_class, *args)
                if not hasattr(m, "_value_"):
                    _set_own_attribute(m, "_value_", value if member_type is object
                                       else member_type(*args))
            elif member_type is object:
                m = _bare_instance(enum_class)
                _set_own_attribute(m, "_value_", value)
            else:
                m = member_type.__new__(enum_class, *args)
                _set_own_attribute(m, "_value_", member_type(*args))
            value = m._value_
            _set_own_attribute(m, "_name_", name)
            _set_own_attribute(m, "__objclass__", enum_class)
            _set_own_attribute(m, "_sort_order_", len(enum_class._member_names_))
            if custom_init:
                m.__init__(*args)
            canonical = None
            for known in enum_class._member_map_.values():
                if known._value_ == value and type(known._value_) is type(value) or \
                        known._value_ == value:
                    canonical = known
                    break
            if canonical is not None:
                m = canonical
            else:
                is_flag = Flag is not None and issubclass(enum_class, Flag)
                single = (not is_flag or not isinstance(value, int) or
                          (value > 0 and value & (value - 1) == 0))
                if single:
                    enum_class._member_names_.append(name)
                if is_flag and isinstance(value, int):
                    flag_mask |= value
                try:
                    enum_class._value2member_map_[value] = m
                except TypeError:
                    enum_class._unhashable_.append((value, m))
            enum_class._member_map_[name] = m
            type.__setattr__(enum_class, name, m)
        if Flag is not None and issubclass(enum_class, Flag):
            type.__setattr__(enum_class, "_flag_mask_", flag_mask)
        return enum_class

    def __call__(cls, value, names=_missing, *, module=None, qualname=None, type=None, start=1,
                 boundary=None):
        if names is _missing:
            return _member_of(cls, value)
        return _functional(cls, value, names, module, qualname, type, start)

    def __iter__(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_])

    def __reversed__(cls):
        return iter([cls._member_map_[name] for name in reversed(cls._member_names_)])

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        if not isinstance(value, Enum):
            raise TypeError("unsupported operand type(s) for 'in': "
                            f"{type(value).__qualname__!r} and {cls.__class__.__qualname__!r}")
        return False

    def __getitem__(cls, name):
        return cls._member_map_[name]

    @_property
    def __members__(cls):
        return types.MappingProxyType(cls._member_map_)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"cannot reassign member {name!r}")
        type.__setattr__(cls, name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"{cls.__name__!r} cannot delete member {name!r}.")
        type.__delattr__(cls, name)

    def __repr__(cls):
        if Flag is not None and issubclass(cls, Flag):
            return f"<flag {cls.__name__!r}>"
        return f"<enum {cls.__name__!r}>"

    def __dir__(cls):
        return sorted(["__class__", "__contains__", "__doc__", "__getitem__", "__init_subclass__",
                       "__iter__", "__len__", "__members__", "__module__", "__name__",
                       "__qualname__"] + cls._member_names_)


EnumMeta = EnumType
Enum = Flag = None


def _mixins(bases):
    first_enum = None
    member_type = object
    for base in bases:
        if isinstance(base, EnumType):
            first_enum = base
            if base._member_type_ is not object:
                member_type = base._member_type_
        elif base is not object and member_type is object:
            for c in base.__mro__:
                if _is_builtin_type(c) and c is not object:
                    member_type = c
                    break
    return member_type, first_enum


def _member_of(cls, value):
    if type(value) is cls:
        return value
    try:
        m = cls._value2member_map_.get(value)
        if m is not None:
            return m
    except TypeError:
        for v, m in cls._unhashable_:
            if v == value:
                return m
    for m in cls._member_map_.values():
        if m._value_ == value:
            return m
    result = cls._missing_(value)
    if isinstance(result, cls):
        return result
    error = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
    if result is None:
        raise error
    raise TypeError(f"error in {cls.__name__}._missing_: returned {result!r} instead of None or a "
                    "valid member")


def _functional(cls, name, names, module, qualname, mixin, start):
    bases = (cls,) if mixin is None else (mixin, cls)
    classdict = EnumType.__prepare__(name, bases)
    if isinstance(names, str):
        names = names.replace(",", " ").split()
    if isinstance(names, (list, tuple)) and names and isinstance(names[0], str):
        row = []
        values = []
        for i, n in enumerate(names):
            v = cls._generate_next_value_(n, start, i, values[:])
            values.append(v)
            row.append((n, v))
        names = row
    elif isinstance(names, dict):
        names = names.items()
    for n, v in names:
        classdict[n] = v
    classdict["__module__"] = module or _caller_module()
    classdict["__qualname__"] = qualname or name
    return EnumType(name, bases, classdict)


class Enum(metaclass=EnumType):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            return sorted(last_values)[-1] + 1
        except TypeError:
            raise TypeError("unable to sort non-numeric values") from None

    @classmethod
    def _missing_(cls, value):
        return None

    name = types.DynamicClassAttribute(lambda self: self._name_)
    value = types.DynamicClassAttribute(lambda self: self._value_)

    def __repr__(self):
        return f"<{self.__class__.__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __format__(self, spec):
        return str.__format__(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __dir__(self):
        return sorted(["__class__", "__doc__", "__eq__", "__hash__", "__module__", "name", "value"])

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class IntEnum(int, Enum):
    def __repr__(self):
        return f"<{self.__class__.__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        return int.__repr__(self._value_)

    def __format__(self, spec):
        return int.__format__(self._value_, spec)

    __hash__ = int.__hash__


class StrEnum(str, Enum):
    def __repr__(self):
        return f"<{self.__class__.__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        return self._value_

    def __format__(self, spec):
        return str.__format__(self._value_, spec)

    __hash__ = str.__hash__

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class Flag(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        return 2 ** (max(last_values).bit_length())

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        mask = cls._flag_mask_
        if value < 0:
            width = mask.bit_length()
            value = value & ((1 << width) - 1) & mask
            return _member_of(cls, value)
        if value & ~mask:
            if not issubclass(cls, int):
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError(
                    f"{cls!r} invalid value {value!r}\n    given {value:#0{width + 2}b}\n"
                    f"  allowed {mask:#0{width + 2}b}")
        if issubclass(cls, int):
            m = int.__new__(cls, value)
        else:
            m = _bare_instance(cls)
        names = [n for n in cls._member_names_ if cls._member_map_[n]._value_ & value]
        unknown = value & ~mask
        name = "|".join(names + ([str(unknown)] if unknown else [])) if names else None
        _set_own_attribute(m, "_value_", value)
        _set_own_attribute(m, "_name_", name)
        cls._value2member_map_[value] = m
        return m

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': "
                            f"{type(other).__qualname__!r} and {self.__class__.__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        cls = self.__class__
        for name in cls._member_names_:
            m = cls._member_map_[name]
            if m._value_ & self._value_:
                yield m

    def __len__(self):
        return self._value_.bit_count()

    def __bool__(self):
        return self._value_ != 0

    def __repr__(self):
        if self._name_ is None:
            return f"<{self.__class__.__name__}: {self._value_!r}>"
        return f"<{self.__class__.__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        if self._name_ is None:
            return f"{self.__class__.__name__}({self._value_!r})"
        return f"{self.__class__.__name__}.{self._name_}"

    def _other(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return None

    def __or__(self, other):
        v = self._other(other)
        return NotImplemented if v is None else self.__class__(self._value_ | v)

    def __and__(self, other):
        v = self._other(other)
        return NotImplemented if v is None else self.__class__(self._value_ & v)

    def __xor__(self, other):
        v = self._other(other)
        return NotImplemented if v is None else self.__class__(self._value_ ^ v)

    def __invert__(self):
        return self.__class__(self._flag_mask_ & ~self._value_)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__
    __hash__ = Enum.__hash__


class IntFlag(int, Flag):
    def __repr__(self):
        return Flag.__repr__(self)

    def __str__(self):
        return int.__repr__(self._value_)

    def __format__(self, spec):
        return int.__format__(self._value_, spec)

    __or__ = Flag.__or__
    __and__ = Flag.__and__
    __xor__ = Flag.__xor__
    __ror__ = Flag.__or__
    __rand__ = Flag.__and__
    __rxor__ = Flag.__xor__
    __invert__ = Flag.__invert__
    __hash__ = int.__hash__


def unique(enumeration):
    duplicates = []
    for name, m in enumeration.__members__.items():
        if name != m._name_:
            duplicates.append((name, m._name_))
    if duplicates:
        text = ", ".join([f"{alias} -> {name}" for alias, name in duplicates])
        raise ValueError(f"duplicate values found in {enumeration!r}: {text}")
    return enumeration


def global_enum(cls, update_str=False):
    import sys
    name = cls.__module__.split(".")[-1]
    if issubclass(cls, Flag):
        cls.__repr__ = lambda self: _global_flag_repr(self, name)
    else:
        cls.__repr__ = lambda self: f"{name}.{self._name_}"
    if update_str or issubclass(cls, int) is False:
        cls.__str__ = lambda self: self._name_ if self._name_ else cls.__repr__(self)
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls


def _global_flag_repr(self, module):
    if self._name_ is None:
        return f"{module}.{self.__class__.__name__}({self._value_!r})"
    return "|".join([n if n.isdigit() else f"{module}.{n}" for n in self._name_.split("|")])


# Makes an enumeration of a plain class.
def _simple_enum(etype=Enum, *, boundary=None, use_args=None):
    def convert(cls):
        names = type(etype).__prepare__(cls.__name__, (etype,))
        for key, value in cls.__dict__.items():
            if key not in ("__dict__", "__weakref__"):
                names[key] = value
        names["__module__"] = cls.__module__
        names["__qualname__"] = cls.__qualname__
        return type(etype)(cls.__name__, (etype,), names)
    return convert


class FlagBoundary(StrEnum):
    STRICT = "strict"
    CONFORM = "conform"
    EJECT = "eject"
    KEEP = "keep"


STRICT, CONFORM, EJECT, KEEP = FlagBoundary
