# Lists of one kind whose elements change kind: ints to big ints, floats, bools, None, strings, nested.
def summary(a):
    return [type(x).__name__[0] for x in a], a[:3], len(a)


a = [i for i in range(20)]
a[3] = 3.5
print(summary(a))
a[4] = 2 ** 80
print(summary(a), sum(a))
a[5] = "str"
print(summary(a))
b = [0.5 * i for i in range(10)]
b.append(7)
b[0] = True
print(summary(b), sum(b), b[9] + b[10], b)
c = [True, False, True]
c.append(2)
c[1] = -1
c.append(300)
c.append(-2 ** 40)
c.append(2 ** 63)
print(summary(c), c, sum(c))
d = [1] * 300
for i in range(300):
    d[i] = i * i * i
    if i == 200:
        d[i] = -0.0
    if i == 250:
        d[i] = None
print(d[199:202], d[249:252], d.count(None), d.index(None), [type(x).__name__ for x in d[198:203]])
e = [0.0] * 100
for i in range(100):
    e[i] = i
print(e[:5], type(e[50]).__name__, sum(e))
f = []
for x in (1, 2.0, "three", None, [4], (5,), {6: 7}, 2 ** 70, float("nan"), True):
    f.append(x)
    f.insert(0, x)
print(f[:5], len(f), f[9] is f[10])
g = [1, 2, 3]
g += [4.0]
g.extend("x")
g[1:2] = [None, 1.5]
print(g, g * 2 == g + g, [x for x in g if isinstance(x, float)])
h = [127, 128, -128, -129, 255, 256, 32767, 32768, -32769, 2 ** 31, -2 ** 31 - 1, 2 ** 47, 2 ** 53 + 1]
h.sort(reverse=True)
print(h, h[::-2], h.index(32768), -129 in h, 128.0 in h, 2.0 ** 53 in h)
print([x == y for x, y in zip([1, True, 0.0, False], [1.0, 1, -0.0, 0])], [1, 2] == [True, 2.0], [0.0] == [-0.0])
