# Stores to objects that only an exit, a call or an exception can observe.
class S:
    def __init__(self):
        self.a = 0
        self.b = 0
        self.log = []


def run(n, stop):
    o = S()
    try:
        for i in range(n):
            o.a = i
            o.b = o.a + 1
            if i == stop:
                raise KeyError(i)
            o.a = o.b * 2
    except KeyError:
        pass
    return o.a, o.b


print(run(500, 499), run(500, 0), run(500, 300), run(500, 1000))


def peek(o, i):
    o.log.append((o.a, o.b)) if i % 200 == 199 else None


def seen(n):
    o = S()
    for i in range(n):
        o.a = i
        o.b = -1
        o.b = i * 2
        peek(o, i)
    return o.log


print(seen(800))


def items(n):
    a = [0, 0, 0]
    for i in range(n):
        a[0] = i
        a[1] = a[0] + a[2]
        try:
            a[i - 490] = 5 if i > 489 else a[i % 3]
        except IndexError:
            a[2] += 1
    return a


print(items(480), items(600))


def division(n):
    o = S()
    res = []
    for i in range(n):
        try:
            o.a += 1
            o.b = 1000 // (i % 100)
            o.a += 1
        except ZeroDivisionError:
            res.append((o.a, o.b))
            o.a = 0
    return res


print(division(700))


def two(n):
    p, q = S(), S()
    for i in range(n):
        r = p if i % 3 else q
        p.a = i
        r.a = r.a + 1
        q.b = p.a
        if i == 555:
            q = p
    return p.a, p.b, q.a, q.b, r is q


print(two(300), two(700))


def gen(o):
    while True:
        o.a += 1
        yield o.a
        o.b += 1


o = S()
g = gen(o)
t = 0
for i in range(500):
    t += next(g)
    if i % 125 == 0:
        t += o.a * 1000 + o.b
print(t, o.a, o.b)
