# Dicts in hot loops: hits, misses, growth, deletion, key kind changes, values that change type, attribute dicts.
def hist(xs):
    h = {}
    for x in xs:
        h[x] = h.get(x, 0) + 1
    return h


def hits(d, keys):
    n = m = 0
    for k in keys:
        if k in d:
            n += d[k]
        else:
            m += 1
    return n, m


print(hist([i % 5 for i in range(600)]), hist("abracadabra" * 30), hist([1, 1.0, True, "1", None, (1,), 2 ** 64, 2.0 ** 64] * 60))
d = {i: i * 2 for i in range(100)}
print(hits(d, range(300)), hits(d, [5] * 400), hits(d, [5.0, 5.5, "5", None, (5,), True] * 60), hits({}, range(300)), hits({"a": 1, "b": 2}, "abc" * 100))
try:
    hits(d, [1] * 300 + [[2]])
except TypeError as e:
    print(e)
for i in range(1500):
    k = i * 31 % 400
    if k in d:
        if d[k] > 300:
            del d[k]
        else:
            d[k] += 11
    else:
        d[k] = i % 50
print(len(d), sum(d.values()), sum(d), list(d)[:5])
vals = {"x": 0}
for i in range(900):
    vals["x"] += 1 if i < 300 else 0.5 if i < 600 else 2 ** 60
print(vals)
m = {}
for i in range(500):
    m.setdefault(i % 7, []).append(i)
    if len(m[i % 7]) > 20:
        m[i % 7] = m.pop(i % 7)[-3:]
print(m)


class Rec:
    pass


r = Rec()
for i in range(400):
    r.__dict__["n%d" % (i % 4)] = i
    r.last = i
    if i == 200:
        vars(r)["last2"] = i
print(sorted(vars(r).items()), r.n3, r.last2)
two = {}
for i in range(40):
    for j in range(40):
        if (i, j - 1) in two and (i - 1, j) in two:
            two[i, j] = (two[i, j - 1] + two[i - 1, j]) % 1000007
        else:
            two[i, j] = 1
print(two[39, 39], len(two))
memo = {0: 0, 1: 1}


def fib(n):
    if n not in memo:
        memo[n] = fib(n - 1) + fib(n - 2)
    return memo[n]


print([fib(n) for n in (10, 50, 90, 93, 120)], len(memo))
s = 0
for _ in range(30):
    for k, v in memo.items():
        s += k if v % 2 else -k
    for k in memo.keys():
        s += k
print(s)
