# The match statement.


def __match_sequence__(subject):
    if _is_list(subject) or _is_tuple(subject):
        return True
    if _is_str(subject) or _is_bytes(subject) or _is_dict(subject):
        return False
    if isinstance(subject, range):
        return True
    return _is_registered(subject, "Sequence")


def __match_mapping__(subject):
    return _is_dict(subject) or _is_registered(subject, "Mapping")


# Is the object's class a subclass of the abstract class collections.abc.<name>, if that has been
# imported at all?
def _is_registered(subject, name):
    if _is_builtin_type(type(subject)):
        return False
    module = _modules().get("collections.abc")
    if module is None:
        return False
    return isinstance(subject, getattr(module, name))


def __match_keys__(subject, keys):
    row = []
    seen = set()
    get = subject.get
    for key in keys:
        if key in seen:
            raise ValueError(f"mapping pattern checks duplicate key ({key!r})")
        seen.add(key)
        v = get(key, _missing)
        if v is _missing:
            return None
        row.append(v)
    return _tuple_of(row)


def __match_rest__(subject, keys):
    rest = {}
    for k in subject.keys():
        rest[k] = subject[k]
    for k in keys:
        del rest[k]
    return rest


def __match_class__(subject, cls, count, names):
    if not _is_type(cls):
        raise TypeError("called match pattern must be a class")
    if not isinstance(subject, cls):
        return None
    row = []
    if count:
        match_args = getattr(cls, "__match_args__", _missing)
        if match_args is _missing:
            if count == 1 and issubclass(cls, (bool, bytearray, bytes, dict, float, frozenset, int,
                                               list, set, str, tuple)):
                row.append(subject)
            elif issubclass(cls, (bool, bytearray, bytes, dict, float, frozenset, int, list, set,
                                  str, tuple)):
                raise TypeError(f"{cls.__name__}() accepts 1 positional sub-pattern "
                                f"({count} given)")
            else:
                raise TypeError(f"{cls.__name__}() accepts 0 positional sub-patterns "
                                f"({count} given)")
        else:
            if not isinstance(match_args, tuple):
                raise TypeError(f"{cls.__name__}.__match_args__ must be a tuple "
                                f"(got {_type_name(match_args)})")
            if count > len(match_args):
                plural = "" if len(match_args) == 1 else "s"
                raise TypeError(f"{cls.__name__}() accepts {len(match_args)} positional "
                                f"sub-pattern{plural} ({count} given)")
            for name in match_args[:count]:
                if not isinstance(name, str):
                    raise TypeError("__match_args__ elements must be strings "
                                    f"(got {_type_name(name)})")
                if name in names:
                    raise TypeError(f"{cls.__name__}() got multiple sub-patterns for attribute "
                                    f"{name!r}")
                v = getattr(subject, name, _missing)
                if v is _missing:
                    return None
                row.append(v)
    for name in names:
        v = getattr(subject, name, _missing)
        if v is _missing:
            return None
        row.append(v)
    return _tuple_of(row)
