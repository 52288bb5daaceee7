# The match statement.


def __match_sequence__(subject):
    if _is_list(subject) or _is_tuple(subject):
        return _derives_plainly(subject) or _pattern_kind(subject) == 1
    if _is_str(subject) or _is_bytes(subject):
        return False
    if _is_dict(subject):
        return not _derives_plainly(subject) and _pattern_kind(subject) == 1
    if isinstance(subject, (range, memoryview)):
        return True
    return _pattern_kind(subject) == 1


def __match_mapping__(subject):
    if _is_dict(subject):
        return _derives_plainly(subject) or _pattern_kind(subject) == 2
    return _pattern_kind(subject) == 2


# Whether an object can be of one built-in kind only: class, kind, object.
def _derives_plainly(subject):
    return len(type(subject).__mro__) <= 3


# 1 for sequences, 2 for mappings, 0 for what is neither. A class that is both is what the first of
# its bases is.
def _pattern_kind(subject):
    if _is_builtin_type(type(subject)):
        return 0
    modules = _modules()
    if "collections" not in modules and "collections.abc" not in modules:
        return 2 if isinstance(subject, dict) else 1 if isinstance(subject, (list, tuple)) else 0
    from collections.abc import Mapping, Sequence
    if isinstance(subject, (str, bytes, bytearray)):
        return 0
    is_sequence = isinstance(subject, Sequence)
    is_mapping = isinstance(subject, Mapping)
    if is_sequence and is_mapping:
        for cls in type(subject).__mro__[1:]:
            is_sequence = issubclass(cls, Sequence)
            if is_sequence or issubclass(cls, Mapping):
                break
    return 1 if is_sequence else 2 if is_mapping else 0


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
        raise TypeError("called match pattern must be a type")
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
            known = set(names)
            for name in match_args[:count]:
                if not isinstance(name, str):
                    raise TypeError("__match_args__ elements must be strings "
                                    f"(got {_type_name(name)})")
                if name in known:
                    raise TypeError(f"{cls.__name__}() got multiple sub-patterns for attribute "
                                    f"{name!r}")
                known.add(name)
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
