# The same loop over data that is uniform, then alternating, then random, then uniform in another way.
def process(data):
    out = [0, 0.0, "", 0]
    for v in data:
        if isinstance(v, bool):
            out[3] += v
        elif isinstance(v, int):
            out[0] += v
        elif isinstance(v, float):
            out[1] += v
        elif isinstance(v, str):
            out[2] = out[2][-6:] + v
        elif v is None:
            out[3] -= 1
        elif callable(v):
            out[3] += v()
        else:
            out[3] += len(v)
    return out


ints, floats, strs = list(range(300)), [i / 4 for i in range(300)], ["s%d" % i for i in range(200)]
mixed = [x for t in zip(ints, floats, strs) for x in t]
x, rnd = 7, []
pool = [1, 2.5, "z", None, True, [1, 2], (3,), lambda: 10, 2 ** 66, {}, -1.5]
for i in range(700):
    x = (x * 1103515245 + 12345) % 2 ** 31
    rnd.append(pool[(x >> 16) % len(pool)])
print(process(ints), process(floats), process(strs))
print(process(mixed), process(rnd))
print(process(ints + floats + strs + mixed + rnd + ints), process([None] * 300), process([[]] * 200 + [[1]] * 200))


def speed(v, n):
    t = v
    for i in range(n):
        t = t * v % 1009 if i % 2 else t + v
    return t


print([speed(v, 200) for v in (3, 3.0, 2.5, -7, 2 ** 64, True, 5)])


def index(a, ks):
    t = 0
    for k in ks:
        t += a[k]
    return t


print(index([1, 2, 3], [0, 1, 2] * 100), index((1, 2, 3), [-1] * 200), index({0: 5, 1: 6}, [0, 1] * 150), index({"a": 1.5}, ["a"] * 200), index(range(10, 20), [3] * 150), index([0.5, 1], [True, False] * 100))
for a, ks in (([1], [0] * 200 + [1]), ({}, [0]), ("ab", [0]), ([1], ["a"]), ((1,), [0] * 100 + [0.0])):
    try:
        print(index(a, ks))
    except (IndexError, KeyError, TypeError) as e:
        print(type(e).__name__, e)
