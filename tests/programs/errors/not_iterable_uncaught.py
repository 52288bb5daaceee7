# Things that can't be iterated, called, subscripted, hashed, used in with; the last one uncaught.
class Plain:
    pass


class BadIter:
    def __iter__(self):
        return 5


class BadNext:
    def __iter__(self):
        return self


def w(x):
    with x:
        pass


def sub(x):
    x[0] = 1


def dele(x):
    del x[0]


p = Plain()
for f in (lambda: list(5), lambda: [*None], lambda: iter(p), lambda: next([1]), lambda: list(BadIter()), lambda: list(BadNext()), lambda: p[0], lambda: None[0], lambda: len(p), lambda: len(5), lambda: w(p), lambda: w(5),
          lambda: sub(p), lambda: sub("s"), lambda: sub((1,)), lambda: dele(5), lambda: p(), lambda: "x"(), lambda: {p: 1, []: 2}, lambda: hash({}), lambda: 5 in p, lambda: 1 in 5, lambda: sorted(p), lambda: "".join(5), lambda: reversed(5),
          lambda: dict([1]), lambda: max(5), lambda: sum(p), lambda: abs("x"), lambda: int([]), lambda: len, lambda: isinstance(1, 5), lambda: issubclass(1, int), lambda: (5)[0], lambda: range("x"), lambda: zip(5), lambda: enumerate(5), lambda: map(len)):
    try:
        f()
    except TypeError as e:
        print(e)


def total(rows):
    return sum(x for row in rows for x in row)


print(total([[1], (2,), {3}]))
print(total([[1], 2]))
