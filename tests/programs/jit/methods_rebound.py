# Methods replaced on the class, on a base class and on the instance while hot loops call them.
class Base:
    def f(self):
        return 1

    def g(self):
        return 10


class Mid(Base):
    pass


class Leaf(Mid):
    def g(self):
        return super().g() + 1


def run(objs, n, hook):
    s = 0
    for i in range(n):
        for o in objs:
            s += o.f() + o.g()
        hook(i)
    return s


def hook1(i):
    if i == 150:
        Base.f = lambda self: 2
    if i == 200:
        Mid.f = lambda self: 3
    if i == 250:
        Leaf.f = lambda self: 5
    if i == 300:
        del Leaf.f
    if i == 350:
        del Mid.f
    if i == 380:
        Base.g = lambda self: 20


print(run([Base(), Mid(), Leaf()], 420, hook1))
o = Leaf()


def hook2(i):
    if i == 200:
        o.f = lambda: 100
    if i == 300:
        del o.f
    if i == 350:
        o.__class__ = Base


print(run([o], 400, hook2), type(o).__name__)


class A:
    x = 1


class B(A):
    pass


b = B()
t = 0
for i in range(600):
    t += b.x
    if i == 200:
        A.x = 2
    if i == 300:
        B.x = 3
    if i == 400:
        b.x = 4
    if i == 500:
        del b.x
        del B.x
print(t)


class Op:
    def __init__(self, v):
        self.v = v

    def __add__(self, o):
        return self.v + o


op = Op(1)
u = 0
for i in range(500):
    u += op + i
    if i == 250:
        Op.__add__ = lambda self, o: self.v - o
        op.__add__ = lambda o: 10 ** 9
    if i == 400:
        Op.__len__ = lambda self: 0
        u += 5 if op else 7
print(u)


class D:
    @property
    def p(self):
        return 1


d = D()
w = 0
for i in range(500):
    w += d.p
    if i == 250:
        D.p = property(lambda self: 2)
    if i == 350:
        D.p = 0.5
    if i == 400:
        d.p = 9
print(w)
