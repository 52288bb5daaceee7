# How iterators are pickled, copied and derived from: those written in C++, and the generators with
# types of their own (map, reversed).
#
# Primitives: core/builtins/primitives/iterator_primitives.cpp.


def list_iterator___reduce__(self):
    name = _type_name(self)
    rest = _iterator_rest(self)
    if rest is not None:
        return iter, (rest,)
    if name == "range_iterator":
        first, step, left = _iterator_position(self)
        return iter, (range(first, first + step * left, step),)
    source, index = _iterator_position(self)
    if name == "list_reverseiterator":
        return (iter, ([],)) if source is None else (reversed, (source,), index)
    if source is None:
        empty = {"list_iterator": [], "tuple_iterator": (), "bytes_iterator": b"",
                 "bytearray_iterator": bytearray(), "longrange_iterator": range(0)}.get(name, "")
        return iter, (empty,)
    return iter, (source,), index


# __new__ of the types that are generators: an instance of a class wraps one.
def iterator___new__(cls, /, *args, **keywords):
    base = cls
    while not _is_builtin_type(base):
        base = base.__base__
    if keywords and base is not cls and _overrides_init(cls) and \
            base.__name__ in ("map", "filter", "chain", "cycle", "dropwhile", "filterfalse",
                              "islice", "starmap", "takewhile", "pairwise"):
        keywords = {}
    return _wrap(cls, _constructor(base)(*args, **keywords))


def _overrides_init(cls):
    return cls.__init__ is not object.__init__


# What a generator was given: its variables; None if it has ended.
def _variables(self):
    state = _generator_variables(self)
    return None if state is None else state[1]


def map___reduce__(self):
    v = _variables(self)
    if v is None:
        return type(self), (bool, ())
    if "iterators" in v:
        return type(self), (v["function"], *v["iterators"])
    if "iterator" in v:
        return type(self), (v["function"], v["iterator"])
    return type(self), (v["function"], v["first"], v["second"])


def filter___reduce__(self):
    v = _variables(self)
    if v is None:
        return type(self), (None, ())
    return type(self), (v.get("function"), v["iterator"])


def zip___reduce__(self):
    v = _variables(self)
    if v is None:
        return type(self), ()
    if "strict" in v:
        raise TypeError("cannot pickle a strict 'zip' object")
    if "iterators" in v:
        return type(self), _tuple_of(v["iterators"])
    row = [v[name] for name in ("iterator", "first", "second", "third") if name in v]
    return type(self), _tuple_of(row)


def enumerate___reduce__(self):
    state = _generator_variables(self)
    if state is None:
        return type(self), ((), 0)
    begun, v = state
    return type(self), (v["iterator"], v["i"] + 1 if begun else v["i"])


def reversed___reduce__(self):
    state = _generator_variables(self)
    if state is None:
        return reversed, ((),)
    begun, v = state
    return reversed, (v["sequence"],), v["i"] - 1 if begun else v["i"]


def reversed___setstate__(self, index):
    state = _generator_variables(self)
    if state is not None:
        begun, v = state
        index = max(-1, min(_to_index(index), len(v["sequence"]) - 1))
        _set_generator_variable(self, "i", index + 1 if begun else index)


def reversed___length_hint__(self):
    state = _generator_variables(self)
    if state is None:
        return 0
    left = state[1]["i"] + (0 if state[0] else 1)
    return left if left <= len(state[1]["sequence"]) else 0


def iterator___reduce__(self):
    state = _generator_variables(self)
    if state is None:
        return iter, ((),)
    begun, v = state
    return iter, (v["x"],), v["i"] + 1 if begun else v["i"]


def iterator___setstate__(self, index):
    state = _generator_variables(self)
    if state is not None:
        index = max(0, _to_index(index))
        _set_generator_variable(self, "i", index - 1 if state[0] else index)


def callable_iterator___reduce__(self):
    v = _variables(self)
    return (iter, ((),)) if v is None else (iter, (v["function"], v["sentinel"]))
