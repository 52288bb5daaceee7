# Single and multiple inheritance, super() chains, the linearization, overriding and calling up, errors.
class A:
    def __init__(self, **kw):
        self.log = ["A"]

    def who(self):
        return "A"

    def call(self):
        return self.who() + "!"


class B(A):
    def __init__(self, b=1, **kw):
        super().__init__(**kw)
        self.log.append("B%s" % b)

    def who(self):
        return "B" + super().who()


class C(A):
    def __init__(self, c=2, **kw):
        super().__init__(**kw)
        self.log.append("C%s" % c)

    def who(self):
        return "C" + super().who()


class D(B, C):
    def __init__(self, **kw):
        super().__init__(**kw)
        self.log.append("D")

    def who(self):
        return "D" + super().who()

    def up(self):
        return super(B, self).who(), A.who(self), super().call()


class E(D):
    pass


d = D(b=5, c=6)
print(d.log, d.who(), d.call(), d.up(), [c.__name__ for c in D.__mro__])
print(E().who(), isinstance(E(), C), issubclass(E, (int, A)), B().log, C().who())
try:
    class Bad(A, B):
        pass
except TypeError as e:
    print(e)
try:
    class Bad2(A, A):
        pass
except TypeError as e:
    print(e)


class Base:
    def template(self):
        return [self.step1(), self.step2()]

    def step1(self):
        return "base1"

    def step2(self):
        raise NotImplementedError(type(self).__name__ + ".step2")


class Impl(Base):
    def step2(self):
        return "impl2"


print(Impl().template())
try:
    Base().template()
except NotImplementedError as e:
    print(e)


class Count(dict):
    def __missing__(self, k):
        return 0

    def add(self, k):
        self[k] += 1
        return self


c = Count().add("a").add("a").add("b")
print(c, c["zz"], len(c), isinstance(c, dict), type(c).__name__)


class Stack(list):
    def push(self, x):
        self.append(x)

    def peek(self):
        return self[-1]


s = Stack([1, 2])
s.push(3)
print(s, s.peek(), len(s), s + [4], s[0:2], sum(s), [x for x in s])


class Celsius(float):
    def f(self):
        return self * 9 / 5 + 32


class Name(str):
    def hello(self):
        return "hello " + self.title()


class Int(int):
    def __add__(self, o):
        return Int(int(self) + o + 100)


print(Celsius(100).f(), Name("ada").hello(), Name("x") == "x", Int(1) + 1, Int(5) * 2, type(Int(1) + 1).__name__, {Int(3): 1}[3])
