# Generators inlined into a consumer whose loop exits in many ways; the generator must go on from the right place.
def src(n, log):
    try:
        for i in range(n):
            a = i * 2
            b = [a]
            yield a
            log.append(b[0]) if i % 200 == 0 else None
    finally:
        log.append("closed")


def run(n, how):
    log = []
    g = src(n, log)
    s = 0
    i = 0
    try:
        for v in g:
            s += v
            i += 1
            if i == 450:
                if how == "break":
                    break
                if how == "return":
                    return s, list(log)
                if how == "raise":
                    raise ValueError(v)
                if how == "close":
                    g.close()
                if how == "next":
                    s += next(g) + next(g)
                if how == "throw":
                    g.throw(KeyError("thrown"))
                if how == "type":
                    s = s + 0.5
    except (ValueError, KeyError) as e:
        s = repr(e)
    rest = list(g)
    return s, i, len(rest), rest[:2], log


for how in ("none", "break", "return", "raise", "close", "next", "throw", "type"):
    print(how, run(700, how))


def zipped(n):
    a, b = src(n, []), src(n // 2, [])
    t = 0
    for x, y in zip(a, b):
        t += x * y
    return t, next(a, "end"), next(b, "end")


print(zipped(600))


def counter():
    n = 0
    while True:
        got = yield n
        n += 1 if got is None else got


c = counter()
next(c)
t = 0
for i in range(600):
    t += c.send(i % 3) if i % 2 else next(c)
    if i == 400:
        t += c.send(0.5)
print(t)


def outer(n):
    total = 0
    for i in range(n):
        r = yield from inner(i)
        total += r
    return total


def inner(i):
    yield i
    if i % 100 == 99:
        yield "extra"
    return i * 2


def drive(n):
    g = outer(n)
    k = 0
    try:
        while True:
            v = next(g)
            k += v if v != "extra" else 1000
    except StopIteration as e:
        return k, e.value


print(drive(10), drive(450))
