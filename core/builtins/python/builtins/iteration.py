# Built-in functions that iterate or call back. The C++ leaf of the same name has dealt with exact
# built-in containers of built-in values already; what arrives here runs Python code at each step.
#
# builtin_x is the function x; parameters follow the row's signature: positional ones,
# keyword-only ones, then *args as a tuple and **kwargs as a dict. _missing: not given.


def builtin_sum(iterable, start=0):
    if _is_str(start):
        raise TypeError("sum() can't sum strings [use ''.join(seq) instead]")
    if _is_bytes(start):
        raise TypeError("sum() can't sum bytes [use b''.join(seq) instead]")
    for x in iterable:
        start = start + x
    return start


def builtin_any(iterable):
    for x in iterable:
        if x:
            return True
    return False


def builtin_all(iterable):
    for x in iterable:
        if not x:
            return False
    return True


def builtin_min(key=None, default=_missing, args=()):
    if len(args) == 1:
        row = args[0]
    else:
        if not args:
            raise TypeError("min expected at least 1 argument, got 0")
        if default is not _missing:
            raise TypeError("Cannot specify a default for min() with multiple positional arguments")
        row = args
    if key is None:
        return _min_plain(row, default)
    best = _missing
    least = None
    for x in row:
        k = key(x)
        if best is _missing or k < least:
            best = x
            least = k
    if best is _missing:
        if default is _missing:
            raise ValueError("min() arg is an empty sequence")
        return default
    return best


def _min_plain(row, default):
    best = _missing
    for x in row:
        if best is _missing or x < best:
            best = x
    if best is _missing:
        if default is _missing:
            raise ValueError("min() arg is an empty sequence")
        return default
    return best


def builtin_max(key=None, default=_missing, args=()):
    if len(args) == 1:
        row = args[0]
    else:
        if not args:
            raise TypeError("max expected at least 1 argument, got 0")
        if default is not _missing:
            raise TypeError("Cannot specify a default for max() with multiple positional arguments")
        row = args
    if key is None:
        return _max_plain(row, default)
    best = _missing
    most = None
    for x in row:
        k = key(x)
        if best is _missing or k > most:
            best = x
            most = k
    if best is _missing:
        if default is _missing:
            raise ValueError("max() arg is an empty sequence")
        return default
    return best


def _max_plain(row, default):
    best = _missing
    for x in row:
        if best is _missing or x > best:
            best = x
    if best is _missing:
        if default is _missing:
            raise ValueError("max() arg is an empty sequence")
        return default
    return best


# iter(x) for a loop that is left and entered again: a for statement asks its iterator for an
# iterator each time, and that of a program's class may begin anew.
def _iterate(x):
    it = iter(x)
    return _next_of(it) if _overridden(it, "__iter__") else it


def _next_of(it):
    f = _special(it, "__next__")
    while True:
        try:
            x = f(it)
        except StopIteration:
            return
        yield x


# --- iterator types: generators that report another type (_retype)


def new_map(function, iterable, rest=()):
    if not rest:
        return _retype(_map_one(function, iter(iterable)), "map")
    if len(rest) == 1:
        return _retype(_map_two(function, _iterate(iterable), _iterate(rest[0])), "map")
    iterators = [_iterate(iterable)]
    for x in rest:
        iterators.append(_iterate(x))
    return _retype(_map_many(function, iterators), "map")


def _map_one(function, iterator):
    for x in iterator:
        yield function(x)


def _map_two(function, first, second):
    for x in first:
        for y in second:
            break
        else:
            return
        yield function(x, y)


def _map_many(function, iterators):
    while True:
        row = []
        for it in iterators:
            for x in it:
                row.append(x)
                break
            else:
                return
        yield function(*row)


def new_filter(function, iterable):
    if function is None or function is bool:
        return _retype(_filter_true(iter(iterable)), "filter")
    return _retype(_filter(function, iter(iterable)), "filter")


def _filter(function, iterator):
    for x in iterator:
        if function(x):
            yield x


def _filter_true(iterator):
    for x in iterator:
        if x:
            yield x


def new_zip(strict=False, iterables=()):
    if len(iterables) == 2 and not strict:
        a, b = iterables
        return _retype(_zip_two(_zip_iter(a, 1), _zip_iter(b, 2)), "zip")
    iterators = []
    for x in iterables:
        iterators.append(_zip_iter(x, len(iterators) + 1))
    if len(iterators) == 1:
        return _retype(_zip_one(iterators[0]), "zip")
    if len(iterators) == 3 and not strict:
        return _retype(_zip_three(iterators[0], iterators[1], iterators[2]), "zip")
    if strict:
        return _retype(_zip_strict(iterators, True), "zip")
    return _retype(_zip_many(iterators), "zip")


def _zip_iter(x, number):
    if _special(x, "__iter__") is None and _special(x, "__getitem__") is None:
        raise TypeError(f"'{_type_name(x)}' object is not iterable")
    return _iterate(x)


def _zip_one(iterator):
    for x in iterator:
        yield (x,)


def _zip_two(first, second):
    for x in first:
        for y in second:
            break
        else:
            return
        yield (x, y)


def _zip_three(first, second, third):
    for x in first:
        for y in second:
            break
        else:
            return
        for z in third:
            break
        else:
            return
        yield (x, y, z)


def _zip_many(iterators):
    if not iterators:
        return
    while True:
        row = []
        for it in iterators:
            for x in it:
                row.append(x)
                break
            else:
                return
        yield _tuple_of(row)


def _zip_strict(iterators, strict):
    if not iterators:
        return
    while True:
        row = []
        i = 0
        for it in iterators:
            for x in it:
                row.append(x)
                break
            else:
                if i > 0:
                    plural = " " if i == 1 else "s 1-"
                    raise ValueError(f"zip() argument {i + 1} is shorter than argument{plural}{i}")
                j = 1
                for other in iterators[1:]:
                    for x in other:
                        plural = " " if j == 1 else "s 1-"
                        raise ValueError(
                            f"zip() argument {j + 1} is longer than argument{plural}{j}")
                    j += 1
                return
            i += 1
        yield _tuple_of(row)


def new_enumerate(iterable, start=0):
    return _retype(_enumerate(iter(iterable), _to_index(start)), "enumerate")


def _enumerate(iterator, i):
    for x in iterator:
        yield (i, x)
        i += 1


def new_reversed(sequence):
    f = _special(sequence, "__reversed__")
    if f is not None:
        return f(sequence)
    if _special(sequence, "__getitem__") is None or _is_blocked(sequence, "__reversed__"):
        raise TypeError(f"'{_type_name(sequence)}' object is not reversible")
    return _retype(_reversed_sequence(sequence, len(sequence) - 1), "reversed")


def _reversed_sequence(sequence, i):
    f = _special(sequence, "__getitem__")
    while i >= 0:
        try:
            x = f(sequence, i)
        except (IndexError, StopIteration):
            return
        yield x
        i -= 1


def builtin_iter(x, sentinel=_missing):
    if sentinel is _missing:
        return get_iter(x)
    if not callable(x):
        raise TypeError("iter(v, w): v must be callable")
    return _retype(_call_until(x, sentinel), "callable_iterator")


def _call_until(function, sentinel):
    while True:
        try:
            x = function()
        except StopIteration:
            return
        if x == sentinel:
            return
        yield x


def builtin_next(iterator, default=_missing):
    f = _special(iterator, "__next__")
    if f is None:
        raise TypeError(f"'{_type_name(iterator)}' object is not an iterator")
    if default is _missing:
        return f(iterator)
    try:
        return f(iterator)
    except StopIteration:
        return default


# Of an instance that wraps a generator: others are resumed inline.
def generator___next__(self):
    for x in _unwrap(self):
        return x
    raise StopIteration


def generator___iter__(self):
    return self


# --- sorting


def builtin_sorted(iterable, key=None, reverse=False):
    row = list(iterable)
    _sort_row(row, key, reverse)
    return row


# A list that the program does not see.
def _sort_row(row, key, reverse):
    if key is None:
        keys = row[:]
    else:
        keys = []
        for x in row:
            keys.append(key(x))
    reverse = _to_index(reverse) != 0
    # _sort_by orders row by keys in C++ if comparing them calls no Python.
    if not _sort_by(row, keys, reverse):
        _merge_sort(row, keys, reverse)


def list_sort(self, key=None, reverse=False):
    original = _unwrap(self)
    row = original[:]
    original.clear()  # while keys and comparisons run, nobody sees a list half sorted
    try:
        _sort_row(row, key, reverse)
    finally:
        changed = len(original) > 0
        original[:] = row
    if changed:
        raise ValueError("list modified during sort")


# Stable merge sort from the bottom up; asks only `later < earlier`, as list.sort does.
def _merge_sort(row, keys, reverse):
    n = len(row)
    order = list(range(n))
    if reverse:
        order.reverse()
    width = 1
    while width < n:
        merged = []
        i = 0
        while i < n:
            a = i
            middle = min(i + width, n)
            b = middle
            end = min(i + 2 * width, n)
            while a < middle and b < end:
                if keys[order[b]] < keys[order[a]]:
                    merged.append(order[b])
                    b += 1
                else:
                    merged.append(order[a])
                    a += 1
            while a < middle:
                merged.append(order[a])
                a += 1
            while b < end:
                merged.append(order[b])
                b += 1
            i = end
        order = merged
        width *= 2
    if reverse:
        order.reverse()
    row[:] = [row[i] for i in order]
