# TypeError for arguments that don't fit the parameters, functions, methods, classes and builtins; one uncaught.
class C:
    def __init__(self, a, b=1):
        self.a = a

    def m(self, x):
        return x

    @staticmethod
    def s(x):
        return x


class D:
    pass


def f(a, b, *, c):
    return a


def kw(**k):
    return k


c = C(1)
for name, call in (("m0", lambda: c.m()), ("m2", lambda: c.m(1, 2)), ("Cm", lambda: C.m()), ("s", lambda: c.s()), ("init0", lambda: C()), ("init3", lambda: C(1, 2, 3)),
                   ("initk", lambda: C(1, z=2)), ("D1", lambda: D(1)), ("f0", lambda: f()), ("f1", lambda: f(1)), ("f2", lambda: f(1, 2)), ("f3", lambda: f(1, 2, 3)),
                   ("fdup", lambda: f(1, 2, a=3, c=4)), ("kwpos", lambda: kw(1)), ("len0", lambda: len()), ("len2", lambda: len(1, 2)), ("int", lambda: (5)()), ("none", lambda: None()),
                   ("str", lambda: "f"()), ("mod", lambda: [1](0)), ("abs", lambda: abs(1, 2)), ("object", lambda: object(1))):
    try:
        call()
    except TypeError as e:
        print(name, e)


def outer():
    return f(
        1,
        2,
        3,
        4,
        c=5,
    )


outer()
