# What __slots__ may not be, and namedtuple() called where a trace has inlined the caller.
import collections

for slots, bases in ((0, ()), (None, ()), (1.5, ()), (2 ** 70, ()), ((1,), ()), (["a", b"b"], ()), (("a b",), ()), ("1x", ()),
                     (("a",), (int,)), (["a"], (tuple,)), ("a", (object,)), ((), (int,)), (("a", "b"), ())):
    try:
        print(type("T", bases, {"__slots__": slots}).__slots__)
    except TypeError as e:
        print(e)


def made(n):
    return collections.namedtuple("P%d" % n, "x y")


modules = set()
for n in range(30):
    modules.add(made(n).__module__)
print(modules)
