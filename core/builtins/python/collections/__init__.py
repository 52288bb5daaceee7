__all__ = ["ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString",
           "defaultdict", "deque", "namedtuple"]
# A package, so that collections.abc is found.
__path__ = []


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    field_names = list(map(str, field_names))
    typename = str(typename)
    if rename:
        seen = set()
        for i, name in enumerate(field_names):
            if (not name.isidentifier() or name in _keywords or name.startswith("_")
                    or name in seen):
                field_names[i] = f"_{i}"
            seen.add(name)
    for name in [typename] + field_names:
        if not name.isidentifier():
            raise ValueError("Type names and field names must be valid identifiers: "
                             f"{name!r}")
        if name in _keywords:
            raise ValueError("Type names and field names cannot be a keyword: "
                             f"{name!r}")
    seen = set()
    for name in field_names:
        if name.startswith("_") and not rename:
            raise ValueError("Field names cannot start with an underscore: "
                             f"{name!r}")
        if name in seen:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
        seen.add(name)
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(field_names):
            raise TypeError("Got more default values than field names")
        field_defaults = dict(reversed(list(zip(reversed(field_names), reversed(defaults)))))
    if module is None:
        module = _caller_module()
    fields = tuple(field_names)
    arguments = ", ".join(fields)
    row = "(" + arguments + ("," if len(fields) == 1 else "") + ")"
    new = _compile_function(f"def __new__(_cls{', ' if fields else ''}{arguments}):\n"
                            f"    return _wrap(_cls, {row})\n",
                            f"{typename}.__new__", f"namedtuple_{typename}")
    if defaults is not None:
        _set_defaults(new, defaults, None)

    def _make(cls, iterable):
        result = tuple(iterable)
        if len(result) != len(fields):
            raise TypeError(f"Expected {len(fields)} arguments, got {len(result)}")
        return _wrap(cls, result)

    def _replace(self, /, **kwds):
        result = self._make([kwds.pop(f, v) for f, v in zip(fields, self)])
        if kwds:
            raise ValueError(f"Got unexpected field names: {list(kwds)!r}")
        return result

    def _asdict(self):
        return dict(zip(self._fields, self))

    def __repr__(self):
        return (self.__class__.__name__ + "("
                + ", ".join([f"{f}={v!r}" for f, v in zip(fields, self)]) + ")")

    def __getnewargs__(self):
        return tuple(self)

    names = {
        "__doc__": f"{typename}({arguments})",
        "__slots__": (),
        "_fields": fields,
        "_field_defaults": field_defaults,
        "__new__": new,
        "_make": classmethod(_make),
        "_replace": _replace,
        "_asdict": _asdict,
        "__repr__": __repr__,
        "__getnewargs__": __getnewargs__,
        "__match_args__": fields,
        "__module__": module,
    }
    for f in (_make, _replace, _asdict, __repr__, __getnewargs__):
        f.__qualname__ = f"{typename}.{f.__name__}"
    for i, name in enumerate(fields):
        names[name] = _tuple_getter(i, f"Alias for field number {i}")
    return type(typename, (tuple,), names)


_keywords = frozenset([
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class",
    "continue", "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if",
    "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try",
    "while", "with", "yield"])


# A queue on a list: _head elements in front are free.
@_in_c
class deque:
    """A list whose first _head places are free. Both ends grow in room that is made in proportion
    to the length, so that what moves one item at an end costs the same for any length."""

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None:
            if not isinstance(maxlen, int):
                raise TypeError("an integer is required")
            if maxlen < 0:
                raise ValueError("maxlen must be non-negative")
        self._row = []
        self._head = 0
        self._maxlen = maxlen
        self._changes = 0
        for x in iterable:
            self.append(x)

    def _make_room(self):
        """Frees places for half of the items, and eight more, in front of them."""
        row = self._row
        room = len(row) // 2 + 8
        row[0:0] = [None] * room
        self._head += room

    maxlen = property(lambda self: self._maxlen)

    def append(self, x, /):
        self._row.append(x)
        self._changes += 1
        if self._maxlen is not None and len(self._row) - self._head > self._maxlen:
            self.popleft()

    def appendleft(self, x, /):
        if self._head == 0:
            self._make_room()
        head = self._head - 1
        self._row[head] = x
        self._head = head
        self._changes += 1
        if self._maxlen is not None and len(self._row) - head > self._maxlen:
            self.pop()

    def pop(self, /):
        row = self._row
        if len(row) == self._head:
            raise IndexError("pop from an empty deque")
        self._changes += 1
        return row.pop()

    def popleft(self, /):
        head = self._head
        row = self._row
        if head == len(row):
            raise IndexError("pop from an empty deque")
        x = row[head]
        row[head] = None
        head += 1
        self._changes += 1
        if head > 32 and head * 2 > len(row):
            del row[:head]
            head = 0
        self._head = head
        return x

    def extend(self, iterable, /):
        if iterable is self:
            iterable = list(self)
        for x in iterable:
            self.append(x)

    def extendleft(self, iterable, /):
        if iterable is self:
            iterable = list(self)
        for x in iterable:
            self.appendleft(x)

    def clear(self, /):
        self._row = []
        self._head = 0
        self._changes += 1

    def copy(self, /):
        return type(self)(self, self._maxlen)

    __copy__ = copy

    def __reduce__(self, /):
        own = ("_row", "_head", "_maxlen", "_changes")
        state = {k: v for k, v in self.__dict__.items() if k not in own}
        args = () if self._maxlen is None else ((), self._maxlen)
        return type(self), args, state or None, iter(self)

    def _items(self):
        return self._row[self._head:]

    def _replace(self, row):
        self._row = row
        self._head = 0
        self._changes += 1

    def count(self, x, /):
        changes = self._changes
        n = self._items().count(x)
        if self._changes != changes:
            raise RuntimeError("deque mutated during iteration")
        return n

    def index(self, x, start=0, stop=9223372036854775807, /):
        changes = self._changes
        row = self._items()
        try:
            return row.index(x, start, stop)
        except ValueError:
            if self._changes == changes:
                raise ValueError(f"{x!r} is not in deque") from None
        finally:
            if self._changes != changes:
                raise RuntimeError("deque mutated during iteration")

    def insert(self, i, x, /):
        if self._maxlen is not None and len(self) >= self._maxlen:
            raise IndexError("deque already at its maximum size")
        if not isinstance(i, int):
            i = _to_index(i)
        size = len(self)
        if i < 0:
            i = max(i + size, 0)
        self._row.insert(self._head + min(i, size), x)
        self._changes += 1

    def remove(self, x, /):
        row = self._items()
        changes = self._changes
        try:
            row.remove(x)
        except ValueError:
            if self._changes == changes:
                raise ValueError(f"{x!r} is not in deque") from None
        if self._changes != changes:
            raise IndexError("deque mutated during iteration")
        self._replace(row)

    def reverse(self, /):
        row = self._items()
        row.reverse()
        self._replace(row)

    def rotate(self, n=1, /):
        if not isinstance(n, int):
            n = _to_index(n)
        row = self._row
        size = len(row) - self._head
        if size <= 1:
            return
        n %= size
        if n == 0:
            return
        self._changes += 1
        if n * 2 <= size:  # the way that moves fewer items
            if self._head < n:
                self._make_room()
            head = self._head
            if n <= 4:
                for _ in range(n):
                    head -= 1
                    row[head] = row.pop()
                self._head = head
                return
            row[head - n:head] = row[-n:]
            del row[-n:]
            self._head = head - n
            return
        n = size - n
        head = self._head
        if n <= 4:
            for _ in range(n):
                row.append(row[head])
                row[head] = None
                head += 1
        else:
            row.extend(row[head:head + n])
            row[head:head + n] = [None] * n
            head += n
        if head > 32 and head * 2 > len(row):
            del row[:head]
            head = 0
        self._head = head

    def __len__(self, /):
        return len(self._row) - self._head

    def __bool__(self, /):
        return len(self._row) > self._head

    def __iter__(self, /):
        return _retype(self._iterate(self._changes, 0), "_collections._deque_iterator")

    def _iterate(self, changes, i):
        while True:
            if self._changes != changes:
                raise RuntimeError("deque mutated during iteration")
            if i >= len(self._row) - self._head:
                return
            yield self._row[self._head + i]
            i += 1

    def __reversed__(self, /):
        return _retype(self._iterate_back(self._changes, 0), "_collections._deque_reverse_iterator")

    def _iterate_back(self, changes, i):
        while True:
            if self._changes != changes:
                raise RuntimeError("deque mutated during iteration")
            if i >= len(self._row) - self._head:
                return
            yield self._row[len(self._row) - 1 - i]
            i += 1

    def __contains__(self, x, /):
        for e in self:
            if e is x or e == x:
                return True
        return False

    def __getitem__(self, i, /):
        if not isinstance(i, int):
            if isinstance(i, slice) or _special(i, "__index__") is None:
                raise TypeError(f"sequence index must be integer, not '{_type_name(i)}'")
            i = _to_index(i)
        size = len(self._row) - self._head
        if i < 0:
            i += size
        if i < 0 or i >= size:
            raise IndexError("deque index out of range")
        return self._row[self._head + i]

    def __setitem__(self, i, x, /):
        size = len(self._row) - self._head
        if i < 0:
            i += size
        if i < 0 or i >= size:
            raise IndexError("deque index out of range")
        self._row[self._head + i] = x

    def __delitem__(self, i, /):
        size = len(self._row) - self._head
        if i < 0:
            i += size
        if i < 0 or i >= size:
            raise IndexError("deque index out of range")
        if i == 0:
            self.popleft()
        else:
            del self._row[self._head + i]
            self._changes += 1

    def __add__(self, other, /):
        if not isinstance(other, deque):
            raise TypeError(f'can only concatenate deque (not "{_type_name(other)}") to deque')
        r = self.copy()
        r.extend(other)
        return r

    def __iadd__(self, other, /):
        self.extend(other)
        return self

    def __mul__(self, n, /):
        return type(self)(self._items() * n, self._maxlen)

    __rmul__ = __mul__

    def __imul__(self, n, /):
        row = self._items() * n
        self.clear()
        self.extend(row)
        return self

    def __eq__(self, other, /):
        if not isinstance(other, deque):
            return NotImplemented
        return self._items() == other._items()

    def __lt__(self, other, /):
        if not isinstance(other, deque):
            return NotImplemented
        return self._items() < other._items()

    def __le__(self, other, /):
        if not isinstance(other, deque):
            return NotImplemented
        return self._items() <= other._items()

    def __gt__(self, other, /):
        if not isinstance(other, deque):
            return NotImplemented
        return self._items() > other._items()

    def __ge__(self, other, /):
        if not isinstance(other, deque):
            return NotImplemented
        return self._items() >= other._items()

    __hash__ = None

    def __repr__(self, /):
        if not _repr_enter(self):
            return "[...]"
        try:
            text = repr(self._items())
        finally:
            _repr_leave()
        if self._maxlen is not None:
            return f"{type(self).__name__}({text}, maxlen={self._maxlen})"
        return f"{type(self).__name__}({text})"


# deque's iterators are generators; these are their types.


def _deque_iterator(deque, index=0, /):
    return _retype(deque._iterate(deque._changes, index), "_collections._deque_iterator")


def _deque_reverse_iterator(deque, index=0, /):
    return _retype(deque._iterate_back(deque._changes, index),
                   "_collections._deque_reverse_iterator")


def _deque_iterator_type(make):
    def __length_hint__(self):
        state = _generator_variables(self)
        if state is None:
            return 0
        begun, v = state
        row = v["self"]
        return len(row) - v["i"] - (1 if begun else 0) if row._changes == v["changes"] else 0

    def __reduce__(self):
        state = _generator_variables(self)
        if state is None:
            return type(self), (deque(), 0)
        begun, v = state
        return type(self), (v["self"], v["i"] + 1 if begun else v["i"])

    return _iterator_type("_collections." + make.__name__, make,
                          {"__length_hint__": __length_hint__, "__reduce__": __reduce__})


_deque_iterator = _deque_iterator_type(_deque_iterator)
_deque_reverse_iterator = _deque_iterator_type(_deque_reverse_iterator)


@_in_c
class defaultdict(dict):
    def __init__(self, default_factory=None, /, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError("first argument must be callable or None")
        dict.__init__(self, *args, **kwargs)
        self.default_factory = default_factory

    def __missing__(self, key, /):
        factory = self.default_factory
        if factory is None:
            raise KeyError(key)
        value = factory()
        self[key] = value
        return value

    def copy(self, /):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __or__(self, other, /):
        if not isinstance(other, dict):
            return NotImplemented
        new = type(self)(self.default_factory, self)
        new.update(other)
        return new

    def __ror__(self, other, /):
        if not isinstance(other, dict):
            return NotImplemented
        new = type(self)(self.default_factory, other)
        new.update(self)
        return new

    def __reduce__(self, /):
        factory = self.default_factory
        args = () if factory is None else (factory,)
        return type(self), args, None, None, iter(self.items())

    def __repr__(self, /):
        items = dict.__repr__(self)
        if not _repr_enter(self):
            return f"{type(self).__name__}(..., {items})"
        try:
            return f"{type(self).__name__}({self.default_factory!r}, {items})"
        finally:
            _repr_leave()


@_in_c
class OrderedDict(dict):
    def move_to_end(self, key, last=True):
        if last:
            value = dict.pop(self, key)
            dict.__setitem__(self, key, value)
            return
        value = dict.pop(self, key)
        rest = list(dict.items(self))
        dict.clear(self)
        dict.__setitem__(self, key, value)
        for k, v in rest:
            dict.__setitem__(self, k, v)

    def popitem(self, last=True):
        if not self:
            raise KeyError("dictionary is empty")
        if last:
            return dict.popitem(self)
        for key in self:
            break
        return key, dict.pop(self, key)

    def copy(self, /):
        new = type(self)()
        for key in self:
            new[key] = self[key]
        return new

    @classmethod
    def fromkeys(cls, iterable, value=None):
        self = cls()
        for key in iterable:
            self[key] = value
        return self

    def pop(self, key, default=_missing):
        if default is _missing:
            return dict.pop(self, key)
        return dict.pop(self, key, default)

    def setdefault(self, key, default=None):
        return dict.setdefault(self, key, default)

    def __reduce__(self, /):
        return type(self), (), self.__getstate__(), None, iter(self.items())

    def __eq__(self, other, /):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and list(self) == list(other)
        return dict.__eq__(self, other)

    def __ne__(self, other, /):
        r = self.__eq__(other)
        return r if r is NotImplemented else not r

    def __or__(self, other, /):
        if not isinstance(other, dict):
            return NotImplemented
        new = type(self)(self)
        new.update(other)
        return new

    def __ror__(self, other, /):
        if not isinstance(other, dict):
            return NotImplemented
        new = type(self)(other)
        new.update(self)
        return new

    def __ior__(self, other, /):
        self.update(other)
        return self

    def __repr__(self, /):
        if not self:
            return f"{type(self).__name__}()"
        if not _repr_enter(self):
            return "..."
        try:
            return f"{type(self).__name__}({list(self.items())!r})"
        finally:
            _repr_leave()


def _count_elements(mapping, iterable):
    for elem in iterable:
        mapping[elem] = mapping.get(elem, 0) + 1


class Counter(dict):
    def __init__(self, iterable=None, /, **kwds):
        dict.__init__(self)
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        return sum(self.values())

    def most_common(self, n=None):
        row = sorted(self.items(), key=_second, reverse=True)
        return row if n is None else row[:n] if n > 0 else []

    def elements(self):
        for k, n in self.items():
            for i in range(n):
                yield k

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError(
            "Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def update(self, iterable=None, /, **kwds):
        if iterable is not None:
            if isinstance(iterable, dict):
                if self:
                    for k, n in iterable.items():
                        self[k] = n + self.get(k, 0)
                else:
                    dict.update(self, iterable)
            else:
                counts = _unwrap(self)
                get = counts.get
                for k in iterable:
                    counts[k] = get(k, 0) + 1
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        if iterable is not None:
            if isinstance(iterable, dict):
                for k, n in iterable.items():
                    self[k] = self.get(k, 0) - n
            else:
                for k in iterable:
                    self[k] = self.get(k, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def __delitem__(self, key):
        if key in self:
            dict.__delitem__(self, key)

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[k] == other[k] for c in (self, other) for k in c])

    def __ne__(self, other):
        r = self.__eq__(other)
        return r if r is NotImplemented else not r

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[k] <= other[k] for c in (self, other) for k in c])

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[k] >= other[k] for c in (self, other) for k in c])

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    def __repr__(self):
        if not self:
            return f"{type(self).__name__}()"
        try:
            d = dict(self.most_common())
        except TypeError:
            d = dict(self)
        return f"{type(self).__name__}({d!r})"

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for k, n in self.items():
            n += other[k]
            if n > 0:
                result[k] = n
        for k, n in other.items():
            if k not in self and n > 0:
                result[k] = n
        return result

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for k, n in self.items():
            n -= other[k]
            if n > 0:
                result[k] = n
        for k, n in other.items():
            if k not in self and n < 0:
                result[k] = 0 - n
        return result

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for k, n in self.items():
            m = other[k]
            if m > n:
                n = m
            if n > 0:
                result[k] = n
        for k, n in other.items():
            if k not in self and n > 0:
                result[k] = n
        return result

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for k, n in self.items():
            m = other[k]
            if m < n:
                n = m
            if n > 0:
                result[k] = n
        return result

    def __pos__(self):
        result = Counter()
        for k, n in self.items():
            if n > 0:
                result[k] = n
        return result

    def __neg__(self):
        result = Counter()
        for k, n in self.items():
            if n < 0:
                result[k] = 0 - n
        return result

    def _keep_positive(self):
        for k in [k for k, n in self.items() if not n > 0]:
            del self[k]
        return self

    def __iadd__(self, other):
        for k, n in other.items():
            self[k] += n
        return self._keep_positive()

    def __isub__(self, other):
        for k, n in other.items():
            self[k] -= n
        return self._keep_positive()

    def __ior__(self, other):
        for k, n in other.items():
            if n > self[k]:
                self[k] = n
        return self._keep_positive()

    def __iand__(self, other):
        for k, n in list(self.items()):
            if other[k] < n:
                self[k] = other[k]
        return self._keep_positive()


def _second(pair):
    return pair[1]


def __getattr__(name):
    # The classes over dicts, a list or a str are seldom used, and need the abstract classes.
    if name in ("UserDict", "UserList", "UserString"):
        import _collections_user
        return getattr(_collections_user, name)
    if name == "ChainMap":
        from _collections_chain import ChainMap
        return ChainMap
    raise AttributeError(f"module 'collections' has no attribute {name!r}")
