# Generators yielding values of changing kinds, several instances interleaved, generators inside comprehensions and classes.
def ramp(n, step):
    v = 0
    for i in range(n):
        yield v
        v += step
        if i == 250:
            step = step * 0.5
        if i == 350:
            step = 2 ** 63


print(sum(ramp(200, 1)), sum(ramp(300, 2)), sum(ramp(400, 3)))
gs = [ramp(500, k) for k in (1, 2.5, -3)]
s = 0
for i in range(900):
    s = (s + next(gs[i * i % 3 if i % 2 else i % 3], 0)) % 10007
print(s, [next(g, "end") for g in gs])


class Series:
    def __init__(self, n):
        self.n = n
        self.reads = 0

    def __iter__(self):
        for i in range(self.n):
            self.reads += 1
            yield self, i

    def scaled(self, k):
        yield from (i * k for _, i in self)


q = Series(300)
print(sum(i for o, i in q if o is q), sum(q.scaled(0.5)), max(q.scaled(-1)), q.reads)


def interleave(*its):
    its = [iter(x) for x in its]
    while its:
        for it in list(its):
            try:
                yield next(it)
            except StopIteration:
                its.remove(it)


print("".join(str(x) for x in interleave("abc", range(5), [None, 1.5])), len(list(interleave(range(300), range(200)))))


def changing():
    yield from range(200)
    yield from (0.5,) * 100
    yield from "ab" * 50
    return "finished"


n = t = 0
g = changing()
try:
    while True:
        v = next(g)
        if isinstance(v, str):
            n += 1
        else:
            t += v
except StopIteration as e:
    print(n, t, e.value)


def collatz(n):
    while n != 1:
        yield n
        n = n // 2 if n % 2 == 0 else 3 * n + 1
    yield 1


print([sum(1 for _ in collatz(n)) for n in range(1, 20)], max(collatz(27)), list(collatz(6)))


def feedback():
    x = 0
    while True:
        x = (yield x) + x
        if x > 10 ** 20:
            return x


f = feedback()
next(f)
try:
    for i in range(1000):
        f.send(i if i < 500 else 2.0 ** (i % 60) if i < 600 else 10 ** 19)
except StopIteration as e:
    print(i, e.value)
print([[x for x in ramp(3, y)] for y in ramp(3, 1)], {k: list(ramp(k, 1)) for k in ramp(3, 1)})
