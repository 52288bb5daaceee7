# Attributes that bound methods have of their functions.
import io, functools
class A:
    def m(self, x: int): pass
a=A()
print(a.m.__annotations__, a.m.__name__, a.m.__doc__, a.m.__module__, a.m.__qualname__)
class P(property): pass
print([].append.__name__)
try: print([].append.__annotations__)
except AttributeError as e: print(e)
def f(): pass
f.z=3
print(A.m.__annotations__, a.m.__defaults__, a.m.__code__.co_name)
class B:
    @functools.wraps(f)
    def m(self): pass
print(B().m.z, list(B().m.__dict__))
