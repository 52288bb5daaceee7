# locals() of a class body is its namespace; names declared global within are the module's.
class A:
    locals()["a"] = 43
    b = a
    print(locals()["b"], sorted(k for k in locals() if k[0] != "_"))
    exec("c = b + 1")
    print(c)


print(A.a, A.b, A.c)


def f():
    x = 42

    class B:
        locals()["x"] = 43
        y = x
    return B.y


print(f())

# exec() with locals of their own.
outer, inner = {}, {}
exec("""
def f():
    y = 1
    def g():
        global y
        return y
    def h():
        return y + 1
    return g, h
y = 9
g, h = f()
result = g(), h()
z = 3
""", outer, inner)
print(sorted(k for k in outer if k[0] != "_"), sorted(inner), inner["result"])

names = {}
exec("'text'\nx: int = 5\ny: str\n", names)
print(names["__annotations__"], names["__doc__"])
names = {"__annotations__": {"old": 1}}
exec("x: int", {}, names)
print(names)


class Upper(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)


class Meta(type):
    @classmethod
    def __prepare__(metacls, name, bases, **kwds):
        return {"__annotations__": Upper()}


class C(metaclass=Meta):
    x: "note"


class D:
    x: int
    y: str = "a"
    class E:
        z: float


print(C.__annotations__, D.__annotations__, D.E.__annotations__)


def star(*args: *(int,)) -> None:
    pass


print(star.__annotations__)
