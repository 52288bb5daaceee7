# Cells shared between closures, captured loop variables, parameters and nested levels; del of captured names.
def pair():
    v = 0

    def get():
        return v

    def put(x):
        nonlocal v
        v = x
    return get, put


g1, p1 = pair()
g2, p2 = pair()
p1(5)
p2("other")
print(g1(), g2())


def param(a, *args, k=3, **kw):
    def inner():
        nonlocal a, k
        a += 1
        k *= 2
        args_copy = args + (a,)
        return a, k, args_copy, kw
    return inner


f = param(1, 8, 9, k=5, z=0)
print(f(), f())


def levels():
    a = 1

    def l1():
        b = a + 1

        def l2():
            c = b + a

            def l3():
                nonlocal a
                a += 10
                return a, b, c
            return l3
        return l2()
    return l1()


h = levels()
print(h(), h())


def loop():
    fs = []
    for i in range(3):
        def f(j=i):
            return i, j
        fs.append(f)
    return [f() for f in fs], [(lambda: i)() for i in "ab"]


print(loop())


def deleted():
    x = 1

    def use():
        return x
    r = use()
    del x
    try:
        use()
    except NameError as e:
        return r, str(e)


print(deleted())


class Outer:
    def method(self, n):
        def rec(k):
            return 0 if k == 0 else n + rec(k - 1)

        class Local:
            base = n

            def value(self):
                return n * 100 + self.base
        return rec(3), Local().value()


print(Outer().method(7))


def gen(n):
    total = 0

    def add(x):
        nonlocal total
        total += x
    for i in range(n):
        add(i)
        yield total


print(list(gen(5)))


def memo(f):
    cache = {}

    def w(n):
        if n not in cache:
            cache[n] = f(n)
        return cache[n]
    w.cache = cache
    return w


@memo
def stairs(n):
    return 1 if n < 2 else stairs(n - 1) + stairs(n - 2) + (stairs(n - 3) if n > 2 else 0)


print(stairs(40), len(stairs.cache), f.__closure__ is not None, len(f.__closure__))
