# Comprehensions and generator expressions as hot loops themselves, with types changing inside and exceptions.
print(sum([i * i for i in range(1000)]), sum(i if i % 3 else -i for i in range(1000)), len([c for c in "hot house" * 100 if c != "o"]))
r = [i if i < 500 else i + 0.5 if i < 700 else str(i) for i in range(900)]
print(r[499:502], r[699:702], len(r), [type(x).__name__ for x in r[::300]])
d = {i * 7 % 501: i for i in range(1000)}
print(len(d), d[0], d[500], sum(d), sum(d.values()))
s = {i * i % 97 for i in range(1000)}
print(len(s), sorted(s)[:8])
big = [2 ** (i % 70) for i in range(700)]
print(sum(big), max(big), big.count(1))
try:
    [100 // (400 - i) for i in range(1000)]
except ZeroDivisionError as e:
    print(e)
n = 0
for k in range(300):
    n += len([j for j in range(k % 10) if j % 2]) + sum(x * y for x, y in zip([k, 1], (2, k)))
print(n)
fs = [lambda k=k: k for k in range(300)]
print(sum(f() for f in fs), fs[7](), fs[-1](1))
nested = [[x + y for x in range(20)] for y in range(20)]
print(sum(map(sum, nested)), nested[3][4], sum(v for row in nested for v in row if v % 3 == 0))


class P:
    def __init__(self, v):
        self.v = v


ps = [P(i) for i in range(400)]
print(sum(p.v for p in ps), max(p.v for p in ps if p.v % 7 == 3), [p.v for p in ps if p.v in (3, 399)], sum([p.v * 0.5 for p in ps]))
words = ["w%d" % (i % 13) for i in range(400)]
print({w: words.count(w) for w in sorted(set(words))})
gen = (x for x in range(10 ** 9) if x % 100 == 99)
print([next(gen) for _ in range(4)], sum(y for y, _ in zip(gen, range(5))), next(gen))
acc = []
print([acc.append(i) or len(acc) for i in range(300)][-1], acc[-1], [y for x in range(300) if (y := x * x) % 50 == 1])
flat = [b for a in ([1, 2], (3.5,), "xy", {5: 6}) * 80 for b in a]
print(len(flat), flat[:7], [x for x in flat if not isinstance(x, str)][-3:])
