# One function compiled for ints, then called with floats, strings, big ints, lists and user objects.
def work(a, b, n):
    r = a
    for i in range(n):
        r = r + b
    return r


print(work(0, 1, 500))
print(work(0.0, 0.5, 300))
print(work(0, 0.25, 300))
print(work(1, 2 ** 61, 300))
print(work(2 ** 100, 1, 300))
print(len(work("", "ab", 300)))
print(len(work([], [1], 150)), len(work((), (1, 2), 150)))
print(work(True, True, 200), work(0, False, 200))


class M:
    def __init__(self, v):
        self.v = v

    def __add__(self, o):
        return M((self.v + o.v) % 1009)


print(work(M(0), M(7), 500).v)
for a, b in (("x", 1), (1, "x"), (None, 1), ([], ())):
    try:
        work(a, b, 3)
    except TypeError as e:
        print(e)
print(work(0, 1, 500), work(0, -1, 500), work(0.5, 1, 100))


def cmp_loop(xs, y):
    n = 0
    for x in xs:
        if x < y:
            n += 1
        elif x == y:
            n += 100
    return n


print(cmp_loop(range(400), 200), cmp_loop([0.5] * 300, 1), cmp_loop(["a", "b"] * 100, "b"), cmp_loop([(1, 2), (2,)] * 100, (2,)), cmp_loop([2 ** 70, 5] * 100, 2 ** 70))
print(cmp_loop([float("nan")] * 300, 1), cmp_loop([True, False] * 100, 1), cmp_loop([1, 2.5, 2 ** 65, True] * 80, 2.5))
try:
    cmp_loop([1] * 300 + ["x"], 2)
except TypeError as e:
    print(e)
