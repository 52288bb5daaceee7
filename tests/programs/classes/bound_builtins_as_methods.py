# Bound methods of built-in objects as attributes and special methods of a class: they are called
# without the instance.
L=[1,2,3]
def g():
    yield 1
    yield 2
class A:
    f = L.append
    __next__ = g().__next__
    __len__ = L.__len__
    __getitem__ = L.__getitem__
    __contains__ = L.__contains__
    __iter__ = L.__iter__
    __call__ = L.index
    __eq__ = L.__eq__
    __add__ = (5).__add__
    __bool__ = (0).__bool__
    __enter__ = L.copy
    __exit__ = lambda *a: None
a=A()
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: a.f(4)); t(lambda: next(a)); t(lambda: next(a)); t(lambda: next(a)); t(lambda: len(a)); t(lambda: a[0]); t(lambda: 3 in a); t(lambda: list(a)); t(lambda: a(2)); t(lambda: a==L); t(lambda: a+3); t(lambda: bool(a))
def w():
    with a as b: return b
t(w)
for i in range(3000):
    assert len(a)==4 and a[0]==1 and a+3==8 and 3 in a
class B:
    g = print
    h = len
    k = int
    m = staticmethod(len)
b=B()
b.g("x"); print(b.h("abc"), b.k("5"), b.m("ab"))
for c in range(2000): b.h("abc")
