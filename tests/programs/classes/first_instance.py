# Instances whose attributes come from __init__, other methods, bases and outside: more and fewer than foreseen.
class Base:
    def __init__(self, a):
        self.a = a
        self.b = a + 1

    def late(self):
        self.c = self.a * self.b
        return self.c


class Wide(Base):
    def __init__(self, n):
        super().__init__(n)
        self.d = self.e = self.f = self.g = self.h = n
        if n > 5:
            self.rare = n


class Empty:
    pass


def walk(objects):
    s = 0
    for o in objects:
        s += o.a + o.late()
    return s


objects = [Wide(i) for i in range(10)] + [Base(i) for i in range(10)]
print(walk(objects * 50))
for o in objects[4:12]:
    print(type(o).__name__, list(o.__dict__), sum(o.__dict__.values()))
first = Base(1)
for i in range(40):
    setattr(first, f"x{i}", i)
second = Base(2)
for i in range(40):
    setattr(second, f"x{39 - i}", i)
print(first.x39, second.x39, len(first.__dict__), first.late(), second.late(), first.c)
e = Empty()
e.p, e.q, e.r, e.s, e.t, e.u = range(6)
print(e.__dict__, [getattr(Empty(), "p", None)])
del e.q
e.q = 9
print(e.__dict__)
