# A special method that is None blocks what bases, fallbacks and the other operand would do.
import operator


class Base:
    def __contains__(self, x):
        return True

    def __iter__(self):
        return iter([1])

    def __getitem__(self, i):
        return i

    def __len__(self):
        return 3

    def __reversed__(self):
        return iter([1])

    def __radd__(self, other):
        return "radd"

    def __enter__(self):
        return self

    def __exit__(self, *args):
        return True


class Blocked(Base):
    __contains__ = None
    __iter__ = None
    __reversed__ = None
    __hash__ = None
    __radd__ = None
    __eq__ = None
    __len__ = None
    __getitem__ = None
    __neg__ = None
    __index__ = None
    __call__ = None
    __next__ = None
    __lt__ = None
    __iadd__ = None
    __bool__ = None


class NoIter(Base):
    __iter__ = None


class NoContains(Base):
    __contains__ = None


class NoReversed(Base):
    __reversed__ = None


b = Blocked()


def report(what, action):
    try:
        print(what, action())
    except TypeError as e:
        print(what, "TypeError:", e)


def grow():
    x = b
    x += 1
    return x


def pair():
    x, y = b
    return x


report("in", lambda: 1 in b)
report("not in", lambda: 1 not in b)
report("iter", lambda: iter(b))
report("reversed", lambda: reversed(b))
report("hash", lambda: hash(b))
report("1 + b", lambda: 1 + b)
report("b + 1", lambda: b + 1)
report("b == 1", lambda: b == 1)
report("1 == b", lambda: 1 == b)
report("b != 1", lambda: b != 1)
report("len", lambda: len(b))
report("bool", lambda: bool(b))
report("b[0]", lambda: b[0])
report("-b", lambda: -b)
report("index", lambda: operator.index(b))
report("b()", lambda: b())
report("next", lambda: next(b))
report("b < 1", lambda: b < 1)
report("b += 1", grow)
report("list", lambda: list(b))
report("star", lambda: [*b])
report("pair", pair)
report("iter NoIter", lambda: iter(NoIter()))
report("in NoIter", lambda: 5 in NoIter())
report("list NoIter", lambda: list(NoIter()))
report("in NoContains", lambda: 1 in NoContains())
report("not in NoContains", lambda: 1 not in NoContains())
report("reversed NoReversed", lambda: list(reversed(NoReversed())))

# In a hot loop the answer stays the same.
failures = 0
for i in range(3000):
    try:
        i + b
    except TypeError:
        failures += 1
print(failures)
