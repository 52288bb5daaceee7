# Calls with * and **, keywords for built-in functions, wrappers: hot, and with changing shapes.
import functools


def wrap(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        return f(*args, **kwargs)
    return wrapper


@wrap
def add(a, b=1, *, c=0):
    return a * 100 + b * 10 + c


def counted(f):
    calls = 0

    def inner(*args, **kwargs):
        nonlocal calls
        calls += 1
        inner.calls = calls
        return f(*args, **kwargs)
    return inner


@counted
@wrap
def joined(*parts, sep="-", **more):
    return sep.join(map(str, parts)) + "".join(sorted(more))


def shapes(n):
    total = 0
    for i in range(n):
        total += add(i)
        total += add(i, 2)
        total += add(i, b=3)
        total += add(i, c=4) if i % 3 else add(c=5, b=1, a=i)
        options = {"b": i} if i % 7 else {}
        total += add(1, **options)
        total += add(*[i, 2], **{"c": 1})
        total += add(*(i,), *[4], **options if i % 7 == 0 else {"c": 2})
    return total


def texts(n):
    out = set()
    for i in range(n):
        out.add(joined(i % 3, "x", sep="+" if i % 5 else "*"))
        out.add(joined(*range(i % 4), **{"k%d" % (i % 3): 1, "z": 2}))
    return sorted(out)


def builtins(n):
    total = 0
    rows = [[3, 1, 2], [5, 4], []]
    for i in range(n):
        row = rows[i % 3]
        total += sorted(row, reverse=i % 2 == 0)[:1].count(3)
        total += max(1, i % 7, 3, 4, 5, 6)
        total += max(row, default=10)
        total += min(i, 4, key=abs) + min([2, -3], key=lambda v: v * v)
        total += int("12", base=16) + round(2.567, ndigits=1) * 10
        total += len(dict(a=1, b=i)) + len("{} {x}".format(i % 10, x=2))
        total += sum(row, start=i % 5)
        total += len("a,b,c".split(",", maxsplit=1))
        for k, x in enumerate(row, start=2):
            total += k * x
    return total


def errors(n):
    seen = {}
    for i in range(n):
        try:
            if i % 4 == 0:
                add(1, 2, 3)
            elif i % 4 == 1:
                add(1, **{"a": 2})
            elif i % 4 == 2:
                add(**{"q": 1, "a": 1})
            else:
                int("1", wrong=1)
        except TypeError as e:
            seen[str(e)] = seen.get(str(e), 0) + 1
    return seen


def kept(n):
    """Keyword dicts that outlive the call, and are changed."""
    last = None

    def keep(**kw):
        kw["n"] = len(kw)
        return kw

    rows = []
    for i in range(n):
        last = keep() if i % 3 else keep(a=i, **{"b c": 1})
        if i % 50 == 0:
            rows.append(last)
            empty = {}
            empty[i] = last
            rows.append(empty)
    return rows, last


class Point:
    def __init__(self, x=0, y=0, **rest):
        self.x, self.y, self.rest = x, y, rest

    def moved(self, **changes):
        return Point(**{"x": self.x, "y": self.y, **changes})


def points(n):
    p = Point()
    for i in range(n):
        p = p.moved(x=p.x + 1) if i % 2 else p.moved(y=i, z=i)
    return p.x, p.y, p.rest


print(shapes(300))
print(texts(120))
print(joined.calls)
print(builtins(300))
print(errors(200))
print(kept(160))
print(points(200))
