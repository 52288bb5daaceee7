# Generators left half way: by break, return and exceptions in hot loops, and resumed later by someone else.
def numbers(tag, log):
    try:
        n = 0
        while True:
            yield n
            n += 1
    except GeneratorExit:
        log.append(tag)
        raise


log = []


def first_over(limit):
    g = numbers(limit, log)
    for x in g:
        if x * x > limit:
            g.close()
            return x


print([first_over(k) for k in (0, 10, 1000, 99999)], log)
log.clear()
g = numbers("shared", log)
t = 0
for _ in range(30):
    for x in g:
        t += x
        if x % 17 == 16:
            break
print(t, next(g), log)
g.close()
print(log, next(g, "closed"))


def risky(n):
    for i in range(n):
        yield 100 // (n - 1 - i) if i % 2 == 0 else i


for n in (4, 101, 400, 401):
    s = 0
    it = risky(n)
    try:
        for v in it:
            s += v
    except ZeroDivisionError as e:
        print(n, s, e, list(it))
    else:
        print(n, s, "complete")
total = 0
for i in range(300):
    h = iter(range(i))
    for a in h:
        if a == 3:
            break
    total += sum(h)
print(total)


def takes(g, n):
    return [x for x, _ in zip(g, range(n))]


src = (i * i for i in range(10 ** 6))
print(takes(src, 3), takes(src, 3), next(src), 10000 in src, next(src))


def outer():
    while True:
        try:
            yield from inner()
        except KeyError as e:
            yield "restart %s" % e


def inner():
    for i in range(3):
        yield i
    raise KeyError("inner end")


print(takes(outer(), 10))
r = numbers("never started", log)
r.close()
print(log)
gens = [numbers(i, log) for i in range(5)]
for i in range(500):
    next(gens[i % 5])
    if i % 100 == 99:
        gens[i // 100].close()
        gens[i // 100] = numbers("new", log)
print([next(x) for x in gens], log)
for x in gens:
    x.close()
print(log)
