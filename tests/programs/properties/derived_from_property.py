# Classes derived from property that read, store or delete in their own way.


class Fixed(property):
    def __set__(self, obj, value):
        raise AttributeError("it is fixed")


class Noted(property):
    def __get__(self, obj, owner=None):
        return self if obj is None else ("noted", super().__get__(obj, owner))


class Kept(property):
    def __delete__(self, obj):
        print("kept")


class C:
    def __init__(self):
        self._x = 1

    fixed = Fixed(lambda self: self._x)
    noted = Noted(lambda self: self._x)

    def _read(self):
        return self._x

    def _write(self, value):
        self._x = value

    kept = Kept(_read, _write)


def refused(f, *args):
    try:
        print(f(*args))
    except AttributeError as e:
        print(e)


c = C()
refused(setattr, c, "fixed", 2)
c.kept = 5
del c.kept
print(c.fixed, c.noted, c.kept, type(C.kept).__name__)
total = 0
for i in range(3000):
    c.kept = i
    total += c.fixed + c.noted[1] + c.kept
print(total)
