# What messages call a property: what __set_name__ said last; and what its copies and derived classes keep.


class P(property):
    pass


class Q(property):
    def __init__(self, fget=None, fset=None, fdel=None, doc=None, extra=1):
        super().__init__(fget, fset, fdel, doc)
        self.extra = extra


def show(f, *a):
    try:
        print(f(*a))
    except Exception as e:
        print(type(e).__name__, e)


def f(self): "doc f"; return 1
def g(self, *a): "doc g"; print('g', a)
print(type(P(f).setter(g)), type(Q(f,extra=5).getter(g)), Q(f).deleter(g).extra)
print(P(f).__doc__, P(f).getter(g).__doc__, P(f, doc='x').getter(g).__doc__, property(f).getter(g).__doc__, property(f,doc='x').getter(g).__doc__)
print(property(None, g).__doc__, property(None,g).getter(f).__doc__)
class A:
    x = property()
    y = x
    z = P()
    w = x.setter(g)
    q = z.setter(g)
A.v = property()
A.u = A.x
A.t = A.x.deleter(g)
a = A()
for n in 'xyzwqvut':
    show(getattr, a, n); show(setattr, a, n, 1); show(delattr, a, n)
p = property(f)
show(p.__set__, a, 1); show(p.__delete__, a); show(property().__get__, a)
p.__set_name__(A, "it's")
show(p.__set__, a, 1); show(p.__delete__, a)
p = property(f)
show(p.__set__, a, 1)
show(p.__set__, a, 1)
class B:
    r = A.x
    s = r
show(getattr, B(), 'r')
show(getattr, a, 'x')
def h(): pass
class NG(property):
    def __get__(self, o, t=None): return super().__get__(o, t)
    def __set__(self, o, v): return super().__set__(o, v)
class C: n = NG()


class Documented:
    def __init__(self, doc):
        self.doc = doc

    @property
    def __doc__(self):
        return self.doc

    def __call__(self, obj):
        return 7


class D:
    x = property(Documented("computed"))


print(D.x.__doc__, D.x.getter(f).__doc__, D().x)
for value in (True, [], [1], "", "1"):
    def k(self):
        pass
    k.__isabstractmethod__ = value
    print(property(k).__isabstractmethod__, property(None, k).__isabstractmethod__,
          classmethod(k).__isabstractmethod__, staticmethod(k).__isabstractmethod__)
