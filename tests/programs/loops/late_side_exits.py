# Branches that stay one-sided for most of the loop and flip near its end; each exit must rebuild all locals.
def f(n, flip):
    a, b, c, d = 1, 2.0, "s", None
    lst = []
    for i in range(n):
        a = a + i
        b = b * 1.0001
        if i >= flip:
            c = c + "x"
            d = (a, i)
            lst.append(i)
        elif i == flip - 1:
            d = "almost"
        e = a - i
    return a, round(b, 6), len(c), d, lst[-3:], e, i


for flip in (5, 100, 498, 499, 500, 1000):
    print(f(500, flip))


def g(n):
    t = u = v = 0
    for i in range(n):
        x = i * 2
        y = x + 1
        if i == n - 1:
            t = x, y, i
        if i % 251 == 250:
            u += y
        if x > y:
            v = "impossible"
    return t, u, v, x, y


print(g(10), g(1000), g(1001))


def h(data):
    best = None
    pos = -1
    for i, v in enumerate(data):
        if best is None or v > best:
            best, pos = v, i
    return best, pos


print(h([0] * 700 + [1]), h(list(range(500)) + [-1] * 500), h([5] * 600), h([-i for i in range(600)] + [0.5, 10 ** 30]))


def steps(n):
    state = "start"
    log = []
    k = 0
    while state != "end":
        k += 1
        if state == "start":
            if k > n:
                state = "mid"
                log.append(k)
        elif state == "mid":
            if k > 2 * n:
                state = "late"
                log.append(k)
        elif k > 3 * n:
            state = "end"
            log.append(k)
    return log


print(steps(300))
s = 0
for i in range(1200):
    s += 1 if i < 1100 else "not reached" == s
    if i == 1150:
        s = -s
print(s)
