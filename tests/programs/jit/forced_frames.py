# Functions that look at their own state in hot loops: locals(), vars(), exceptions' tracebacks, nested function objects.
def f(n):
    a, b = 1, 2.0
    for i in range(n):
        a += i
        b *= 1.01
        if i % 300 == 299:
            seen.append(sorted((k, v) for k, v in locals().items() if k in "abi"))
    return a


seen = []
print(f(900), [[(k, round(v, 6)) for k, v in s] for s in seen])


def lines(n):
    out = []
    for i in range(n):
        try:
            if i % 3 == 0:
                raise ValueError
            if i % 3 == 1:
                {}[i]
            int("x")
        except (ValueError, KeyError) as e:
            out.append(e.__traceback__.tb_lineno)
    return sorted(set(out)), len(out)


print(lines(10), lines(600))


def deep(n):
    if n == 0:
        raise IndexError
    deep(n - 1)


def depth(n):
    try:
        deep(n)
    except IndexError as e:
        tb, k = e.__traceback__, 0
        while tb is not None:
            k += 1
            tb = tb.tb_next
        return k


print([depth(n) for n in (0, 1, 5, 40)], sum(depth(i % 9) for i in range(300)))


class C:
    def __init__(self, i):
        self.i = i

    def m(self):
        v = vars(self)
        v["i"] += 1
        return self.i


s = 0
for i in range(500):
    s += C(i).m()
print(s)
total = 0
for i in range(400):
    g = globals()
    g["total"] = total + i
    if i == 200:
        g["fresh"] = 5
    if i > 200:
        total += fresh
print(total)


def maker(i):
    def inner(x=i):
        return x + i
    inner.tag = i
    return inner


fs = []
for i in range(300):
    h = maker(i)
    total += h() + h.tag
    if i % 100 == 0:
        fs.append(h)
print(total, [h(1) for h in fs], [h.tag for h in fs])
