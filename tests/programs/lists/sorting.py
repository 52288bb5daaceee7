# sort and sorted: stability, key, reverse, mixed numbers, tuples, exceptions in key and comparison, user __lt__.
import functools

data = [("b", 2), ("a", 3), ("c", 1), ("a", 1), ("b", 1)]
print(sorted(data), sorted(data, key=lambda t: t[0]), sorted(data, key=lambda t: t[1], reverse=True), sorted(data, key=lambda t: (-t[1], t[0])))
print(sorted([3, 1.5, True, -2, 0, 2 ** 70, -0.5]), sorted("hello"), sorted({"z": 1, "a": 2}), sorted([]), sorted([[2], [1, 5], []]))
print(sorted(["B", "a", "C"], key=str.lower), sorted(["bbb", "a", "cc"], key=len), sorted([1, 2, 3], key=lambda x: x % 2), sorted([1, 2, 3, 4], key=lambda x: x % 2, reverse=True))


class V:
    calls = 0

    def __init__(self, n, tag=""):
        self.n, self.tag = n, tag

    def __lt__(self, other):
        V.calls += 1
        return self.n < other.n

    def __repr__(self):
        return "%s%s" % (self.n, self.tag)


vs = [V(3, "x"), V(1), V(3, "y"), V(2), V(3, "z")]
print(sorted(vs), sorted(vs, reverse=True), min(vs), max(vs), V.calls > 5)
print(sorted([5, 2, 8], key=functools.cmp_to_key(lambda a, b: b - a)), sorted(["x10", "x9"], key=lambda s: int(s[1:])))
for bad in (lambda: sorted([1, "a"]), lambda: [None, 1].sort(), lambda: sorted([1, 2], key=5), lambda: sorted(5), lambda: sorted([3, 0, 1], key=lambda x: 1 // x), lambda: sorted([1], lambda x: x), lambda: max([]), lambda: min(1, "a")):
    try:
        print(bad())
    except (TypeError, ZeroDivisionError, ValueError) as e:
        print(type(e).__name__, e)
lst = [3, 0, 2, 1]
try:
    lst.sort(key=lambda x: 10 // x)
except ZeroDivisionError:
    print(sorted(lst))
x = 12345
big = []
for i in range(400):
    x = (x * 1103515245 + 12345) % 2147483648
    big.append(x % 1000)
s = sorted(big)
print(s[:5], s[-5:], all(s[i] <= s[i + 1] for i in range(399)), sum(i * v for i, v in enumerate(s)))
idx = sorted(range(400), key=big.__getitem__)
print(idx[:8], sum(i * v for i, v in enumerate(idx)))
big.sort(key=lambda v: (v % 10, -v))
print(big[:6], big[-6:], max(big, key=lambda v: (v % 7, v)), min(big, default=0), max([], default="none"), min([3, -4, 2], key=abs))
print(list(reversed([1, 2, 3])), [1, 2, 3][::-1], list(reversed("ab")), list(reversed(range(0, 10, 3))), list(reversed((1, 2))))
