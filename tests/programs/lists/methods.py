# Every list method with its corner cases and error texts.
a = [3, 1, 2]
a.append(4)
a.extend([5, 6])
a.extend("ab")
a.extend(x * x for x in range(3))
a += (7,)
a.insert(0, "first")
a.insert(-1, "before last")
a.insert(100, "end")
a.insert(-100, "start")
print(a, len(a))
print(a.pop(), a.pop(0), a.pop(-2), a)
a.remove("a")
print(a, a.index(5), a.index(1, 3), a.count(1), a.count("zz"))
for f in (lambda: a.remove("zz"), lambda: a.index("zz"), lambda: a.index(3, 5, 7), lambda: [].pop(), lambda: a.pop(99), lambda: a[99], lambda: a["x"],
          lambda: a.insert("x", 1), lambda: a.extend(5), lambda: a + (1,), lambda: a.append(), lambda: a * "x", lambda: a.pop("0"), lambda: [1].foo):
    try:
        f()
    except (ValueError, IndexError, TypeError, AttributeError) as e:
        print(type(e).__name__, e)
b = a.copy()
b.reverse()
print(b, a == b[::-1], a is b)
b.clear()
print(b, [] == b, not b)
c = [5, 3, 9, 1]
print(c.sort(), c, sorted(c, reverse=True), c.sort(key=lambda v: -v), c)
d = [[0] * 2] * 2
d[0][0] = 1
e = [[0] * 2 for _ in range(2)]
e[0][0] = 1
print(d, e, [1, 2] * 2, 0 * [1], [1] * -1, [[]] * 2)
print([1, 2] + [3], [1, 2] == [1, 2.0], [1] < [1, 0], [2] > [1, 9], [] < [0], [1, "a"] == [1, "b"], 2 in [1, 2], None not in [1])
f = [1, 2, 3, 4, 5, 6]
del f[0], f[-1]
del f[1:3]
print(f, list("abc"), list(range(3)), list({1: 2}), list((1,)), list(), [*f, *f])
g = list(range(10))
g[::2] = [0] * 5
g[5:] = []
g[1:1] = ["x", "y"]
print(g, max(f), min(f), sum(f), len(g), any(g), all(g))
lst = [1]
lst *= 3
alias = lst
lst += [2]
lst = lst + [3]
print(alias, lst, id(alias) == id(lst))
