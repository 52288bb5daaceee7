# len() and abs() of instances in hot loops: the class decides, and may change its mind.
class Row:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __abs__(self):
        return -self.n


class Many(list):
    pass


class Counted(list):
    def __len__(self):
        return 1000 + list.__len__(self)


class Without:
    pass


def total(items):
    t = 0
    for x in items:
        t += len(x)
    return t


def size(x):
    t = 0
    for _ in range(3000):
        t += len(x)
    return t


def magnitude(x):
    t = 0
    for _ in range(3000):
        t += abs(x)
    return t


print(size(Row(3)), size(Many("ab")), size(Counted("ab")), magnitude(Row(4)), magnitude(-2))
print(total([Row(1), Many("abc"), [1, 2], Counted(), "xyz", Row(5)] * 500))

row = Row(7)
print(size(row))
Row.__len__ = lambda self: self.n * 2
print(size(row))
Row.__len__ = lambda self: -1
for wrong in row, Without():
    try:
        print(size(wrong))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
Row.__len__ = lambda self: 1 << 63
try:
    print(size(row))
except OverflowError as e:
    print(e)
Row.__len__ = lambda self: (1 << 62) + self.n
print(size(row))
del Row.__len__
try:
    print(size(row))
except TypeError as e:
    print(e)
