# collections.deque and defaultdict: ends, rotation, maxlen, indexing, missing keys, error texts.
from collections import defaultdict, deque

d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
d.extend("ab")
d.extendleft([-1, -2])
print(d, len(d), d[0], d[-1], d[3], 3 in d, list(d)[2:4], d.count("a"), d.index(3))
print(d.pop(), d.popleft(), d)
d.rotate(2)
print(d)
d.rotate(-3)
print(d)
d.remove("a")
d[1] = "set"
del d[0]
d.insert(2, "ins")
d.reverse()
print(d, d.copy() == d, deque([1]) < deque([2]), deque() == deque(), bool(deque()), list(reversed(d)), deque([1]) + deque([2]), deque([1, 2]) * 2)
m = deque(maxlen=3)
for i in range(5):
    m.append(i)
m.appendleft("left")
print(m, m.maxlen, deque([1, 2, 3], 2), deque("abc", maxlen=2))
for f in (lambda: deque().pop(), lambda: deque().popleft(), lambda: d[99], lambda: d.remove("zz"), lambda: deque(5), lambda: d[1:2], lambda: deque([1], maxlen=-1), lambda: d.index("zz"), lambda: hash(d)):
    try:
        f()
    except (IndexError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
try:
    for x in d:
        d.append(1)
except RuntimeError as e:
    print(e)
dd = defaultdict(list)
for i, w in enumerate("the cat the dog a cat".split()):
    dd[w].append(i)
print(dict(dd), dd["new"], len(dd), dd.get("nope"), "nope" in dd, dd)
di = defaultdict(int)
for c in "mississippi" * 30:
    di[c] += 1
print(sorted(di.items()), di.default_factory is int, defaultdict(int, {"a": 1}, b=2))
dn = defaultdict(lambda: defaultdict(int))
for i in range(300):
    dn[i % 3][i % 5] += i
print({k: dict(v) for k, v in dn.items()})
try:
    defaultdict(None)["x"]
except KeyError as e:
    print(repr(e))
try:
    defaultdict(5)
except TypeError as e:
    print(e)
q = deque([(0, 0)])
dist = {(0, 0): 0}
while q:
    x, y = q.popleft()
    for dx, dy in ((1, 2), (2, 1), (-1, 2), (-2, 1), (1, -2), (2, -1), (-1, -2), (-2, -1)):
        p = x + dx, y + dy
        if 0 <= p[0] < 8 and 0 <= p[1] < 8 and p not in dist:
            dist[p] = dist[x, y] + 1
            q.append(p)
print([[dist[r, c] for c in range(8)] for r in range(8)])
w = deque(maxlen=5)
s = 0
for i in range(600):
    w.append(i)
    s += sum(w) if i % 20 == 0 else w[0] + w[-1]
    w.rotate(1)
print(s, w)
