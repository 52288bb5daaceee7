# send, throw and close: values in and out, exceptions caught inside, finally, GeneratorExit, wrong uses.
def echo():
    got = []
    try:
        while True:
            try:
                x = yield len(got)
                got.append(x)
            except ValueError as e:
                got.append("caught %s" % e)
                yield "handled"
    finally:
        log.append(got)


log = []
g = echo()
print(next(g), g.send("a"), g.send(None), next(g), g.throw(ValueError("v")), next(g), g.send("z"))
g.close()
print(log)
for f in (lambda: next(g), lambda: g.send(1)):
    try:
        f()
    except StopIteration as e:
        print("stopped", e.value)
try:
    echo().send("early")
except TypeError as e:
    print(e)
h = echo()
try:
    h.throw(KeyError("before start"))
except KeyError as e:
    print(e, list(h), log[-1])


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)


def clean():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        log.append("exit")
        raise
    finally:
        log.append("fin")


c = clean()
print(next(c), c.close(), c.close(), log[-2:])
n = clean()
n.close()
print(list(n), log[-1])


def rethrow():
    try:
        yield 1
    except KeyError:
        raise ValueError("changed")


r = rethrow()
next(r)
try:
    r.throw(KeyError)
except ValueError as e:
    print(e, repr(e.__context__))


def replace():
    while True:
        try:
            yield "normal"
        except ValueError:
            return "ended"


p = replace()
next(p)
try:
    p.throw(ValueError())
except StopIteration as e:
    print(e.value)


def me():
    try:
        next(it)
    except ValueError as e:
        yield str(e)


it = me()
print(next(it))


def averager():
    total = n = 0
    avg = None
    while True:
        x = yield avg
        total += x
        n += 1
        avg = total / n


a = averager()
next(a)
print([a.send(v) for v in (10, 20, 60)], [round(a.send(i), 3) for i in range(300)][-2:])
try:
    a.send("x")
except TypeError as e:
    print(e)
print(next(a, "dead"))
