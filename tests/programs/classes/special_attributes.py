# __new__, __getattr__, __getattribute__-free lookups, __setattr__, __delattr__, __slots__, __init_subclass__, class decorators.
class Singleton:
    inst = None

    def __new__(cls, *a):
        if cls.inst is None:
            cls.inst = super().__new__(cls)
            cls.inst.made = 0
        return cls.inst

    def __init__(self, v):
        self.v = v
        self.made += 1


a, b = Singleton(1), Singleton(2)
print(a is b, a.v, a.made)


class Proxy:
    def __init__(self, target):
        self.__dict__["target"] = target
        self.__dict__["log"] = []

    def __getattr__(self, name):
        self.log.append("get " + name)
        return getattr(self.target, name)

    def __setattr__(self, name, v):
        self.log.append("set " + name)
        setattr(self.target, name, v)

    def __delattr__(self, name):
        self.log.append("del " + name)
        delattr(self.target, name)


class T:
    x = 1


t = T()
p = Proxy(t)
p.y = p.x + 1
p.x = 10
print(t.x, t.y, T.x, p.log)
del p.y
try:
    p.y
except AttributeError as e:
    print(e, p.log[-2:])


class S:
    __slots__ = ("a", "b")

    def __init__(self, a):
        self.a = a


s = S(1)
s.b = 2
print(s.a, s.b)
for f in (lambda: setattr(s, "c", 1), lambda: S(1).b):
    try:
        f()
    except AttributeError as e:
        print(e)


class Plugin:
    found = []

    def __init_subclass__(cls, tag=None, **kw):
        super().__init_subclass__(**kw)
        Plugin.found.append((cls.__name__, tag))


class P1(Plugin):
    pass


class P2(Plugin, tag="two"):
    pass


print(Plugin.found)


class Default:
    def __getattr__(self, name):
        if name.startswith("auto_"):
            v = self.__dict__[name] = len(name)
            return v
        raise AttributeError("no " + name)


d = Default()
n = 0
for i in range(300):
    n += d.auto_x + getattr(d, "auto_%d" % (i % 5)) + getattr(d, "zzz", 1000)
print(n, len(vars(d)), hasattr(d, "q"))


class NotInit:
    def __new__(cls):
        return 42

    def __init__(self):
        print("never")


print(NotInit())


class RetInit:
    def __init__(self):
        return 5


try:
    RetInit()
except TypeError as e:
    print(e)
