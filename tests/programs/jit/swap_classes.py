# Instances change their class, share layouts across classes and meet in one hot loop.
class Idle:
    def step(self):
        self.t += 1
        if self.t % 7 == 0:
            self.__class__ = Busy
        return 1


class Busy:
    def step(self):
        self.t += 2
        if self.t % 5 == 0:
            self.__class__ = Idle
            self.done = True
        return 10


class A:
    def __init__(self, x):
        self.x = x
        self.y = 1


class B:
    def __init__(self, x):
        self.y = 2
        self.x = x


class C(A):
    x2 = 5


def make(i):
    return (A, B, C)[i % 3](i)


w = Idle()
w.t = 0
s = 0
for i in range(800):
    s += w.step()
print(s, w.t, type(w).__name__, w.done)
objs = [make(i) for i in range(30)]
t = 0
for k in range(30):
    for o in objs:
        t += o.x * o.y
    if k == 10:
        objs[3].__class__ = B
        objs[4].y = 0.5
    if k == 20:
        for o in objs:
            o.__dict__["y"] = 3
print(t, isinstance(objs[3], B), type(objs[5]).__name__)
n = 0
for i in range(600):
    o = make(i)
    if isinstance(o, C):
        n += o.x2
    elif isinstance(o, A):
        n += 1
    if type(o) is B:
        n += 1000
    n += issubclass(type(o), A) + hasattr(o, "x2") * 10
print(n)
same = [A(1), A(1)]
same[1].z = 0
del same[1].z
for i in range(400):
    same[i % 2].x += i
print([vars(o) for o in same], vars(same[0]).keys() == vars(same[1]).keys())
try:
    w.__class__ = int
except TypeError as e:
    print(type(e).__name__)
