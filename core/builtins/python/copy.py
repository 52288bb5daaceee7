class Error(Exception):
    pass


error = Error


def copy(x):
    cls = type(x)
    if x is None or cls in _atomic or isinstance(x, type):
        return x
    if cls is list or cls is dict or cls is set or cls is bytearray:
        return x.copy()
    f = getattr(cls, "__copy__", None)
    if f is not None:
        return f(x)
    return _rebuild(x, cls, None)


def deepcopy(x, memo=None, _nil=[]):
    cls = type(x)
    if x is None or cls in _atomic:
        return x
    if memo is None:
        memo = {}
    d = id(x)
    y = memo.get(d, _nil)
    if y is not _nil:
        return y
    if cls is list:
        y = []
        memo[d] = y
        for e in x:
            y.append(deepcopy(e, memo))
        return y
    if cls is tuple:
        row = [deepcopy(e, memo) for e in x]
        if d in memo:
            return memo[d]
        for a, b in zip(x, row):
            if a is not b:
                y = tuple(row)
                break
        else:
            y = x
        memo[d] = y
        return y
    if cls is dict:
        y = {}
        memo[d] = y
        for k, v in x.items():
            y[deepcopy(k, memo)] = deepcopy(v, memo)
        return y
    if isinstance(x, type):
        return x
    f = getattr(x, "__deepcopy__", None)
    if f is not None:
        y = f(memo)
        memo[d] = y
        return y
    if cls is set or cls is frozenset:
        y = cls([deepcopy(e, memo) for e in x])
    elif cls is bytearray:
        y = bytearray(x)
    else:
        y = _rebuild(x, cls, memo)
    memo[d] = y
    memo.setdefault(id(memo), []).append(x)
    return y


def _rebuild(x, cls, memo):
    inner = _unwrap(x)
    if inner is not x:
        if memo is not None:
            inner = deepcopy(inner, memo)
        elif not isinstance(inner, (int, float, str, bytes, tuple, frozenset)):
            inner = inner.copy()
        y = _wrap(cls, inner)
    elif _instance_dict(x) is None:
        raise TypeError(f"cannot pickle '{_type_name(x)}' object")
    else:
        f = getattr(x, "__reduce__", None)
        y = _bare_instance(cls)
        if isinstance(x, BaseException):
            y.args = x.args if memo is None else deepcopy(x.args, memo)
    if memo is not None:
        memo[id(x)] = y
    getstate = _special(x, "__getstate__")
    state = _instance_dict(x) if getstate is None else getstate(x)
    if memo is not None:
        state = deepcopy(state, memo)
    setstate = _special(y, "__setstate__")
    if setstate is not None:
        setstate(y, state)
    elif state:
        _instance_update(y, state)
    return y


def _function():
    pass


_atomic = frozenset([type(None), int, float, bool, str, bytes, type, range, slice, property,
                     type(...), type(NotImplemented), type(_function), type(len)])
