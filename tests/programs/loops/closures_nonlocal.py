# Cells written by inner functions while the outer loop is hot, counters, accumulators and late binding.
def outer(n):
    total = 0
    calls = 0

    def add(x):
        nonlocal total, calls
        total += x
        calls += 1
        return total

    for i in range(n):
        add(i)
        if i == 300:
            total = 0.5
        if i == 500:
            total = 10 ** 20
    return total, calls


def make_counter(step):
    c = 0

    def inc():
        nonlocal c
        c += step
        return c

    def get():
        return c

    def reset(v):
        nonlocal c
        c = v

    return inc, get, reset


print(outer(200), outer(400), outer(700))
inc, get, reset = make_counter(3)
inc2, get2, _ = make_counter(0.5)
for i in range(600):
    inc()
    if i % 2:
        inc2()
    if i == 400:
        reset(-1)
print(get(), get2())


def deep():
    x = 0

    def a():
        def b():
            nonlocal x
            x += 1
            return x
        return b
    f = a()
    for _ in range(500):
        f()
    return x


print(deep())


def late(n):
    fs = []
    for i in range(n):
        j = i * 2
        fs.append(lambda: i + j)
    return fs[0](), fs[-1]()


print(late(300))
