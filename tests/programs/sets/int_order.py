# Iteration order of sets of small non-negative integers, as beginners see it printed: by value while the table is sparse.
print({3, 1, 2}, set([5, 0, 4]), set(range(10)), {1, 2} | {0}, {4, 2} & {2, 4, 6}, {7, 6, 5} - {6}, {1} ^ {2, 1, 3})
print(list({2, 0, 1}), sum(x * 10 ** i for i, x in enumerate({3, 2, 1})), [x for x in {9, 8, 7} if x != 8], frozenset([2, 1]), tuple({1, 0}))
print({x % 4 for x in range(20)}, {x * x for x in range(5)}, set("a"), {True, 0}, {0, False}, {1, True, 1.0}, {1.0, True, 1})
s = set()
for i in [4, 1, 3, 0, 2]:
    s.add(i)
    print(s)
s.remove(3)
s.discard(99)
print(s, len(s), s.pop(), s)
a = {1, 2, 3}
b = a
b.add(4)
print(a, b, a is b, a.copy() is a, {*a, 0}, set() or "empty")
lst = [1, 2, 2, 3, 1]
print(set(lst), len(set(lst)), list(set(lst)), sorted(set(lst), reverse=True), max(set(lst), key=lst.count))
for x in {1, 2, 3}:
    print(x, end=" ")
print(*{5, 6, 7}, sep="-")
