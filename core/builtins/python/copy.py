__all__ = ["Error", "copy", "deepcopy"]
from copyreg import dispatch_table


class Error(Exception):
    pass


error = Error


_immutable = frozenset([type(None), int, float, bool, complex, str, bytes, type, range, property,
                        type(...), type(NotImplemented), type(lambda: 0), type(len)])
# Copied as themselves only when they are not copied deeply.
_shallow = frozenset([tuple, frozenset, slice])


def copy(x):
    cls = type(x)
    if cls in _immutable or cls in _shallow or issubclass(cls, type):
        return x
    if cls is list or cls is dict or cls is set or cls is bytearray:
        return x.copy()
    f = getattr(cls, "__copy__", None)
    if f is not None:
        return f(x)
    made = _reduced(x, cls)
    return x if isinstance(made, str) else _reconstruct(x, None, *made)


def deepcopy(x, memo=None, _nil=[]):
    cls = type(x)
    if memo is None:
        memo = {}
    d = id(x)
    y = memo.get(d, _nil)
    if y is not _nil:
        return y
    if cls in _immutable or issubclass(cls, type):
        return x
    if cls is list:
        y = []
        memo[d] = y
        for e in x:
            y.append(deepcopy(e, memo))
    elif cls is tuple:
        return _deep_tuple(x, memo)
    elif cls is dict:
        y = {}
        memo[d] = y
        for k, v in x.items():
            y[deepcopy(k, memo)] = deepcopy(v, memo)
    elif cls is _method:
        y = cls(x.__func__, deepcopy(x.__self__, memo))
    else:
        f = getattr(x, "__deepcopy__", None)
        if f is not None:
            y = f(memo)
        else:
            made = _reduced(x, cls)
            y = x if isinstance(made, str) else _reconstruct(x, memo, *made)
    if y is not x:
        memo[d] = y
        try:  # x lives as long as the memo
            memo[id(memo)].append(x)
        except KeyError:
            memo[id(memo)] = [x]
    return y


def _deep_tuple(x, memo):
    row = [deepcopy(e, memo) for e in x]
    d = id(x)
    if d in memo:
        return memo[d]
    for a, b in zip(x, row):
        if a is not b:
            memo[d] = tuple(row)
            return memo[d]
    return x


def _reduced(x, cls):
    f = dispatch_table.get(cls)
    if f is not None:
        return f(x)
    f = getattr(x, "__reduce_ex__", None)
    if f is not None:
        return f(4)
    f = getattr(x, "__reduce__", None)
    if f is not None:
        return f()
    raise Error(f"un(deep)copyable object of type {cls}")


def _reconstruct(x, memo, func, args, state=None, items=None, pairs=None):
    deep = memo is not None
    if deep and args:
        args = [deepcopy(a, memo) for a in args]
    y = func(*args)
    if deep:
        memo[id(x)] = y
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if hasattr(y, "__setstate__"):
            y.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                y.__dict__.update(state)
            if slots is not None:
                for name, value in slots.items():
                    setattr(y, name, value)
    if items is not None:
        for e in items:
            y.append(deepcopy(e, memo) if deep else e)
    if pairs is not None:
        for k, v in pairs:
            if deep:
                k, v = deepcopy(k, memo), deepcopy(v, memo)
            y[k] = v
    return y


class _Bound:
    def method(self):
        pass


_method = type(_Bound().method)
