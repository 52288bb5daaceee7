# Algebra that holds for integers but not for floats, strings or user classes, in loops hot for each.
nan, inf = float("nan"), float("inf")


def algebra(x, n):
    c = [0] * 10
    for i in range(n):
        c[0] += x - x == 0
        c[1] += x * 0 == 0
        c[2] += x + 0 == x
        c[3] += x * 1 == x
        c[4] += x == x
        c[5] += not (x < x)
        c[6] += (x + 1) - 1 == x
        c[7] += x / 1 == x
        c[8] += -(-x) == x
        c[9] += x * 2 == x + x
    return c


for x in (5, 0, -7, 2 ** 62, 2 ** 63 - 1, -2 ** 63, 10 ** 30, 1.5, 0.0, -0.0, 1e308, 1e-320, 2.0 ** 53, inf, -inf, nan, True):
    print(x, algebra(x, 120))


def shifts(x, n):
    s = 0
    for i in range(n):
        s += (x << 1) - x * 2
        s += (x >> 1) - x // 2
        s += (x & 7) - x % 8
        s += (x ^ x) + (x | x) - x
        s += (x & -1) - x + (x | 0) - x + ~~x - x
        s += x // 1 - x + x % 1
        s += (x // -1) + x
        s += abs(-x) - abs(x)
    return s


for x in (5, -5, 0, -1, 2 ** 31, -2 ** 31, 2 ** 62, -2 ** 63, 2 ** 63, 10 ** 25, True):
    print(x, shifts(x, 100))


def zero(n, z):
    out = []
    for i in range(n):
        y = z * -1
        y = y + 0
        w = 0 - z
        v = -z
    return y, w, v, z - 0, z + 0, z * 1, 0 * z, z / 1


print(zero(100, 0), zero(100, 0.0), zero(100, -0.0), zero(100, False))


class S:
    def __mul__(self, o):
        return "S*%s" % o

    def __add__(self, o):
        return "S+%s" % o

    def __sub__(self, o):
        return "S-same" if o is self else "S-"

    def __eq__(self, o):
        return "eq"


r = ""
x = S()
for i in range(200):
    r = x * 1 + str(x + 0) + str(x - x) + str(x == x) + str(x * 0)
print(r, "ab" * 1, "ab" * 0 == "", [1] * 1, [1, 2] + [] == [1, 2])


def compare(x, y, n):
    k = 0
    for i in range(n):
        k += (x < y) + 2 * (not x >= y) + 4 * (y > x) + 8 * (x != y) + 16 * (not x == y) + 32 * (x <= y) + 64 * (x < y or x == y)
    return k


print([compare(a, b, 100) for a in (1, 1.0, nan, -0.0) for b in (0, 1, nan, 2 ** 70)])
