# property with getter, setter, deleter, inheritance, read-only errors, computed values in hot loops.
class Temp:
    def __init__(self, c):
        self.celsius = c

    @property
    def celsius(self):
        """Degrees."""
        return self._c

    @celsius.setter
    def celsius(self, v):
        if v < -273.15:
            raise ValueError("too cold: %r" % v)
        self._c = v

    @celsius.deleter
    def celsius(self):
        log.append("deleted")
        self._c = None

    @property
    def fahrenheit(self):
        return self._c * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, f):
        self.celsius = (f - 32) * 5 / 9

    @property
    def kelvin(self):
        return self._c + 273.15


log = []
t = Temp(25)
print(t.celsius, t.fahrenheit, t.kelvin, Temp.celsius.__doc__)
t.fahrenheit = 212
t.celsius += 0.5
print(t.celsius, vars(t))
for f in (lambda: setattr(t, "kelvin", 0), lambda: delattr(t, "kelvin"), lambda: Temp(-300), lambda: setattr(t, "celsius", "x")):
    try:
        f()
    except (AttributeError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
del t.celsius
print(t.celsius, log)


class Sub(Temp):
    @property
    def kelvin(self):
        return "K" + str(super().kelvin)

    @Temp.celsius.getter
    def celsius(self):
        return "sub %s" % self._c


s = Sub(1)
print(s.kelvin, s.celsius)
s.celsius = 5
print(s._c)


class Circle:
    def __init__(self, r):
        self.r = r

    area = property(lambda self: 3 * self.r ** 2, lambda self, a: setattr(self, "r", (a / 3) ** 0.5), None, "area doc")

    @property
    def broken(self):
        return self.missing_attr


c = Circle(2)
c.area = 75
print(c.r, c.area, Circle.area.__doc__)
try:
    c.broken
except AttributeError as e:
    print(e)
total = 0
for i in range(600):
    c.r = i if i < 400 else i * 0.5
    total += c.area + (c.area > 100)
    if i % 200 == 199:
        c.area = 12
print(total, c.r)
t.celsius = 0
n = 0
for i in range(500):
    try:
        t.celsius = -i
    except ValueError:
        n += 1
    t.celsius += 1 if t.celsius < 0 else 0
print(n, t.celsius)
