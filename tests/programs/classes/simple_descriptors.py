# User descriptors: __get__, __set__, __set_name__, data before instance dict, non-data after.
class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, owner=None):
        if obj is None:
            return "<%s of %s>" % (self.name, owner.__name__)
        return obj.__dict__.get(self.name, "unset")

    def __set__(self, obj, v):
        if not isinstance(v, self.kind):
            raise TypeError("%s must be %s" % (self.name, self.kind.__name__))
        obj.__dict__[self.name] = v


class NonData:
    def __get__(self, obj, owner=None):
        return "from descriptor"


class R:
    a = Typed(int)
    b = Typed(str)
    c = NonData()

    def __init__(self, a):
        self.a = a


r = R(5)
print(r.a, r.b, R.a, r.c)
r.b = "text"
r.c = "instance wins"
print(r.b, r.c, sorted(vars(r)))
r.__dict__["a"] = "sneaked"
print(r.a)
try:
    r.a = "x"
except TypeError as e:
    print(e)


class Lazy:
    def __init__(self, f):
        self.f = f
        self.n = 0

    def __get__(self, obj, owner=None):
        self.n += 1
        v = obj.__dict__[self.f.__name__] = self.f(obj)
        return v


class Page:
    @Lazy
    def text(self):
        return "expensive"


p = Page()
print(p.text, p.text, Page.__dict__["text"].n)
s = 0
for i in range(400):
    q = R(i)
    q.a += 1
    s += q.a + len(q.c)
    if i % 100 == 0:
        try:
            q.a = 1.5
        except TypeError:
            s += 10000
print(s)


class Bound:
    def __get__(self, obj, owner=None):
        return lambda *a: (obj.v, a)


class H:
    m = Bound()
    v = 3


print(H().m(1, 2))
