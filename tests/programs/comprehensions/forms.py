# List, dict, set and generator comprehensions: several fors and ifs, nesting, unpacking, scoping, conditional values.
print([x * x for x in range(6)], [x for x in range(20) if x % 2 if x % 3], [(x, y) for x in range(3) for y in range(x)], [[j for j in range(i)] for i in range(4)])
print({x: x * x for x in range(4)}, {k: v for k, v in zip("abc", (1, 2, 3)) if v > 1}, sorted({x % 3 for x in range(10)}), {v: k for k, v in {"a": 1, "b": 2}.items()})
print(sum(x for x in range(10)), list(x for x in "ab"), tuple(y for x in [[1], [2, 3]] for y in x), dict((i, str(i)) for i in range(2)))
print([a + b for a, b in [(1, 2), (3, 4)]], [a for a, *b in [(1, 2, 3), "xy"]], [b for _, (b, c) in [(0, (1, 2))]], ["even" if x % 2 == 0 else "odd" for x in range(3)])
m = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in m] for i in range(3)], [x for row in m for x in row if x > 2], [x for x in [y * 2 for y in range(4)] if x > 2], [[x * y for x in r] for r, y in zip(m, (10, 20))])
x = "kept"
_ = [x for x in range(5)]
print(x, [x for _ in range(2)], [last := i for i in range(3)], last)
print([f"{a}{b}" for a in "xy" for b in "12"], [w.upper() for w in "a bc def".split() if len(w) > 1], [s[::-1] for s in ("ab", "☃x")])
it = iter(range(6))
print([(a, b) for a, b in zip(it, it)], [next(g) for g in [iter("ab"), iter("cd")]])
log = []


def t(v):
    log.append(v)
    return v


g = (t(y) for y in t([1, 2]) if t(y > 0))
print(log, next(g), log, list(g), log)
log.clear()
d = {t("k%d" % i): t(i) for i in range(2)}
print(d, log)
try:
    g = (1 // y for y in (1, 0, 2))
    print(next(g))
    next(g)
except ZeroDivisionError as e:
    print(e, list(g))
try:
    (i for i in 5)
except TypeError as e:
    print(e)


def f(n):
    k = 3
    return [k * i + n for i in range(n) if i != k], {i: [j for j in range(i) if j < n - k] for i in range(n)}


print(f(5))


class C:
    xs = [1, 2]
    ys = [x * 2 for x in xs]

    def m(self, q):
        return [self.xs[i] + q for i in range(2)]


print(C.ys, C().m(10), [x for x in ()], {**{i: i for i in range(2)}, "z": 0}, [*(i for i in range(2)), *[5]], len([None for _ in range(100)]))
total = 0
for n in range(60):
    total += sum([i * j for i in range(n % 7) for j in range(i) if (i + j) % 2]) + len({i % 4 for i in range(n)}) + max({i: -i for i in range(n + 1)}.values())
print(total)
pyth = [(a, b, c) for c in range(1, 30) for b in range(1, c) for a in range(1, b) if a * a + b * b == c * c]
print(pyth, [n for n in range(2, 60) if all(n % d for d in range(2, int(n ** 0.5) + 1))])
