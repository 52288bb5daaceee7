# Name mangling, type() with three arguments, a simple metaclass, __call__ on classes, class-level __getitem__.
class A:
    __secret = 1

    def __init__(self):
        self.__x = 10
        self._y = 20
        self.__dunder__ = 30

    def get(self):
        return self.__x + self.__secret

    def __hidden(self):
        return "hidden A"

    def call(self):
        return self.__hidden()


class B(A):
    def __init__(self):
        super().__init__()
        self.__x = "B's own"

    def __hidden(self):
        return "hidden B"

    def both(self):
        return self.__x, self._A__x, self.__hidden(), self.call()


b = B()
print(b.get(), b.both(), sorted(vars(b)), A._A__secret, hasattr(b, "__x"))
try:
    b.__x
except AttributeError as e:
    print(e)


class Meta(type):
    made = []

    def __new__(mcs, name, bases, ns):
        cls = super().__new__(mcs, name, bases, ns)
        Meta.made.append(name)
        cls.label = name.lower()
        return cls

    def __call__(cls, *a):
        obj = super().__call__(*a)
        obj.via = "Meta.__call__"
        return obj

    def __len__(cls):
        return 7

    def __getitem__(cls, k):
        return cls.label + str(k)


class M(metaclass=Meta):
    def __init__(self, v):
        self.v = v


class N(M):
    pass


n = N(5)
print(Meta.made, M.label, N.label, n.via, n.v, len(N), N[3], type(N) is Meta, isinstance(N, Meta), isinstance(N, type))


class G:
    def __class_getitem__(cls, k):
        return (cls.__name__, k)


print(G[int], G["x", 1])
X = type("X", (), {"a": 1, "f": lambda self: self.a + 1})
print(X().f(), X.__name__, type(X) is type, type(5) is int, type(type) is type, type(None).__name__, type(...).__name__, type(print).__name__, type(lambda: 0).__name__)


class Body:
    total = 0
    for i in range(5):
        total += i
    if total > 5:
        def big(self):
            return "big %d" % self.total
    else:
        def small(self):
            return "small"
    del i


print(Body().big(), hasattr(Body, "i"), hasattr(Body, "small"))
