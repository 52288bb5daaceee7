# Objects allocated in hot loops: those that never escape, those that escape on one path, and those kept.
class V:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, o):
        return V(self.x + o.x, self.y + o.y)

    def __mul__(self, k):
        return V(self.x * k, self.y * k)

    def dot(self, o):
        return self.x * o.x + self.y * o.y


acc = V(0, 0)
for i in range(800):
    acc = acc + V(i, -i) * 2
print(acc.x, acc.y)
kept = []
s = 0
for i in range(900):
    v = V(i, i + 1)
    s += v.dot(V(1, 2))
    if i % 300 == 299:
        kept.append(v)
print(s, [(k.x, k.y) for k in kept])
swap = (1, 2)
for i in range(700):
    a, b = swap
    swap = (b, a + i)
print(swap)
for i in range(600):
    t = (i, i * 2)
    t2 = (t, [t])
    if i == 555:
        saved = t2
print(saved, t2, saved[0] is saved[1][0], t2[0] is t2[1][0])
prev = None
same = 0
for i in range(500):
    cur = V(i, prev)
    if prev is cur.y:
        same += 1
    prev = cur if i % 50 else None
print(same)
cells = []
for i in range(300):
    box = [i]
    box.append(box[0] + 1)
    d = {"k": box, "n": i}
    d["k"][0] += d["n"]
    if i % 60 == 0:
        cells.append(d)
print(cells)
lst = None
for i in range(400):
    lst = (i, lst)
n = 0
while lst:
    n += lst[0]
    lst = lst[1]
print(n)
m = V(1.5, 0)
for i in range(500):
    m = V(m.y, m.x) if i % 2 else V(m.x + 1, m.y * 0.5)
    if i == 250:
        m.extra = "here"
        keep = m
print(m.x, round(m.y, 10), keep.extra, hasattr(m, "extra"))
f = []
for i in range(10):
    f.append(lambda k=i: k * i)
print([g() for g in f])
