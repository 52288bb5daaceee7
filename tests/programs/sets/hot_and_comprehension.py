# Sets in hot loops: membership, union by update, removal while looping over a copy, kinds of elements changing.
seen = set()
n = 0
for i in range(1200):
    k = i * i % 211
    if k in seen:
        n += 1
    else:
        seen.add(k)
    if i == 700:
        seen = {float(x) for x in seen}
    if i == 900:
        seen |= {"s", None, (1, 2)}
print(n, len(seen), sum(x for x in seen if isinstance(x, (int, float))))
vis = set()
stack = [(0, 0)]
while stack:
    x, y = stack.pop()
    if (x, y) in vis or not (0 <= x < 15 and 0 <= y < 15) or (x * y) % 7 == 3:
        continue
    vis.add((x, y))
    stack += [(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)]
print(len(vis), (14, 14) in vis, sorted(vis)[-2:])
s = set(range(100))
for x in list(s):
    if x % 3:
        s.remove(x)
for x in s.copy():
    s.discard(x // 2)
    s.add(x + 1000)
print(len(s), sum(s), min(s), max(s))
a, b = set(), {0}
for i in range(300):
    a ^= {i % 13, i % 7}
    b = (b | {i}) - {i // 2}
print(sorted(a), len(b), sorted(b)[:3], sorted(b)[-3:])
words = "the quick brown the lazy dog quick the end".split()
uniq = []
for _ in range(30):
    got = set()
    for w in words:
        if w not in got:
            got.add(w)
            uniq.append(w)
print(len(uniq), uniq[:7], sorted(got), sorted({len(w) for w in words}), {w[0] for w in words} == set("tqblde"))
m = 0
fs = frozenset(range(0, 50, 3))
for i in range(600):
    m += i % 50 in fs
    m += (i % 50 in {1, 2, 3}) * 10
    m += ("x" in {"x", i}) * 100
    m += (i % 2 == 0) in {True}
print(m, fs <= set(range(50)), len(fs & {0, 3, 4}), {frozenset({1}), frozenset({1})} == {frozenset([1])})
try:
    for i in range(300):
        seen.add([i] if i == 250 else i)
except TypeError as e:
    print(i, e)
