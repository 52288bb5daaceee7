# Each type of itertools is a function that makes a generator, which _retype makes report the type;
# at the end of the file the types themselves take the functions' places.


def count(start=0, step=1):
    for x in (start, step):
        if not isinstance(x, (int, float, complex)) and (
                _special(x, "__add__") is None or _special(x, "__iter__") is not None):
            raise TypeError("a number is required")
    return _retype(_count(start, step), "itertools.count")


def _count(n, step):
    while True:
        yield n
        n += step


def cycle(iterable, /):
    return _retype(_cycle(iter(iterable)), "itertools.cycle")


# A copy goes on with `rest` of what was saved.
def _cycle(iterator, saved=None, rest=None):
    if saved is None:
        saved = []
    for x in iterator:
        yield x
        saved.append(x)
    if rest is None:
        rest = iter(saved)
    while saved:
        for x in rest:
            yield x
        rest = iter(saved)


def repeat(object, times=None):
    if times is None:
        return _retype(_repeat_forever(object), "itertools.repeat")
    return _retype(_repeat(object, max(0, _to_index(times))), "itertools.repeat")


def _repeat_forever(x):
    while True:
        yield x


def _repeat(x, times):
    for i in range(times):
        yield x


def chain(*iterables):
    return _retype(_chain(iter(iterables)), "itertools.chain")


def _chain(iterables, it=()):
    for x in it:
        yield x
    for it in iterables:
        it = iter(it)
        for x in it:
            yield x


def _from_iterable(cls, iterable):
    return _wrap(cls, _retype(_chain(iter(iterable)), "itertools.chain"))


_set_function_name(_from_iterable, "from_iterable")


def islice(iterable, *args):
    if len(args) == 0:
        raise TypeError("islice expected at least 2 arguments, got 1")
    if len(args) > 3:
        raise TypeError(f"islice expected at most 4 arguments, got {len(args) + 1}")
    s = slice(*args)
    start = 0 if s.start is None else s.start
    stop = s.stop
    step = 1 if s.step is None else s.step
    if stop is not None:
        if _special(stop, "__index__") is None or _to_index(stop) < 0:
            if len(args) == 1:
                raise ValueError("Stop argument for islice() must be None or an integer: "
                                 "0 <= x <= sys.maxsize.")
            raise ValueError("Indices for islice() must be None or an integer: "
                             "0 <= x <= sys.maxsize.")
        stop = _to_index(stop)
    if _special(start, "__index__") is None or _to_index(start) < 0:
        raise ValueError("Indices for islice() must be None or an integer: "
                         "0 <= x <= sys.maxsize.")
    if _special(step, "__index__") is None or _to_index(step) < 1:
        raise ValueError("Step for islice() must be a positive integer or None.")
    return _retype(_islice(_iterate(iterable), _to_index(start), stop, _to_index(step)),
                   "itertools.islice")


def _islice(iterator, start, stop, step):
    if stop is None:
        i = 0
        wanted = start
        for x in iterator:
            if i == wanted:
                yield x
                wanted += step
            i += 1
        return
    if stop <= start:
        # The elements before start are consumed all the same.
        if start > 0:
            i = 0
            if stop > 0:
                for x in iterator:
                    i += 1
                    if i >= stop:
                        break
        return
    i = 0
    wanted = start
    while i < stop:
        for x in iterator:
            break
        else:
            return
        if i == wanted:
            yield x
            wanted += step
            if wanted >= stop:
                # CPython consumes up to stop only when asked again.
                i += 1
                while i < stop:
                    for x in iterator:
                        break
                    else:
                        return
                    i += 1
                return
        i += 1


def takewhile(predicate, iterable, /):
    return _retype(_takewhile(predicate, iter(iterable)), "itertools.takewhile")


def _takewhile(predicate, iterator):
    for x in iterator:
        if not predicate(x):
            return
        yield x


def dropwhile(predicate, iterable, /):
    return _retype(_dropwhile(predicate, _iterate(iterable)), "itertools.dropwhile")


def _dropwhile(predicate, iterator, dropping=True):
    if dropping:
        for x in iterator:
            if not predicate(x):
                dropping = False
                yield x
                break
    for x in iterator:
        yield x


def filterfalse(predicate, iterable, /):
    return _retype(_filterfalse(predicate, iter(iterable)), "itertools.filterfalse")


def _filterfalse(predicate, iterator):
    if predicate is None:
        predicate = bool
    for x in iterator:
        if not predicate(x):
            yield x


def starmap(function, iterable, /):
    return _retype(_starmap(function, iter(iterable)), "itertools.starmap")


def _starmap(function, iterator):
    for args in iterator:
        if not _is_tuple(args):
            args = _tuple_of(list(args))
        yield function(*args)


def compress(data, selectors):
    return _retype(_compress(_iterate(data), _iterate(selectors)), "itertools.compress")


def _compress(data, selectors):
    for x in data:
        for s in selectors:
            break
        else:
            return
        if s:
            yield x


def pairwise(iterable, /):
    return _retype(_pairwise(_iterate(iterable)), "itertools.pairwise")


def _pairwise(iterator):
    for a in iterator:
        break
    else:
        return
    for b in iterator:
        yield (a, b)
        a = b


def accumulate(iterable, func=None, *, initial=None):
    return _retype(_accumulate(_iterate(iterable), func, initial), "itertools.accumulate")


def _accumulate(iterator, func, total, begun=False):
    if not begun:
        if total is None:
            for total in iterator:
                break
            else:
                return
        begun = True
        yield total
    if func is None:
        for x in iterator:
            total = total + x
            yield total
    else:
        for x in iterator:
            total = func(total, x)
            yield total


def zip_longest(*iterables, fillvalue=None):
    return _retype(_zip_longest([_iterate(x) for x in iterables], fillvalue), "itertools.zip_longest")


def _zip_longest(iterators, fillvalue, active=None):
    if active is None:
        active = len(iterators)
    if not active:
        return
    while True:
        row = []
        for i in range(len(iterators)):
            it = iterators[i]
            if it is None:
                row.append(fillvalue)
                continue
            for x in it:
                row.append(x)
                break
            else:
                active -= 1
                if not active:
                    return
                iterators[i] = None
                row.append(fillvalue)
        yield tuple(row)


def product(*iterables, repeat=1):
    pools = [tuple(pool) for pool in iterables] * repeat
    return _retype(_product(pools), "itertools.product")


# Copies of these go on behind what `indices` stand for.
def _product(pools, indices=None):
    n = len(pools)
    for pool in pools:
        if not pool:
            return
    begun = indices is not None
    if not begun:
        indices = [0] * n
    row = [pools[i][indices[i]] for i in range(n)]
    while True:
        if not begun:
            yield tuple(row)
        begun = False
        i = n - 1
        while i >= 0:
            pool = pools[i]
            k = indices[i] + 1
            if k < len(pool):
                indices[i] = k
                row[i] = pool[k]
                break
            indices[i] = 0
            row[i] = pool[0]
            i -= 1
        else:
            return


def permutations(iterable, r=None):
    pool = tuple(iterable)
    n = len(pool)
    if r is None:
        r = n
    elif not isinstance(r, int):
        raise TypeError("Expected int as r")
    elif r < 0:
        raise ValueError("r must be non-negative")
    return _retype(_permutations(list(pool), n, r), "itertools.permutations")


# As CPython's, but for what is permuted: the elements themselves, in place of their indices.
def _permutations(row, n, r, cycles=None):
    if r > n:
        return
    if cycles is None:
        cycles = list(range(n, n - r, -1))
        yield tuple(row[:r])
    while n:
        for i in range(r - 1, -1, -1):
            j = cycles[i] - 1
            if j:
                cycles[i] = j
                row[i], row[-j] = row[-j], row[i]
                yield tuple(row[:r])
                break
            row.append(row.pop(i))
            cycles[i] = n - i
        else:
            return


def combinations(iterable, r):
    if _to_index(r) < 0:
        raise ValueError("r must be non-negative")
    return _retype(_combinations(tuple(iterable), r), "itertools.combinations")


def _combinations(pool, r, indices=None, row=None):
    n = len(pool)
    if r > n:
        return
    if indices is None:
        indices = list(range(r))
        row = list(pool[:r])
        yield tuple(row)
    while True:
        for i in range(r - 1, -1, -1):
            if indices[i] != i + n - r:
                break
        else:
            return
        k = indices[i]
        while i < r:  # what is behind changes too
            k += 1
            indices[i] = k
            row[i] = pool[k]
            i += 1
        yield tuple(row)


def combinations_with_replacement(iterable, r):
    if _to_index(r) < 0:
        raise ValueError("r must be non-negative")
    return _retype(_combinations_with_replacement(tuple(iterable), r),
                   "itertools.combinations_with_replacement")


def _combinations_with_replacement(pool, r, indices=None, row=None):
    n = len(pool)
    if not n and r:
        return
    if indices is None:
        indices = [0] * r
        row = [pool[0]] * r if r else []
        yield tuple(row)
    while True:
        for i in range(r - 1, -1, -1):
            if indices[i] != n - 1:
                break
        else:
            return
        k = indices[i] + 1
        x = pool[k]
        while i < r:  # what is behind changes too
            indices[i] = k
            row[i] = x
            i += 1
        yield tuple(row)


def tee(iterable, n=2, /):
    if n < 0:
        raise ValueError("n must be >= 0")
    if type(iterable) is _tee_type:
        return tuple([iterable] + [_tee_copy(iterable) for i in range(n - 1)])[:n]
    link = [None, None]  # [value, next link]: a list shared by all
    it = _iterate(iterable)
    return tuple([_retype(_tee(it, link), "itertools._tee") for i in range(n)])


def _tee(iterator, link):
    while True:
        if link[1] is None:
            for x in iterator:
                link[0] = x
                link[1] = [None, None]
                break
            else:
                return
        x, link = link
        yield x


@_in_c
class groupby:
    def __init__(self, iterable, key=None):
        self._key = key
        self._iterator = _iterate(iterable)
        self._more = True      # an element that no group has taken yet
        self._fresh = False
        self._current = None
        self._current_key = None
        self._id = None
        self._target = _missing

    def __iter__(self):
        return self

    def __reduce__(self):
        made = type(self), (self._iterator, self._key)
        if self._target is _missing:
            return made
        return made + ((self._current, self._target, self._current_key),)

    def __setstate__(self, state):
        if not isinstance(state, tuple):
            raise TypeError("state is not a tuple")
        self._current, self._target, self._current_key = state

    def _advance(self):
        for x in self._iterator:
            self._current = x
            self._current_key = x if self._key is None else self._key(x)
            return True
        self._more = False
        return False

    def __next__(self):
        self._id = object()
        if self._target is _missing:
            if not self._advance():
                raise StopIteration
        else:
            while self._more and self._current_key == self._target:
                if not self._advance():
                    raise StopIteration
            if not self._more:
                raise StopIteration
        self._target = self._current_key
        return (self._target, _retype(self._group(self._target, self._id), "itertools._grouper"))

    def _group(self, target, id):
        while self._id is id and self._more and self._current_key == target:
            yield self._current
            if self._id is not id:
                return
            if not self._advance():
                return


groupby.__module__ = "itertools"


# --- the types: what their instances can do besides __next__


def _count_repr(self):
    begun, v = _generator_variables(self)
    n, step = v["n"], v["step"]
    if begun:
        n = n + step
    if isinstance(step, int) and step == 1:
        return f"{type(self).__name__}({n!r})"
    return f"{type(self).__name__}({n!r}, {step!r})"


def _count_reduce(self):
    begun, v = _generator_variables(self)
    n, step = v["n"], v["step"]
    if begun:
        n = n + step
    return (type(self), (n,)) if isinstance(step, int) and step == 1 else (type(self), (n, step))


# The object and how often it comes again; None: for ever.
def _repeat_left(self):
    state = _generator_variables(self)
    if state is None:
        return None, 0
    begun, v = state
    if "times" not in v:
        return v["x"], None
    return v["x"], v["times"] - (v["i"] + 1 if begun else 0)


def _repeat_repr(self):
    x, left = _repeat_left(self)
    return f"{type(self).__name__}({x!r})" if left is None else f"{type(self).__name__}({x!r}, {left})"


def _repeat_length_hint(self):
    x, left = _repeat_left(self)
    if left is None:
        raise TypeError("len() of unsized object")
    return left


def _repeat_reduce(self):
    x, left = _repeat_left(self)
    return type(self), (x,) if left is None else (x, left)


# How pickle and copy make an iterator again: by the variables that its generator was given.
def _reduced_by(*names):
    def reduce(self):
        state = _generator_variables(self)
        if state is None:
            return _resume, ("chain", (iter(()),), type(self).__name__)
        v = state[1]
        for name in names:
            if name not in v:
                raise TypeError(f"cannot pickle '{_type_name(self)}' object")
        return type(self), _tuple_of([v[name] for name in names])
    _set_function_name(reduce, "__reduce__")
    return reduce


# What makes an iterator that goes on where another stands: see _going_on_by.
def _resume(name, args, type=None):
    return _retype(_makers[name](*args), "itertools." + (type or name))


# How pickle and copy make an iterator again: by what its generator works with at the moment.
def _going_on_by(name, *names):
    def reduce(self):
        state = _generator_variables(self)
        if state is None:
            return _resume, ("chain", (iter(()),), name)
        begun, v = state
        args = []
        for key in names:
            value = v.get(key)
            if _is_cell(value):  # a comprehension uses it
                value = value.cell_contents
            args.append(value[:] if _is_list(value) else value)
        if name == "cycle" and begun and args[2] is None:
            args[1] = args[1] + [v["x"]]
        elif name == "islice" and begun:
            iterator, start, stop, step = args
            args = [iterator, step - 1, None if stop is None else stop - v["i"] - 1, step]
        elif name == "dropwhile" and not begun:
            args.pop()
        elif name == "chain" and args[1] is None:
            args.pop()
        elif name == "accumulate" and not begun:
            args[3] = False
        return _resume, (name, _tuple_of(args))
    _set_function_name(reduce, "__reduce__")
    return reduce


def _tee_copy(self):
    state = _generator_variables(self)
    if state is None:
        return _retype(_tee(iter(()), [None, None]), "itertools._tee")
    v = state[1]
    return _retype(_tee(v["iterator"], v["link"]), "itertools._tee")


def _type_of(make, attributes=()):
    name = make.__name__
    names = {"__doc__": make.__doc__}
    for key, f in attributes:
        if not isinstance(f, classmethod):
            _set_function_name(f, key)
        names[key] = f
    return _iterator_type("itertools." + name, make, names)


count = _type_of(count, [("__repr__", _count_repr), ("__reduce__", _count_reduce)])
cycle = _type_of(cycle, [("__reduce__", _going_on_by("cycle", "iterator", "saved", "rest"))])
repeat = _type_of(repeat, [("__repr__", _repeat_repr), ("__reduce__", _repeat_reduce),
                           ("__length_hint__", _repeat_length_hint)])
chain = _type_of(chain, [("from_iterable", classmethod(_from_iterable)),
                         ("__class_getitem__", classmethod(_generic_alias)),
                         ("__reduce__", _going_on_by("chain", "iterables", "it"))])
islice = _type_of(islice, [("__reduce__", _going_on_by("islice", "iterator", "start", "stop",
                                                       "step"))])
takewhile = _type_of(takewhile, [("__reduce__", _going_on_by("takewhile", "predicate",
                                                             "iterator"))])
dropwhile = _type_of(dropwhile, [("__reduce__", _going_on_by("dropwhile", "predicate", "iterator",
                                                             "dropping"))])
filterfalse = _type_of(filterfalse, [("__reduce__", _reduced_by("predicate", "iterator"))])
starmap = _type_of(starmap, [("__reduce__", _reduced_by("function", "iterator"))])
compress = _type_of(compress, [("__reduce__", _reduced_by("data", "selectors"))])
pairwise = _type_of(pairwise)
accumulate = _type_of(accumulate, [("__reduce__", _going_on_by("accumulate", "iterator", "func",
                                                               "total", "begun"))])
zip_longest = _type_of(zip_longest, [("__reduce__", _going_on_by("zip_longest", "iterators",
                                                                 "fillvalue", "active"))])
product = _type_of(product, [("__reduce__", _going_on_by("product", "pools", "indices"))])
permutations = _type_of(permutations, [("__reduce__", _going_on_by(
    "permutations", "row", "n", "r", "cycles"))])
combinations = _type_of(combinations, [("__reduce__", _going_on_by(
    "combinations", "pool", "r", "indices", "row"))])
combinations_with_replacement = _type_of(combinations_with_replacement, [
    ("__reduce__", _going_on_by(
        "combinations_with_replacement", "pool", "r", "indices", "row"))])
_makers = {"cycle": _cycle, "chain": _chain, "islice": _islice, "takewhile": _takewhile,
           "dropwhile": _dropwhile, "accumulate": _accumulate, "zip_longest": _zip_longest,
           "product": _product, "permutations": _permutations, "combinations": _combinations,
           "combinations_with_replacement": _combinations_with_replacement}


def _new_tee(iterable, /):
    return _tee_copy(iterable) if type(iterable) is _tee_type else tee(iterable, 1)[0]


_set_function_name(_tee_copy, "__copy__")
_set_function_name(_new_tee, "_tee")
_tee_type = _iterator_type("itertools._tee", _new_tee, {"__copy__": _tee_copy})

# What a type defines is bound to its instances; the functions of this file are not.
del _count_repr, _count_reduce, _repeat_repr, _repeat_length_hint, _repeat_reduce
