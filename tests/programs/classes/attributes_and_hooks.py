# Attributes of static and class methods, hooks that are no functions, and what classes refuse to have set or deleted.
def show(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
def f(a: int): "doc"
f.x = 5
for t in (staticmethod, classmethod):
    s = t(f)
    print({k: v for k, v in sorted(s.__dict__.items()) if k != '__wrapped__'})
    s.y = 7; print(s.y, 'y' in s.__dict__, hasattr(f, 'y'))
    show(lambda: s.x); show(setattr, s, '__doc__', 'q'); print(s.__doc__, f.__doc__)
    show(lambda: s.__name__); show(lambda: s.__annotations__)
    show(delattr, s, 'y'); show(lambda: s.y)
    show(t, 1); show(lambda: t()); show(lambda: t(f, f)); show(lambda: t(f, a=1))
import typing, functools
class A:
    @typing.final
    @classmethod
    def cm(cls): return 1
    @typing.final
    @staticmethod
    def sm(): return 2
    @typing.final
    @property
    def p(self): return 3
print(A.__dict__['cm'].__final__, A.__dict__['sm'].__final__, A.cm(), A.sm())
a = A(); a.q = 1; del a.__dict__; print(a.__dict__); a.z = 2; print(vars(a))
a.__dict__ = {'k': 1}; print(a.k)
def sd(v): a.__dict__ = v
show(sd, 5); show(sd, None)
class Ns:
    __new__ = staticmethod(lambda *args: args)
show(lambda: Ns(1, 2)[1:])
class D:
    def __get__(self, o, t=None):
        return lambda name: ('hook', name)
class G:
    __getattr__ = D()
show(lambda: G().attr)
class D2:
    def __call__(self, name): return ('call', name)
class G2:
    __getattr__ = D2()
show(lambda: G2().attr)
class G3:
    __getattribute__ = D2()
show(lambda: G3().attr)
class G4:
    __setattr__ = lambda s, n, v: print('set', n, v)
    __delattr__ = lambda s, n: print('del', n)
g = G4(); g.a = 1; del g.b
class Base:
    def __init_subclass__(cls, **k): print('init_sub', cls.__name__, k)
class K(Base, x=1): pass
show(lambda: type('T', (Base,), {}, y=2))
show(lambda: type('T', (Base,), {'a': 1}).a)
show(type, 'T'); show(lambda: type('a', ())); show(lambda: type('a', (), {}, 1)); show(lambda: type()); show(lambda: type('T\0', (), {})); show(lambda: type(1, (), {})); show(lambda: type('T', [], {})); show(lambda: type('T', (1,), {})); show(lambda: type('T', (), [])); show(lambda: type('T', (int, str), {})); show(lambda: type('T', (bool,), {})); show(lambda: type('T', (object, object), {}))
class X: pass
def st(n, v): setattr(X, n, v)
show(st, '__name__', 'Y\0'); show(st, '__name__', 1); show(st, '__qualname__', 1); show(st, '__bases__', ()); show(st, '__bases__', 1); show(st, '__bases__', (int,)); show(st, '__module__', 5); print(X.__module__)
show(delattr, X, '__name__'); show(delattr, X, '__module__'); show(delattr, X, '__bases__'); show(delattr, X, '__dict__'); show(delattr, X, '__doc__'); show(st, '__doc__', 'new'); print(X.__doc__); show(st, '__mro__', ()); show(st, '__class__', 5); show(st, '__dict__', {})
