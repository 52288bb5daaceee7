# Object identity must survive allocation sinking, boxing and copying through containers.
class O:
    pass


same = 0
prev = O()
keep = []
for i in range(600):
    o = O()
    alias = o
    pair = (o, alias)
    if pair[0] is pair[1]:
        same += 1
    if o is prev:
        same += 10000
    if i % 100 == 0:
        prev = o
        keep.append((o, pair))
print(same, all(k is p[0] and k is p[1] for k, p in keep), len(keep))
lst = []
for i in range(300):
    a = [i]
    b = [i]
    if a == b and a is not b:
        lst.append(a if i % 2 else b)
    a.append(1)
    b.append(2)
print(sum(x[1] for x in lst), len(lst))
nones = 0
vals = [None, 0, False, "", [], (), 0.0, None]
for i in range(800):
    v = vals[i % 8]
    if v is None:
        nones += 1
    elif v is False:
        nones += 1000
    elif v == 0 and v is not vals[1]:
        nones += 10 ** 6
print(nones)
big = 10 ** 30
flo = 1.5
refs = {"big": big, "flo": flo, "str": "x" * 3}
ok = 0
for i in range(400):
    x = refs["big"]
    y = refs["str"]
    l = [x, y, None]
    if l[0] is x and l[1] is y and l[2] is None:
        ok += 1
print(ok)
d = {}
for i in range(300):
    k = O()
    d[k] = i
    if i % 3:
        del d[k]
print(len(d), sum(d.values()), all(k in d for k in d), O() in d)
a = b = O()
a.n = 0
for i in range(500):
    a.n += 1
    if a is not b:
        print("never")
    if i == 250:
        b = a = O()
        a.n = 1000
print(a.n, b.n)
t = u = (1, 2)
for i in range(300):
    t = t[:] if i % 2 else t + ()
print(t == u, type(t).__name__, len({id(x) for x in [a, b, a]}), id(a) == id(b))
