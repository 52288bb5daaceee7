# Class and instance attributes, methods, default repr-free printing, isinstance, type, vars, setattr, delattr.
class Dog:
    kind = "canine"
    tricks = []
    count = 0

    def __init__(self, name):
        self.name = name
        Dog.count += 1

    def speak(self, loud=False):
        s = self.name + " says woof"
        return s.upper() if loud else s

    def learn(self, t):
        self.tricks.append(t)
        return self


a, b = Dog("Rex"), Dog("Fido")
print(a.speak(), b.speak(loud=True), Dog.speak(a), Dog.count, a.count)
a.learn("roll").learn("sit")
print(b.tricks, Dog.tricks is a.tricks)
a.tricks = ["own"]
print(a.tricks, b.tricks, vars(a), vars(b), a.__dict__ is vars(a))
a.kind = "special"
print(a.kind, b.kind, Dog.kind)
del a.kind
print(a.kind)
Dog.kind = "changed"
print(a.kind, b.kind)
setattr(b, "age", 3)
print(b.age, getattr(b, "age"), getattr(b, "x", None), hasattr(b, "age"), sorted(vars(b)))
delattr(b, "age")
print(hasattr(b, "age"), isinstance(a, Dog), isinstance(a, (int, Dog)), isinstance(a, object), type(a) is Dog, type(a).__name__, a.__class__ is Dog, issubclass(Dog, object))
print(Dog.__name__, Dog.__bases__, Dog.__mro__ == (Dog, object), Dog.__dict__["count"], "speak" in dir(a), Dog.__module__)


class Empty:
    """An empty class."""


e = Empty()
e.x = 1
print(Empty.__doc__, vars(e), e == e, e != Empty(), e == 5, not e == Empty(), bool(e))


class Nested:
    class Inner:
        value = 42

        def get(self):
            return self.value

    x = Inner.value + 1

    def make(self):
        return self.Inner()


print(Nested().make().get(), Nested.x, Nested.Inner.__qualname__, Nested.make.__qualname__)
m = a.speak
a.name = "Renamed"
print(m(), m.__self__ is a, m.__func__ is Dog.speak, m == a.speak, m.__name__)
T = type("T", (Dog,), {"z": 5, "speak": lambda self: "T " + self.name})
t = T("dyn")
print(t.speak(), t.z, T.__name__, Dog.count)
for i in range(300):
    t.z += i
print(t.z, T.z)
