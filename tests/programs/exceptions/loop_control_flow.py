# Exceptions as control flow in hot loops: break out of nested loops, iterators by hand, EAFP against LBYL.
class Found(Exception):
    def __init__(self, *where):
        self.where = where


def search(grid, v):
    try:
        for r, row in enumerate(grid):
            for c, x in enumerate(row):
                if x == v:
                    raise Found(r, c)
    except Found as f:
        return f.where
    return None


grid = [[r * 40 + c for c in range(40)] for r in range(20)]
print(search(grid, 0), search(grid, 555), search(grid, 799), search(grid, -1))


def by_hand(it):
    it = iter(it)
    s = 0
    while True:
        try:
            s += next(it)
        except StopIteration:
            return s


print(by_hand(range(500)), by_hand([]), by_hand(x * 0.5 for x in range(300)), by_hand({1: 2, 3: 4}))


def to_num(s):
    try:
        return int(s)
    except ValueError:
        try:
            return float(s)
        except ValueError:
            return None


vals = [to_num(s) for s in ["1", "2.5", "x", "-3", "1e3", "", "0x1"] * 60]
print(vals[:7], vals.count(None), sum(v for v in vals if v is not None))
eafp = lbyl = 0
d = {i: i for i in range(0, 100, 3)}
for i in range(900):
    k = i % 100
    try:
        eafp += d[k]
    except KeyError:
        eafp -= 1
    if k in d:
        lbyl += d[k]
    else:
        lbyl -= 1
print(eafp, lbyl)


class Stop(Exception):
    pass


def visit(n, f):
    if n == 0:
        return
    f(n)
    visit(n - 1, f)
    visit(n - 1, f)


seen = []


def limited(n):
    seen.append(n)
    if len(seen) >= 300:
        raise Stop


try:
    visit(10, limited)
except Stop:
    print(len(seen), sum(seen), seen[-5:])
depth = hits = 0
for i in range(400):
    try:
        try:
            if i % 3 == 0:
                raise KeyError(i)
            if i % 5 == 0:
                raise ValueError(i)
            hits += 1
        except KeyError as e:
            if e.args[0] % 2:
                raise ValueError(e.args[0]) from e
            depth += 1
    except ValueError as e:
        depth += 100 if e.__cause__ else 10000
print(depth, hits)
x = 10
for i in range(300):
    try:
        x = x // (x % 7) + 20
    except ZeroDivisionError:
        x = x + 1
print(x)
saved = []
for i in range(300):
    try:
        raise ValueError(i) if i % 2 else TypeError(i)
    except Exception as e:
        if i % 99 == 0:
            saved.append(e)
print([repr(e) for e in saved], [e.__context__ for e in saved])
