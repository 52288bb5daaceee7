# Local, enclosing, global and builtin scopes: shadowing, global and nonlocal, class bodies, comprehension scopes.
x = "global"
y = "global y"


def a():
    x = "a"

    def b():
        def c():
            nonlocal x
            x = "changed by c"
            return x
        return c(), x
    return b(), x


def d():
    global x, fresh
    x = "changed by d"
    fresh = 1
    return x


print(a(), x, d(), x, fresh)


class C:
    x = "class"
    y = x + "!"
    z = [x for x in range(3)]

    def m(self):
        return x

    def n(self, x=x):
        return x


print(C().m(), C().n(), C.y, C.z)


def e():
    len = lambda v: 99
    return len([])


print(e(), len([]))


def f():
    r = [x for x in range(3)]
    return r, x


print(f())
i = "outer"
print([i for i in range(3)], i, {i: j for i in range(2) for j in range(i)}, i, [(i, k) for k in i])
fs = [lambda: i for i in range(3)]
print([g() for g in fs], [(lambda i=i: i)() for i in range(3)])


def g(n):
    if n:
        v = n
    try:
        return v
    except UnboundLocalError as ex:
        return str(ex)


print(g(1), g(0))


def h():
    try:
        print(y)
    except UnboundLocalError as ex:
        print(ex)
    y = 1
    del y
    try:
        y
    except UnboundLocalError as ex:
        print(ex)


h()


def outer():
    def inner():
        return later
    try:
        inner()
    except NameError as ex:
        print(type(ex).__name__, ex)
    later = "now"
    return inner()


print(outer())
for x in range(3):
    pass
print(x, sorted(k for k in locals() if len(k) == 1 and k < "d"))


def loc(p, q=2):
    r = p + q
    return locals()


print(loc(1))
exec_ran = [v for v in (1, 2) if (last := v)]
print(exec_ran, last)
