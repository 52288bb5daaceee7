# Classes derived from property, classmethod and staticmethod whose __init__ takes what it likes; the
# documentation that a derived property takes over; what is read-only.


def show(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


class Checked(property):
    def __init__(self, check, getter):
        super().__init__(getter)
        self.check = check


class Documented(property):
    "of the class"


class Tagged(classmethod):
    def __init__(self, tag, function):
        super().__init__(function)
        self.tag = tag


class Plain(staticmethod):
    def __init__(self, tag, function):
        super().__init__(function)
        self.tag = tag


class C:
    x = Checked(abs, lambda self: 7)
    tagged = Tagged("t", lambda cls, n: (cls.__name__, n))
    plain = Plain("p", lambda n: n + 1)

    @Documented
    def documented(self):
        "of the function"
        return 1

    @classmethod
    @property
    def of_class(cls):
        return "property of " + cls.__name__

    @classmethod
    @property
    def __doc__(cls):
        return "documentation of " + cls.__name__


c = C()
total = 0
for i in range(3000):
    total += c.x + c.plain(i) + c.tagged(i)[1]
print(total, C.x.check(-3), C.__dict__["tagged"].tag, C.__dict__["plain"].tag)
print(C.documented.__doc__, c.documented, C.of_class, C.__doc__)
print(C.__dict__["of_class"].__get__(None, C))
show(setattr, property(), "fget", 3)
show(setattr, C.tagged, "__func__", 3)
show(setattr, slice(1), "stop", 3)
show(setattr, 3, "real", 3)
show(setattr, range(3), "start", 3)
show(property().__get__, c)
show(property().__set__, c, 1)
show(property().__delete__, c)
show(property().__set_name__, C, "x")
