# What a trace takes for granted changes in the middle of an iteration, by a helper that the trace calls.
class Base:
    scale = 1

    def weight(self):
        return 10


class Derived(Base):
    pass


def added(n):
    names = ["other"] * n
    names[n // 2] = "scale"
    d = Derived()
    s = 0
    for i in range(n):
        setattr(Derived, names[i], 7)
        s += d.scale
    return s


print(added(400))


def taken_away(n):
    names = ["x%d" % k for k in range(n)]
    for name in names:
        setattr(Derived, name, 0)
    names[n // 3] = "scale"
    d = Derived()
    s = 0
    for i in range(n):
        delattr(Derived, names[i])
        s += d.scale
    return s


print(taken_away(300))


def method_replaced(n):
    names = ["y"] * n
    names[n // 2] = "weight"
    d = Derived()
    s = 0
    for i in range(n):
        type.__setattr__(Derived, names[i], lambda self: 1000)
        s += d.weight()
    return s


print(method_replaced(400))


# A name of the module that shadows a built-in, assigned by a function which the loop calls.
def shadow(i):
    global abs
    if i == 300:
        abs = lambda x: 1000


def shadowed(n):
    s = 0
    for i in range(n):
        shadow(i)
        s += abs(-1)
    return s


print(shadowed(400))
del abs
print(shadowed(200), abs(-3))
