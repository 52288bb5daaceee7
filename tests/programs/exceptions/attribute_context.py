# AttributeErrors that programs raise know what was looked for once they leave the load of the attribute, and so
# suggest another name.
import traceback
class A:
    def __init__(self): self.value = 1
    def __getattr__(self, n): raise AttributeError(n)
class B:
    valve = 2
    @property
    def value(self): raise AttributeError
class C:
    value = 1
    def __getattribute__(self, n):
        if n[0] == 'v' and n != 'value': raise AttributeError
        return object.__getattribute__(self, n)
class D(A):
    def __getattr__(self, n): return super().__getattr__(n)
class M(type):
    abcd = 1
    def __getattr__(self, n): raise AttributeError('no ' + n)
class F(metaclass=M): pass
class P:
    abc = 1
    def abd(self): return self.abx
class G:
    gettr = 1
    @property
    def getter(self): return P().abd()
def show(f):
    try: f()
    except AttributeError as e:
        print(e.name, type(e.obj).__name__, e.args); print(traceback.format_exception_only(e)[-1], end='')
show(lambda: A().valu); show(lambda: B().value); show(lambda: C().valu); show(lambda: D().valuX); show(lambda: F.abc); show(lambda: G().getter); show(lambda: A().valu()); 
show(lambda: getattr(A(), 'valu')); show(lambda: getattr(B(), 'value')); show(lambda: getattr(C(), 'valu'));
show(lambda: A().__getattr__('valu'))
import types
m = types.ModuleType('m'); m.abcd = 1
def ga(n): raise AttributeError('m ' + n)
m.__getattr__ = ga
show(lambda: m.abce)
class S:
    __slots__ = ('abcd',)
show(lambda: S().abcd)
def setter():
    A().valu += 1
show(setter)
import operator
show(lambda: operator.attrgetter('valu')(A()))
show(lambda: {**A()})
show(lambda: delattr(A(), 'valu'))

class H:
    valid = 1
    count = 0

    def __getattr__(self, n):
        H.count += 1
        raise AttributeError(n if H.count % 3 else "other")

    @property
    def vali(self):
        raise AttributeError


h = H()
names = {}
for i in range(3000):
    try:
        if i % 5 == 0:
            h.vali
        elif i % 5 == 1:
            getattr(h, "b")
        elif i % 5 == 2:
            h.c()
        elif i % 5 == 3:
            raise AttributeError("x")
        else:
            h.d.e
    except AttributeError as e:
        key = e.name, e.obj is h, e.args
        names[key] = names.get(key, 0) + 1
print(names)
