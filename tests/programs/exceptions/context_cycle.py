# A program that ties __context__ into a cycle: raising while it is handled must end.
def cycle():
    try:
        raise ValueError(1)
    except ValueError as ex:
        ex.__context__ = ex
        raise TypeError(2)


def long_cycle():
    a, b, c = KeyError("a"), KeyError("b"), KeyError("c")
    a.__context__, b.__context__, c.__context__ = b, c, b
    try:
        raise a
    except KeyError:
        raise TypeError(3)


for f in cycle, long_cycle:
    try:
        f()
    except TypeError as e:
        print(repr(e), repr(e.__context__), repr(e.__context__.__context__))
