# Names deleted, rebound to other kinds and read again in hot loops; loop variables modified and captured.
def f(n):
    out = []
    x = 0
    for i in range(n):
        if i % 250 == 249:
            del x
            try:
                x
            except UnboundLocalError as e:
                out.append(str(e)[:30])
            x = [i]
            x = x[0] * 1.5
        x = x + 1
        y = x
        del y
    return x, out, "y" in locals()


print(f(100), f(600))


def g(n):
    a = [0] * 5
    d = {}
    for i in range(n):
        d[i] = i
        if len(d) > 5:
            del d[i - 5]
        a.append(i)
        del a[0]
        if i % 100 == 0:
            del a[1:3]
            a += [i, -i]
    return a, list(d)


print(g(350))


class O:
    pass


def h(n):
    o = O()
    miss = 0
    for i in range(n):
        o.x = i
        if i % 3 == 0:
            del o.x
        try:
            miss += o.x < 0
        except AttributeError:
            miss += 1
        if i == 400:
            O.x = -5
    return miss


print(h(300), h(600), h(10))
del O.x
v = 1
for v in range(300):
    v = str(v)
    w = v
    v = None
print(v, w)
i = 0
while i < 500:
    j = i
    i += 1
    if j == 400:
        j = i = 450
    k = lambda: j
print(i, j, k())
total = 0
for n in range(400):
    n, m = m if n > 1 else n, n
    total += n
print(total, n, m)


def swap_kinds(n):
    a, b, c = 1, 2.5, "s"
    for i in range(n):
        a, b, c = b, c, a
        if i % 3 == 2:
            a = a + 1
    return a, b, c


print(swap_kinds(299), swap_kinds(300), swap_kinds(301))
