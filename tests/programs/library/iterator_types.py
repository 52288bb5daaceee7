# The iterators of itertools and of the language are types: they can be asked for, derived from,
# shown and copied.
import copy
import itertools
import pickle


for t in (itertools.count, itertools.cycle, itertools.repeat, itertools.chain, itertools.islice,
          itertools.product, itertools.zip_longest, map, filter, zip, enumerate):
    print(t, t.__name__, isinstance(t, type), t.__mro__)
print(isinstance(itertools.chain([1], [2]), itertools.chain), type(itertools.count()))

print(itertools.count(3), itertools.count(2.5, 2), itertools.repeat("a"), itertools.repeat("b", 3))
c = itertools.count(10)
next(c)
print(c, next(copy.copy(c)), next(c))
r = itertools.repeat(1, 5)
next(r)
print(r, r.__length_hint__(), list(copy.copy(r)))
for make in (lambda: itertools.count("a"), lambda: itertools.count(1, "b")):
    try:
        make()
    except TypeError as e:
        print(e)


class Swapped(enumerate):
    def __next__(self):
        number, x = super().__next__()
        return x, number


class Named(map):
    def __init__(self, function, xs, name=None):
        self.name = name


class Joined(itertools.chain):
    pass


print(list(Swapped("abc")), list(Swapped("ab", start=5)))
m = Named(str, [1, 2, 3], name="n")
print(m.name, next(m), list(m), isinstance(m, map))
j = Joined.from_iterable(["ab", "cd"])
print(type(j).__name__, list(j), list(itertools.chain.from_iterable(["ef"])))
total = 0
for x in range(3000):
    for number, y in enumerate(Named(abs, [x, -1])):
        total += number * y
print(total)


class Squares:
    def __getitem__(self, i):
        if i > 5:
            raise IndexError
        return i * i


def begun(it):
    next(it)
    return it


for it in (iter([1, 2, 3]), iter((1, 2, 3)), iter("abc"), iter(b"abc"), iter(bytearray(b"abc")),
           iter(range(5)), iter(range(2**70, 2**70 + 3)), iter({1: 2, 3: 4}), iter({5, 6}),
           iter({1: 2, 3: 4}.items()), reversed([1, 2, 3]), reversed((1, 2, 3)),
           reversed({1: 2, 3: 4}), iter(Squares())):
    begun(it)
    if type(it).__name__ != "iterator":
        print(type(it).__name__, list(pickle.loads(pickle.dumps(it))), end=" ")
    print(list(copy.copy(it)), list(it))
for it in (map(str, [1, 2]), zip([1, 2], [3, 4]), enumerate("abc"), filter(None, [1, 0, 2]),
           itertools.starmap(pow, [(2, 3), (3, 2)])):
    print(type(it).__name__, list(copy.copy(begun(it))))
it = iter([1, 2, 3, 4])
it.__setstate__(2)
print(list(it))
it = iter(Squares())
it.__setstate__(4)
print(it.__reduce__()[2], list(it), type(it))
