# What metaclasses override and hand on to type: __repr__, __dir__, attributes, mro(), __call__; and
# the cell of __class__ on its way through them.


def show(f, *args, **keywords):
    try:
        print(f(*args, **keywords))
    except Exception as e:
        print(type(e).__name__, e)


class Meta(type):
    def __repr__(cls):
        return "<" + super().__repr__() + ">"

    def __dir__(cls):
        return [n for n in super().__dir__() if not n.startswith("__")]

    def __getattribute__(cls, name):
        return super().__getattribute__(name)

    def __setattr__(cls, name, value):
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        super().__delattr__(name)


class A(metaclass=Meta):
    def method(self):
        return __class__


A.x = 3
print(A, A.x, dir(A), A().method(), A.__name__)
del A.x
show(getattr, A, "x")
for name in ("__mro__", "__bases__", "__base__", "__name__", "__qualname__", "__module__"):
    print(name, type.__dict__[name].__get__(A))
print([name for name in ("__class__", "__dir__", "__doc__") if name in dir(3) and name in dir(A.method)])


class Backwards(type):
    def mro(cls):
        first, *bases, last = super().mro()
        print("mro", cls.__name__)
        return [first, *bases[::-1], last]


class B:
    def who(self):
        return "B"


class C:
    def who(self):
        return "C"


class D(B, C, metaclass=Backwards):
    pass


print(D.__mro__, D().who(), isinstance(D(), C))
total = 0
for i in range(3000):
    total += D().who() == "C"
print(total)


class Wrong(type):
    def mro(cls):
        return [cls, 3]


show(Wrong, "W", (), {})


class TakesDict(type):
    __call__ = dict


class E(metaclass=TakesDict):
    pass


print(E(a=2), E([(1, 2)], b=3))


class Loses(type):
    def __new__(meta, name, bases, names):
        names.pop("__classcell__", None)
        return super().__new__(meta, name, bases, names)


class Replaces(type):
    def __new__(meta, name, bases, names):
        names["__classcell__"] = None
        return super().__new__(meta, name, bases, names)


class Doubles(type):
    def __new__(meta, name, bases, names):
        cls = super().__new__(meta, name, bases, names)
        type("Other", (), names)
        return cls


def make(meta):
    class Made(metaclass=meta):
        def f(self):
            return __class__
    return Made().f()


for meta in (Loses, Replaces, Doubles):
    show(make, meta)
