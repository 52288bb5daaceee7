# Repeated expressions that may or may not be merged: with stores, calls and exceptions between them.
class N:
    def __init__(self, v):
        self.v = v

    def bump(self):
        self.v += 1
        return 0


def f(n, o, p, a):
    s = 0
    for i in range(n):
        s += o.v * o.v + o.v * o.v
        p.v = i
        s += o.v * o.v - p.v
        s += o.bump() + o.v
        x = a[i % 4] * 3 + 1
        y = a[i % 4] * 3 + 1
        a[(i + 1) % 4] = x - y + i
        z = a[i % 4] * 3 + 1
        s += x + y - z
        s %= 1000000007
    return s


o, p = N(2), N(3)
print(f(400, o, p, [1, 2, 3, 4]), f(400, o, o, [1, 2, 3, 4]), f(300, N(0.5), N(1), [1, 2.5, 3, 4]), f(100, N(2 ** 40), N(0), [2 ** 62] * 4))


def g(n, d):
    s = 0
    for i in range(n):
        s += d["a"] + d["a"]
        d["a"] = i
        s += d["a"] * len(d)
        if i % 100 == 99:
            d[i] = 0
        s += len(d)
    return s


print(g(500, {"a": 1}))


def h(x, n):
    t = 0
    for i in range(n):
        t += (x + i) // 3 + (x + i) % 3 + (x + i) // 3
        t ^= (i << 2) + (i << 2)
        t -= (x - i) * (x - i) - (i - x) * (i - x)
        t &= 0xFFFFFFFFFF
        t += (x + i > 100) + (x + i > 100) * (100 < x + i)
    return t


print(h(5, 600), h(-1000, 600), h(2 ** 62, 300))


def k(s, n):
    c = 0
    for i in range(n):
        c += len(s) + len(s)
        s = s + "a" if len(s) < 50 else s[:10]
        c += len(s) * (s == s) * (s[0] == s[0])
    return c, s


print(k("xyz", 500))


def m(n):
    a = b = 0.0
    for i in range(n):
        a += 0.1 + i
        b = b + (0.1 + i)
        if a != b:
            return "differ", i
        if a + 0.0 != a or a * 1 != a or a - 0 != a or a / 1 != a or 0.0 - a != -a and a != 0:
            return "identity", i
    return a


print(m(600))
