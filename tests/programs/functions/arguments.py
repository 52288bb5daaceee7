# Parameter kinds: defaults, keywords, *args, **kwargs, positional-only, keyword-only, unpacking at the call.
def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    return a, b, c, args, d, e, sorted(kw.items())


print(f(1, d=4), f(1, 9, 8, 7, 6, d=4, z=1), f(1, c=0, d=4, e=6, a=100, b=200))


def g(*, k=1):
    return k


def h(a, /):
    return a


def i(*a, **k):
    return a, k


print(g(), g(k=5), h(3), i(), i(1, *[2, 3], *(), 4, **{"x": 5}, y=6, **{}), i(*"ab", *range(2), *{"k": 1}))
print((lambda *a, b=2, **c: (a, b, c))(1, b=3, d=4), (lambda: None)(), (lambda x, /, y: x - y)(5, y=3))
for call in (lambda: f(), lambda: f(1), lambda: f(d=1), lambda: g(1), lambda: h(a=1), lambda: h(), lambda: h(1, 2), lambda: i(**{1: 2}), lambda: i(*5), lambda: i(**5),
             lambda: f(1, d=1, **{"d": 2}), lambda: f(1, 2, 3, c=4, d=5), lambda: (lambda a, b: 0)(1), lambda: (lambda a, b, c: 0)(), lambda: (lambda a, b, c, d: 0)(1), lambda: (lambda: 0)(1, 2),
             lambda: (lambda a, b=1: 0)(1, 2, 3), lambda: (lambda a: 0)(b=1), lambda: (lambda *, a, b: 0)(), lambda: (lambda *, a: 0)(), lambda: (lambda a, /, b: 0)(a=1, b=2), lambda: (lambda a, *, b: 0)(1, 2, b=3)):
    try:
        print(call())
    except TypeError as e:
        print(e)
n = 0


def count():
    global n
    n += 1
    return n


def dflt(x=count(), y=[], *, z={}):
    y.append(x)
    z[x] = len(y)
    return y, z


print(dflt(), dflt(5), dflt(y=[]), n)
print(f.__defaults__, f.__kwdefaults__, dflt.__name__, (lambda: 0).__name__)
order = []
i(order.append(1), *[order.append(2)], k=order.append(3), **{"m": order.append(4)})
print(order)
