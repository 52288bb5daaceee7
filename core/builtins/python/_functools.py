# What CPython's functools has in C.


def reduce(function, sequence, initial=_missing, /):
    it = _iterate(sequence)
    if initial is _missing:
        for value in it:
            break
        else:
            raise TypeError("reduce() of empty iterable with no initial value")
    else:
        value = initial
    for x in it:
        value = function(value, x)
    return value


class _readonly:
    def __init__(self, get):
        self._get = get

    def __get__(self, obj, owner=None):
        return self if obj is None else self._get(obj)

    def __set__(self, obj, value):
        raise AttributeError("readonly attribute")

    def __delete__(self, obj):
        raise AttributeError("readonly attribute")


@_in_c
class partial:
    __module__ = "functools"
    __slots__ = ("_func", "_args", "_keywords", "__dict__", "__weakref__")

    def __new__(cls, func, /, *args, **keywords):
        if not callable(func):
            raise TypeError("the first argument must be callable")
        self = object.__new__(cls)
        if isinstance(func, partial):
            args = func._args + args
            keywords = {**func._keywords, **keywords}
            func = func._func
        self._func = func
        self._args = args
        self._keywords = keywords
        return self

    def __init__(self, func, /, *args, **keywords):
        pass

    @_readonly
    def func(self, /):
        return self._func

    @_readonly
    def args(self, /):
        return self._args

    @_readonly
    def keywords(self, /):
        return self._keywords

    def __call__(self, /, *args, **keywords):
        if self._keywords:
            keywords = {**self._keywords, **keywords}
        if keywords:
            return self._func(*self._args, *args, **keywords)
        return self._func(*self._args, *args)

    def __repr__(self, /):
        cls = type(self)
        name = "functools.partial" if cls is partial else cls.__name__
        if not _repr_enter(self):
            return "..."
        try:
            row = [repr(self.func)]
            row += [repr(a) for a in self.args]
            row += [f"{k}={v!r}" for k, v in self.keywords.items()]
        finally:
            _repr_leave()
        return f"{name}({', '.join(row)})"

    def __reduce__(self, /):
        return (type(self), (self.func,),
                (self.func, self.args, self.keywords, self.__dict__ or None))

    def __setstate__(self, state, /):
        if not isinstance(state, tuple):
            raise TypeError("argument to __setstate__ must be a tuple")
        if len(state) != 4:
            raise TypeError(f"expected 4 items in state, got {len(state)}")
        func, args, keywords, rest = state
        if (not callable(func) or not isinstance(args, tuple)
                or keywords is not None and not isinstance(keywords, dict)
                or rest is not None and not isinstance(rest, dict)):
            raise TypeError("invalid partial state")
        self._func = func
        self._args = tuple(args)
        self._keywords = keywords if type(keywords) is dict else dict(keywords or {})
        self.__dict__ = {} if rest is None else rest

    def __class_getitem__(cls, item, /):
        return _generic_alias(cls, item)


_keyword_mark = object()


def _make_key(args, keywords, typed):
    if keywords:
        key = args + (_keyword_mark,)
        for item in keywords.items():
            key += item
    else:
        key = args
    if typed:
        key += tuple([type(v) for v in args])
        if keywords:
            key += tuple([type(v) for v in keywords.values()])
    elif len(key) == 1:
        kind = type(key[0])
        if kind is int or kind is str:
            return key[0]
    return key


# A function that remembers its results: the maxsize last used ones, or all.
def _lru_cache_wrapper(function, maxsize, typed, cache_info_type):
    known = {}
    hits = misses = 0
    missing = object()  # not _missing: to dict.pop that means no default

    if maxsize is None:
        def wrapper(*args, **keywords):
            nonlocal hits, misses
            if keywords or typed:
                key = _make_key(args, keywords, typed)
            elif len(args) == 1:
                key = args[0]
                kind = type(key)
                if kind is not int and kind is not str:
                    key = args
            else:
                key = args
            result = known.get(key, missing)
            if result is not missing:
                hits += 1
                return result
            misses += 1
            result = function(*args, **keywords)
            known[key] = result
            return result
    elif maxsize == 0:
        def wrapper(*args, **keywords):
            nonlocal misses
            misses += 1
            return function(*args, **keywords)
    else:
        def wrapper(*args, **keywords):
            nonlocal hits, misses
            key = _make_key(args, keywords, typed)
            result = known.pop(key, missing)
            if result is not missing:
                hits += 1
                known[key] = result
                return result
            misses += 1
            result = function(*args, **keywords)
            if key not in known:
                if len(known) >= maxsize:
                    for oldest in known:
                        break
                    del known[oldest]
                known[key] = result
            return result

    def cache_info():
        return cache_info_type(hits, misses, maxsize, len(known))

    def cache_clear():
        nonlocal hits, misses
        known.clear()
        hits = misses = 0

    wrapper.cache_info = cache_info
    wrapper.cache_clear = cache_clear
    for name in ("__module__", "__name__", "__qualname__", "__doc__"):
        try:
            setattr(wrapper, name, getattr(function, name))
        except AttributeError:
            pass
    wrapper.__wrapped__ = function
    return wrapper


def cmp_to_key(mycmp):
    class K:
        __slots__ = ["obj"]
        __hash__ = None

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0
    return K
