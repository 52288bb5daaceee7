# The iterators of itertools go on where they stand when they are copied or pickled.
import copy
import itertools
import operator
import pickle


def is_small(x):
    return x < 3


def makers():
    yield itertools.count(3)
    yield itertools.count(1.5, 0.5)
    yield itertools.cycle("abc")
    yield itertools.repeat("x", 4)
    yield itertools.repeat("y")
    yield itertools.chain([1, 2], (3,), "de")
    yield itertools.chain()
    yield itertools.chain.from_iterable([[1, 2], [3]])
    yield itertools.islice(range(20), 2, 15, 3)
    yield itertools.islice(range(10), 4)
    yield itertools.islice(range(10), 3, None, 2)
    yield itertools.takewhile(is_small, [0, 1, 2, 3, 0])
    yield itertools.dropwhile(is_small, [0, 1, 2, 3, 0, 5])
    yield itertools.accumulate([1, 2, 3, 4])
    yield itertools.accumulate([1, 2, 3, 4], operator.mul, initial=10)
    yield itertools.zip_longest("ab", [1, 2, 3, 4], fillvalue="-")
    yield itertools.product("ab", [1, 2], repeat=1)
    yield itertools.product("ab", repeat=3)
    yield itertools.permutations("abcd", 2)
    yield itertools.permutations(range(3))
    yield itertools.combinations("abcd", 2)
    yield itertools.combinations_with_replacement("abc", 2)
    yield itertools.starmap(pow, [(1, 2), (2, 3), (3, 2)])
    yield itertools.filterfalse(is_small, [5, 0, 6, 1, 7])
    yield itertools.compress("abcdef", [1, 0, 1, 0, 1, 1])


def some(it):
    return list(itertools.islice(it, 7))


for taken in range(5):
    for it in makers():
        for _ in range(taken):
            next(it, None)
        again = pickle.loads(pickle.dumps(it))
        deep = copy.deepcopy(it)
        print(taken, type(it).__name__, type(again) is type(it), some(again) == some(deep),
              some(it))

# Another order: the copy is taken of what has begun, and shares what was given.
it = itertools.combinations(range(4), 3)
next(it)
print(list(copy.copy(it)), list(it), list(copy.copy(it)))
c = itertools.count(10)
d = copy.copy(c)
print(next(c), next(c), next(d), next(d))
it = itertools.chain([1, 2, 3])
next(it)
shared = copy.copy(it)
print(next(it), next(shared), list(it), list(shared))


class Ids:
    def __init__(self):
        self.numbers = itertools.count()
        self.names = itertools.cycle("xy")

    def make(self):
        return next(self.names) + str(next(self.numbers))


ids = Ids()
print(ids.make(), ids.make(), ids.make())
other = copy.deepcopy(ids)
print(other.make(), other.make(), ids.make())

a, b = itertools.tee(iter(range(6)))
next(a)
x, y = itertools.tee(a)
z = copy.copy(x)
print(x is a, list(b), next(y), next(z), list(x), list(y), list(z))
t1, t2 = itertools.tee("abc")
next(t1)
t3 = type(t1)(t1)
print(t3 is t1, list(t1), list(t2), list(t3), list(type(t1)("xy")))
