# Things that look invariant in a loop and are not: lengths, attributes, globals and cells changed by calls.
class Box:
    def __init__(self):
        self.n = 10
        self.items = [1, 2, 3]


def touch(box, i):
    if i == 400:
        box.n = 7
    if i == 450:
        box.items.append(4)
    if i == 500:
        box.items = [100]


def attr(n):
    b = Box()
    s = 0
    for i in range(n):
        s += b.n + len(b.items) + b.items[0]
        touch(b, i)
    return s


def aliased(n):
    a = [1, 2, 3]
    b = a
    s = 0
    for i in range(n):
        s += a[0] * 2 + a[0]
        b[0] = i
        s += a[0]
    return s


def aliased_objects(n, p, q):
    s = 0
    for i in range(n):
        p.n = i
        q.n = i + 1
        s += p.n * 3 + q.n
    return s


def length(n):
    a = []
    s = 0
    i = 0
    while i < n:
        if len(a) < 50:
            a.append(i)
        s += len(a)
        i += 1
    return s


def bound(n):
    stop = n
    i = 0
    while i < stop:
        i += 1
        if i == 300:
            stop = n + 100
        if i == 550:
            stop = "x" if n < 0 else 560
    return i


x = Box()
y = Box()
print(attr(399), attr(430), attr(700), aliased(600), aliased_objects(500, x, y), aliased_objects(500, x, x), length(500), bound(500))
G = 1


def poke(i):
    global G
    if i % 250 == 249:
        G = G * 2


def glob(n):
    s = 0
    for i in range(n):
        s += G
        poke(i)
        s += G
    return s


print(glob(1000))


def dict_inv(n):
    d = {"k": 1}
    e = d
    s = 0
    for i in range(n):
        s += d["k"]
        if i == 333:
            e["k"] = 5
        if i == 444:
            e["other"] = 1
        if i == 555:
            del e["k"]
            e["k"] = 2.5
    return s


print(dict_inv(700))
