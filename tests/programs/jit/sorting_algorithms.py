# Classic sorts written by hand over ints, floats, strings, tuples and objects: comparisons and swaps in hot loops.
def bubble(a):
    n = len(a)
    for i in range(n):
        done = True
        for j in range(n - 1 - i):
            if a[j + 1] < a[j]:
                a[j], a[j + 1] = a[j + 1], a[j]
                done = False
        if done:
            break
    return a


def insertion(a):
    for i in range(1, len(a)):
        x = a[i]
        j = i - 1
        while j >= 0 and x < a[j]:
            a[j + 1] = a[j]
            j -= 1
        a[j + 1] = x
    return a


def quick(a):
    if len(a) < 2:
        return a
    p = a[len(a) // 2]
    return quick([x for x in a if x < p]) + [x for x in a if not x < p and not p < x] + quick([x for x in a if p < x])


def merge(a):
    if len(a) < 2:
        return a
    m = len(a) // 2
    l, r = merge(a[:m]), merge(a[m:])
    out, i, j = [], 0, 0
    while i < len(l) and j < len(r):
        if r[j] < l[i]:
            out.append(r[j])
            j += 1
        else:
            out.append(l[i])
            i += 1
    return out + l[i:] + r[j:]


def heap(a):
    n = len(a)

    def sift(i, n):
        while 2 * i + 1 < n:
            c = 2 * i + 1
            if c + 1 < n and a[c] < a[c + 1]:
                c += 1
            if not a[i] < a[c]:
                return
            a[i], a[c] = a[c], a[i]
            i = c
    for i in range(n // 2, -1, -1):
        sift(i, n)
    for k in range(n - 1, 0, -1):
        a[0], a[k] = a[k], a[0]
        sift(0, k)
    return a


class V:
    def __init__(self, v):
        self.v = v

    def __lt__(self, o):
        return self.v < o.v


ints = [(i * 7919) % 61 for i in range(45)]
data = {"int": ints, "float": [x / 3 for x in ints], "mixed": [x if x % 2 else x + 0.5 for x in ints], "str": ["s%d" % x for x in ints], "tuple": [(x % 5, -x) for x in ints], "big": [x ** 13 - 2 ** 64 for x in ints]}
for name, xs in data.items():
    want = sorted(xs)
    print(name, [f(list(xs)) == want for f in (bubble, insertion, quick, merge, heap)], want[:2], want[-1])
objs = [V(x) for x in ints]
print([[o.v for o in f(list(objs))] == sorted(ints) for f in (bubble, insertion, quick, merge, heap)])
for f in (bubble, insertion, quick, merge, heap):
    try:
        f(ints + ["x"])
    except TypeError as e:
        print(f.__name__, e)
