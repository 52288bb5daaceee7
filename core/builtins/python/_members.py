# What stands in a class for the entries of its __slots__. Attributes of instances do not come this
# way: C++ finds and stores them as if these were not there (is_member_descriptor); programs see
# them in the class.


class member_descriptor:
    def __get__(self, obj, owner=None, /):
        if obj is None:
            return self
        self._check(obj)
        return object.__getattribute__(obj, self.__name__)

    def __set__(self, obj, value, /):
        self._check(obj)
        object.__setattr__(obj, self.__name__, value)

    def __delete__(self, obj, /):
        self._check(obj)
        object.__delattr__(obj, self.__name__)

    def _check(self, obj):
        if not isinstance(obj, self.__objclass__):
            raise TypeError(f"descriptor '{self.__name__}' for '{self.__objclass__.__name__}' "
                            f"objects doesn't apply to a '{type(obj).__name__}' object")

    def __repr__(self):
        return f"<member '{self.__name__}' of '{self.__objclass__.__name__}' objects>"

    def __reduce__(self):
        return getattr, (self.__objclass__, self.__name__)


member_descriptor.__module__ = "builtins"
_mark_members(member_descriptor)


# The class, after its __slots__ are checked and have got their descriptors.
def class_with_members(meta, name, bases, names):
    slots = _names_get(names, "__slots__")
    members = {}
    rooms = {"__dict__": True, "__weakref__": True}
    for entry in (slots,) if isinstance(slots, str) else slots:
        if not isinstance(entry, str):
            raise TypeError(f"__slots__ items must be strings, not '{type(entry).__name__}'")
        if not entry.isidentifier():
            raise TypeError("__slots__ must be identifiers")
        if entry in rooms:
            if not rooms[entry]:
                raise TypeError("__dict__ slot disallowed: we already got one" if entry == "__dict__" else
                                "__weakref__ slot disallowed: either we already got one, or "
                                "__itemsize__ != 0")
            rooms[entry] = False
            continue
        mangled = entry
        if entry[:2] == "__" and entry[-2:] != "__" and name.strip("_"):
            mangled = "_" + name.lstrip("_") + entry
        if _names_get(names, mangled) is not _missing and mangled not in ("__qualname__", "__classcell__"):
            raise ValueError(f"{mangled!r} in __slots__ conflicts with class variable")
        member = member_descriptor()
        member.__name__ = mangled
        member.__doc__ = None
        members[mangled] = member
    if members:
        for base in bases:
            for kind in (int, tuple, bytes):
                if issubclass(base, kind):
                    raise TypeError(f"nonempty __slots__ not supported for subtype of '{base.__name__}'")
        if isinstance(names, dict):
            names = dict(names)
        for mangled in sorted(members):
            _names_set(names, mangled, members[mangled])
    cls = _make_class(meta, name, bases, names)
    for member in members.values():
        member.__objclass__ = cls
        member.__qualname__ = f"{cls.__qualname__}.{member.__name__}"
    return cls
