# except*: a state [exception, what no clause has handled yet, [what clauses raised]].


def __star_begin__(exc):
    return [exc, exc, []]


def __star_match__(state, classes):
    for c in classes if isinstance(classes, tuple) else (classes,):
        if not _is_type(c) or not issubclass(c, BaseException):
            raise TypeError("catching classes that do not inherit from BaseException is not allowed")
        if issubclass(c, BaseExceptionGroup):
            raise TypeError("catching ExceptionGroup with except* is not allowed. "
                            "Use except instead.")
    rest = state[1]
    if rest is None:
        return None
    if isinstance(rest, BaseExceptionGroup):
        part, state[1] = rest.split(classes)
        return part
    if not isinstance(rest, classes):
        return None
    state[1] = None
    return _group_of((rest,))


def _group_of(row):
    for e in row:
        if not isinstance(e, Exception):
            return BaseExceptionGroup("", row)
    return ExceptionGroup("", row)


def __star_raised__(state, exc):
    state[2].append(exc)


def __star_end__(state):
    exc, rest, raised = state
    if not raised:
        return rest
    if not isinstance(exc, BaseExceptionGroup):
        return raised[0]
    # What a clause raised again is part of the original: those parts go on as one group.
    kept = []
    new = []
    if rest is not None:
        _leaves(rest, kept)
    for e in raised:
        if (isinstance(e, BaseExceptionGroup) and e.__cause__ is exc.__cause__
                and e.__context__ is exc.__context__ and e.message == exc.message
                and _all_within(e, exc)):
            _leaves(e, kept)
        else:
            new.append(e)
    if kept:
        part = exc.subgroup(lambda e: not isinstance(e, BaseExceptionGroup)
                            and _contains_same(kept, e))
        if part is not None:
            new.append(part)
    if len(new) == 1:
        return new[0]
    return _group_of(new)


def _leaves(group, row):
    for e in group.exceptions:
        if isinstance(e, BaseExceptionGroup):
            _leaves(e, row)
        else:
            row.append(e)


def _contains_same(row, e):
    for x in row:
        if x is e:
            return True
    return False


def _all_within(part, whole):
    inner = []
    outer = []
    _leaves(part, inner)
    _leaves(whole, outer)
    for e in inner:
        if not _contains_same(outer, e):
            return False
    return True


def _group_condition(condition):
    if _is_type(condition) and issubclass(condition, BaseException):
        return lambda e: isinstance(e, condition)
    if isinstance(condition, tuple):
        for c in condition:
            if not _is_type(c) or not issubclass(c, BaseException):
                raise TypeError("expected a function, exception type or tuple of exception types")
        return lambda e: isinstance(e, condition)
    if not callable(condition):
        raise TypeError("expected a function, exception type or tuple of exception types")
    return condition


# A group of these exceptions that is like `group` in all else, or None.
def _derived_group(group, row):
    if not row:
        return None
    part = group.derive(row)
    part.__traceback__ = group.__traceback__
    part.__context__ = group.__context__
    part.__cause__ = group.__cause__
    notes = getattr(group, "__notes__", None)
    if isinstance(notes, (list, tuple)):
        part.__notes__ = list(notes)
    return part


def _split_group(group, test):
    if test(group):
        return group, None
    yes = []
    no = []
    for e in group.exceptions:
        if isinstance(e, BaseExceptionGroup):
            a, b = _split_group(e, test)
            if a is not None:
                yes.append(a)
            if b is not None:
                no.append(b)
        elif test(e):
            yes.append(e)
        else:
            no.append(e)
    return _derived_group(group, yes), _derived_group(group, no)


def BaseExceptionGroup_split(self, condition):
    return _split_group(self, _group_condition(condition))


def BaseExceptionGroup_subgroup(self, condition):
    return _split_group(self, _group_condition(condition))[0]


def BaseExceptionGroup_derive(self, excs):
    for e in excs:
        if not isinstance(e, Exception):
            return BaseExceptionGroup(self.message, excs)
    return ExceptionGroup(self.message, excs)
