# StopIteration from next(), its value, and how one inside a generator becomes a RuntimeError.
def gen():
    yield 1
    return "value"


g = gen()
print(next(g))
try:
    next(g)
except StopIteration as e:
    print(repr(e), e.value, e.args)
try:
    next(g)
except StopIteration as e:
    print(repr(e), e.value)


def leaky():
    yield 1
    next(iter([]))
    yield 2


it = leaky()
print(next(it))
try:
    next(it)
except RuntimeError as e:
    print(e, repr(e.__cause__))


def first(it):
    return next(iter(it))


print(first("abc"), next(iter([]), "default"))
first([])
