# Set algebra in operator and method form, subsets, updates, frozensets, errors, comprehension.
def so(s):
    return sorted(s)


a, b = {1, 2, 3, 4}, {3, 4, 5}
print(so(a | b), so(a & b), so(a - b), so(b - a), so(a ^ b), a < b, {3} < a, a <= a, a < a, a >= {1}, a.isdisjoint({9}), a == {4, 3, 2, 1}, a != b)
print(so(a.union([7], (8,))), so(a.intersection([1, 2, 9], {2})), so(a.difference([1], [2])), so(a.symmetric_difference([1, 10])), a.issubset(range(10)), a.issuperset([1, 2]))
c = set(a)
c |= {9}
c &= {1, 2, 9}
c -= {1}
c ^= {2, 5}
print(so(c), c is a)
c.add(5)
c.add(6)
c.discard(100)
c.remove(9)
c.update([1, 2], "")
print(sorted(c), len(c), 5 in c, "x" not in c)
for f in (lambda: c.remove(100), lambda: set().pop(), lambda: c.add([]), lambda: {1, []}, lambda: a | [1], lambda: a < 5, lambda: set(5), lambda: a + b, lambda: c[0], lambda: frozenset().add(1), lambda: {1} - [1]):
    try:
        f()
    except (KeyError, TypeError, AttributeError) as e:
        print(type(e).__name__, e)
f = frozenset([1, 2])
print(so(f), so(f | {3}), so({3} | f), type(f | {3}).__name__, type({3} | f).__name__, f == {1, 2}, hash(f) == hash(frozenset([2, 1])), {f: "key"}[frozenset({2, 1})], {f, frozenset([2, 1])} == {f}, frozenset(), frozenset([5]))
print(set(), {*()}, set("a"), set([1, 1.0, True]), so(x % 3 for x in range(10)), len({"a", "b", "a"}), sorted({"b", "a"}), set() == frozenset())
print({1, 2}.pop() in (1, 2), sum({1, 2, 3}), max({4, 9, 2}), list({7}), bool(set()), bool({0}), {(1, 2), (1, 2)}, {None, None})
seen, dup = set(), []
x = 7
for i in range(700):
    x = (x * x + 1) % 997
    if x in seen:
        dup.append(x)
        if len(dup) > 5:
            break
    seen.add(x)
print(len(seen), dup, sorted(seen)[:6])
s = set()
for i in range(1000):
    s.add(i * 37 % 211)
    if i % 4 == 0:
        s.discard(i % 211)
print(len(s), sum(s), 0 in s, sorted(s)[:10], sorted(s)[-3:])
t = {1, 2, 3}
try:
    for v in t:
        t.add(v + 100)
except RuntimeError as e:
    print(e)
u = a.copy()
a.clear()
print(a, so(u), sorted(u, reverse=True), {1, "a", None, 2.5, (1,)} == {(1,), 2.5, None, "a", 1})
