# ctypes, part parameters: prototypes whose parameters have names, defaults and directions.

_IN = 1
_OUT = 2
_LCID = 4


def _check_paramflags(cls, flags):
    if flags is None:
        return None
    if not isinstance(flags, tuple):
        raise TypeError("paramflags must be a tuple or None")
    arguments = cls._argtypes_
    if arguments is None:
        return None
    if len(flags) != len(arguments):
        raise ValueError("paramflags must have the same length as argtypes")
    rows = []
    for k, row in enumerate(flags):
        if not isinstance(row, tuple) or not 1 <= len(row) <= 3 or not isinstance(row[0], int) or (
                len(row) > 1 and not isinstance(row[1], (str, type(None)))):
            raise TypeError("paramflags must be a sequence of (int [,string [,value]]) tuples")
        flag = row[0]
        kind = arguments[k]
        if flag & 7 == _OUT:
            if not (_is_ctype(kind) and (kind._ffi_kind_ in "PA" or kind._ffi_kind_ == "s" and
                                         kind._type_ in "PzZ")):
                raise TypeError(f"'out' parameter {k + 1} must be a pointer type, not "
                                f"{getattr(kind, '__name__', kind)}")
        elif flag & 7 not in (0, _IN, _IN | _OUT, _IN | _LCID):
            raise TypeError(f"paramflag value {flag} not supported")
        name = row[1] if len(row) > 1 else None
        rows.append((flag & 7, name, row[2] if len(row) > 2 else _nothing))
    return tuple(rows)


# The arguments that C gets, and which of them are results.
def _build_arguments(self, flags, args, kwargs):
    built = []
    results = []
    taken = 0
    for k, (flag, name, default) in enumerate(flags):
        if flag == _OUT or flag == _IN | _OUT:
            results.append((k, flag == _OUT))
        if flag == _IN | _LCID:
            built.append(0 if default is _nothing else default)
        elif flag == _OUT:
            kind = self._arguments_[k]
            if default is not _nothing:
                built.append(default)
            elif kind._ffi_kind_ == "A":
                built.append(kind())
            elif kind._ffi_kind_ == "s":
                raise TypeError(f"{kind.__name__} 'out' parameter must be passed as default value")
            else:
                built.append(kind._type_())
        elif taken < len(args):
            built.append(args[taken])
            taken += 1
        elif name is not None and name in kwargs:
            built.append(kwargs[name])
            taken += 1
        elif default is not _nothing:
            built.append(default)
        elif name is not None:
            raise TypeError(f"required argument '{name}' missing")
        else:
            raise TypeError("not enough arguments")
    given = len(args) + len(kwargs)
    if given != taken:
        raise TypeError(f"call takes exactly {taken} argument{'' if given == 1 else 's'} "
                        f"({given} given)")
    return tuple(built), results


def _call_with_flags(self, args, kwargs):
    built, results = _build_arguments(self, self._paramflags_, args, kwargs)
    result = _invoke(self, built)
    if self._check_ is not None:
        checked = self._check_(result, self, built)
        if checked is not built:
            return checked
    if not results:
        return result
    values = []
    for k, is_out in results:
        values.append(built[k].__ctypes_from_outparam__() if is_out else built[k])
    return values[0] if len(values) == 1 else tuple(values)
