# sum, any, all, min, max, map, filter, zip, sorted with Python callbacks in hot loops, early exits, exceptions in them.
def sq(x):
    return x * x


def pos(x):
    return x > 0


t = 0
for i in range(120):
    t += sum(sq(x) for x in range(i % 7))
    t += sum([1, 2, 3]) + sum((0.5,) * (i % 3)) + sum({i: 1}) + sum(range(i), 10)
    t += any(x > 3 for x in range(i % 9)) + all(x < 5 for x in range(i % 9)) * 10
    t += max(map(sq, range(-3, i % 5)), default=0) + min((x for x in (3, i, 7)), key=lambda v: -v)
    t += len(list(filter(pos, range(-3, i % 4)))) + sum(map(lambda a, b: a * b, (1, 2, i), (4, 5, 6)))
    t += sorted([i % 5, 3, 1], key=lambda v: (v * 7) % 4)[0]
    t += sum(a * b for a, b in zip(range(i % 6), range(5, 0, -1)))
print(t)
print(sum(range(1000)), sum(i * 0.1 for i in range(500)), sum([0.1] * 10 + [1]), sum([2 ** 62] * 5), sum([True] * 400), sum([[1], [2]], []))
for bad in (lambda: sum(["a"]), lambda: sum(["a", "b"], ""), lambda: sum([], "x"), lambda: sum(5), lambda: sum([1, None]), lambda: any(5), lambda: max(1), lambda: min(), lambda: max([], key=abs), lambda: list(map(sq, ["x"])), lambda: all(1 // x for x in (1, 0, 1))):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
calls = []


def note(x):
    calls.append(x)
    return x > 300


print(any(note(i) for i in range(1000)), len(calls), all(not note(i) for i in range(400)), len(calls))
it = iter(range(600))
print(any(x == 350 for x in it), next(it), all(x < 500 for x in it), next(it), sum(it), next(it, "end"))
m = map(lambda x: 10 // x, [5, 2, 0, 1])
got = []
while True:
    try:
        got.append(next(m))
    except ZeroDivisionError:
        got.append("zero")
    except StopIteration:
        break
print(got, max("abc", "abd", key=lambda s: s[-1]), min([3, 1, 2], key=lambda v: v % 3), max(range(400), key=lambda v: v * 37 % 401))
z = list(zip(*[(i, i * i) for i in range(300)]))
print(len(z), sum(z[1]), list(enumerate(map(str, filter(lambda v: v % 99 == 0, range(300))))))
print(",".join(str(x) for x in range(0, 500, 31)), "".join(map(chr, range(97, 123))), list(map(None.__class__, [])), dict(map(lambda p: (p, p * p), range(4))), set(map(abs, [-1, 1])), tuple(filter(lambda s: s, ["", "a"])))
