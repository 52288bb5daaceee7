# super() without arguments where there is none, of proxies, and its repr.


def show(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


def outside(self):
    return super()


def no_arguments():
    return super()


class X:
    @staticmethod
    def static():
        return super()

    def f(self):
        return "X.f"


class Y(X):
    def f(self):
        return "Y.f -> " + super(Y, self).f()


class Proxy:
    def __init__(self, obj):
        self._obj = obj

    def __getattribute__(self, name):
        if name.startswith("_"):
            return object.__getattribute__(self, name)
        return getattr(self._obj, name)

    @property
    def __class__(self):
        return type(object.__getattribute__(self, "_obj"))


show(outside, 1)
show(no_arguments)
show(X.static)
show(super, 3)
show(super, Y, 3)
print(super(Y), Y().f(), Y.f(Proxy(Y())))


def exception_that_is_a_class():
    class E(Exception):
        def __new__(cls):
            return int
    raise E


try:
    exception_that_is_a_class()
except TypeError as e:
    print(e)
