# One hot call site that sees many classes and functions, in phases and interleaved.
class Shape:
    def area(self):
        return 0

    def name(self):
        return type(self).__name__


class Sq(Shape):
    def __init__(self, s):
        self.s = s

    def area(self):
        return self.s * self.s


class Rect(Shape):
    def __init__(self, w, h):
        self.w, self.h = w, h

    def area(self):
        return self.w * self.h


class Circle(Shape):
    def __init__(self, r):
        self.r = r

    def area(self):
        return 3 * self.r * self.r + 0.5


class Sq2(Sq):
    def area(self):
        return super().area() + 1


def total(shapes):
    t = 0
    for s in shapes:
        t += s.area()
    return t


print(total([Sq(i) for i in range(300)]))
print(total([Sq(2)] * 200 + [Rect(2, 3)] * 200 + [Circle(1)] * 200 + [Shape()] * 5 + [Sq2(3)] * 100))
mix = [(Sq(i), Rect(i, 2), Circle(i), Sq2(i), Shape())[i * 7 % 5] for i in range(1000)]
print(total(mix))
names = {}
for s in mix:
    names[s.name()] = names.get(s.name(), 0) + 1
print(sorted(names.items()))


def inc(x):
    return x + 1


def dbl(x):
    return x * 2


fs = [inc, dbl, lambda x: x - 3, abs, Sq(3).__class__.area and (lambda x: -x), int, float]
x = 1
for i in range(900):
    f = fs[(i // 100) % 7] if i < 600 else fs[i % 7]
    x = f(x)
    if abs(x) > 10 ** 9:
        x = 7
print(x)
ops = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "m": max}
r = 1
for i in range(800):
    r = ops["+-*m"[i * i % 4]](r, i) % 10007
print(r)
mix[500].area = lambda: 10 ** 6
print(total(mix))
Sq.area = lambda self: 1
print(total(mix))
