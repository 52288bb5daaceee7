# A generator that is suspended while some of its variables have no value yet lives through
# collections, those of the old generation as well.
import gc


def late():
    yield 1
    x = [2]
    yield x
    for y in range(3):
        z = (x, y)
        yield z
    w = {"w": x}
    yield w


def deep(n):
    return n if n == 0 else 1 + deep(n - 1)


deep(50)
generators = []
for i in range(20):
    gc.collect()
    g = late()
    next(g)
    generators.append(g)
gc.collect()
garbage = []
for i in range(300000):
    garbage.append([i, str(i)])
    if len(garbage) > 20000:
        garbage = []
gc.collect()
print([list(g) for g in generators][7], len(generators))
