# Exception objects built, stored, compared and raised later in hot loops; tracebacks must not keep growing wrongly.
class E(Exception):
    def __init__(self, n):
        self.n = n


def make(i):
    return E(i) if i % 2 else ValueError(i)


errs = []
for i in range(400):
    e = make(i)
    if i % 100 < 2:
        errs.append(e)
print([repr(e) for e in errs], [getattr(e, "n", None) for e in errs])
r = {}
for i in range(600):
    try:
        raise errs[i % len(errs)]
    except E as e:
        k = "E%d" % e.n
    except ValueError as e:
        k = "V%d" % e.args
    r[k] = r.get(k, 0) + 1
print(r)


def safe(f, *a):
    try:
        return f(*a), None
    except Exception as e:
        return None, e


def g(i):
    if i % 4 == 0:
        return [1, 2][i]
    if i % 4 == 1:
        return {"a": 1}[i]
    if i % 4 == 2:
        return "x" + i
    return i


kinds = {}
vals = 0
for i in range(4, 800):
    v, e = safe(g, i)
    if e is None:
        vals += v
    else:
        kinds[type(e).__name__] = kinds.get(type(e).__name__, 0) + 1
print(kinds, vals)
last = None
for i in range(300):
    try:
        try:
            raise E(i)
        except E as e:
            if i % 3 == 0:
                raise KeyError(i)
            last = e
    except KeyError as k:
        last = k.__context__
    if last.n != i:
        print("wrong", i)
print(last.n)


def depth():
    try:
        raise errs[1]
    except E as e:
        n, tb = 0, e.__traceback__
        while tb:
            n, tb = n + 1, tb.tb_next
        return n


errs[1].__traceback__ = None
print(depth() >= 1)


def nested(n):
    if n == 0:
        return 0
    try:
        if n % 3 == 0:
            raise E(n)
        return nested(n - 1) + 1
    except E as e:
        return nested(e.n - 1) + 100


print(nested(60), sum(nested(i % 20) for i in range(200)))
total = 0
it = iter(range(1000))
try:
    while True:
        total += next(it)
        if total > 100000:
            it = iter(())
except StopIteration as s:
    print(total, s.value, repr(s))
