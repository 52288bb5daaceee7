# What throw() and close() do to a delegate, coroutine.__await__(), and ended coroutines.


def inner():
    try:
        yield 1
    except GeneratorExit:
        print("inner closed")
        return "ignored"


def outer():
    try:
        got = yield from inner()
        print("got", got)
    except GeneratorExit:
        print("outer closed")
        raise


g = outer()
print(next(g))
g.close()

g = outer()
next(g)
try:
    g.throw(GeneratorExit)
except GeneratorExit as e:
    print("exit", type(e).__name__)


class Own:
    def __init__(self):
        self.left = 2

    def __iter__(self):
        return self

    def __next__(self):
        self.left -= 1
        if self.left < 0:
            raise StopIteration("over")
        return self.left

    def throw(self, exc):
        print("thrown", repr(exc))
        return "from throw"

    def close(self):
        print("own closed")


def through():
    return (yield from Own())


g = through()
print(next(g), g.throw(ValueError("v")), next(g))
print(isinstance(g.gi_yieldfrom, Own), g.gi_suspended, g.gi_running)
try:
    next(g)
except StopIteration as e:
    print(e.value, g.gi_yieldfrom, g.gi_suspended)
g = through()
next(g)
g.close()


def closes_itself():
    try:
        me.close()
    except ValueError as e:
        print(e)
    yield 1


me = closes_itself()
print(next(me))


async def answer():
    return 42


steps = answer().__await__()
try:
    next(steps)
except StopIteration as e:
    print(e.value, type(steps).__name__)
c = answer()
try:
    c.send(None)
except StopIteration as e:
    print(e.value)
for again in (lambda: c.send(None), lambda: c.throw(ValueError)):
    try:
        again()
    except RuntimeError as e:
        print(e)
c.close()


class Registry:
    def __get__(self, obj, owner=None):
        return (obj, owner)


class Holder:
    of_class = classmethod(Registry())
    twice = classmethod(classmethod(lambda cls: cls.__name__))
    plain = Registry()


class Heir(Holder):
    def look(self):
        return super().plain


print(Holder.of_class == (Holder, Holder), Heir().of_class == (Heir, Heir), Heir.twice())
h = Heir()
print(h.look() == (h, Heir))
