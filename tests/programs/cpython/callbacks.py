# Functions, generators and objects of the program in the hands of CPython.
import sys
sys.path.insert(0, __file__.rpartition("/")[0] + "/modules")
from bridge import cpython

builtins = cpython.import_module("builtins")
functools = cpython.import_module("functools")
itertools = cpython.import_module("itertools")
words = ["pear", "fig", "apple", "kiwi"]
print(list(builtins.sorted(words, key=lambda w: (len(w), w))))
print(list(builtins.map(lambda x, y: x * 10 + y, [1, 2, 3], (4, 5, 6))))
print(functools.reduce(lambda a, b: a * b, range(1, 25)))
print(list(itertools.takewhile(lambda n: n < 40, (n * n for n in range(100)))))


def keywords(first, *rest, scale=1, **others):
    return first * scale, rest, sorted(others)


print(functools.partial(keywords, 2, scale=3)(7, 8, extra=None, more=1))


class Point:
    def __init__(self, x):
        self.x = x

    def __call__(self, y):
        return self.x + y

    def __repr__(self):
        return f"Point({self.x})"


operator = cpython.import_module("operator")
p = Point(5)
print(operator.attrgetter("x")(p), list(builtins.map(p, [1, 2])), builtins.repr(p), builtins.str(p))
builtins.setattr(p, "x", "new")
print(p.x, builtins.getattr(p, "y", "no y"), builtins.hasattr(p, "x"))
box = builtins.list([p, Point, keywords])
print(box[0] is p, box[1] is Point, box[2] is keywords, box[:2])
builtins.delattr(p, "x")
print(hasattr(p, "x"))


def deep(n):
    # Through both worlds at every level.
    return 0 if n == 0 else 1 + builtins.sum([deep(n - 1)])


print(deep(40))


def garbage(x):
    row = [[x, str(k)] for k in range(50)]
    return len(row) + x


print(builtins.sum(builtins.map(garbage, range(300))))
hot = []
for i in range(150):
    hot.append(builtins.max([3, 1, 2], key=lambda v: -v if i % 7 else v))
print(hot.count(1), hot.count(3))
