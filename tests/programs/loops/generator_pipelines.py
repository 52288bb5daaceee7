# Generator pipelines consumed by hot loops: filters, maps, early stop, and generators kept half used.
def nat(n):
    i = 0
    while i < n:
        yield i
        i += 1


def evens(it):
    for x in it:
        if x % 2 == 0:
            yield x


def squares(it):
    for x in it:
        yield x * x


def take(n, it):
    for x in it:
        if n <= 0:
            return
        n -= 1
        yield x


def pairs(it):
    prev = None
    for x in it:
        if prev is not None:
            yield prev, x
        prev = x


print(sum(squares(evens(nat(1000)))), sum(take(100, squares(nat(10 ** 9)))), max(squares(nat(300))))
s = 0
for a, b in pairs(evens(nat(900))):
    s += a * b
print(s)
s = 0
for x in squares(nat(2000)):
    if x > 50000:
        break
    s += x
print(s, x)
g = evens(nat(1000))
first = [next(g) for _ in range(3)]
mid = 0
for x in g:
    mid += x
    if x == 600:
        break
print(first, mid, next(g), sum(g), next(g, "empty"))
print(sum(x * y for x in range(30) for y in range(30) if (x + y) % 3 == 0), sum(1 for _ in nat(700)))


def mixed(n):
    for i in range(n):
        yield i if i < 400 else i + 0.5 if i < 600 else 2 ** 63 + i


print(sum(mixed(500)), sum(mixed(700)))


def failing(n):
    for i in range(n):
        if i == 500:
            raise ValueError("at %d" % i)
        yield i


t = 0
try:
    for v in failing(1000):
        t += v
except ValueError as e:
    print(t, e)
two = [nat(300), nat(300)]
t = 0
for i in range(500):
    t = t * 3 % 1009 + next(two[i % 3 == 0], -1)
print(t)


def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)


print(sum(tree(8)), list(tree(3)))
