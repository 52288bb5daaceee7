# Objects taken apart and made again: copy, deepcopy and pickle by the protocols of objects.
import copy
import pickle


class Plain:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def method(self):
        return self.x


class Slotted:
    __slots__ = "a", "b"


class Mixed(Slotted):
    pass


class Reduced:
    def __init__(self, text):
        self.text = text

    def __reduce__(self):
        return Reduced, (self.text + "!",)


class Stateful:
    def __getstate__(self):
        return "state"

    def __setstate__(self, state):
        self.got = state


class NewArgs(int):
    def __new__(cls, n, name):
        self = int.__new__(cls, n)
        self.name = name
        return self

    def __getnewargs__(self):
        return int(self), self.name


class Keywords:
    def __new__(cls, *, k):
        self = object.__new__(cls)
        self.k = k
        return self

    def __getnewargs_ex__(self):
        return (), {"k": self.k}


class MyList(list):
    pass


class MyDict(dict):
    pass


class MySet(set):
    pass


class MyError(Exception):
    pass


slotted = Slotted()
slotted.a = 1
mixed = Mixed()
mixed.b, mixed.c = [2], 3
named = MyList([1, [2]])
named.name = "n"
table = MyDict(a=[1])
table.note = "t"
error = MyError(1, "two")
error.extra = 3
values = [None, True, 5, -2**70, 1.5, 2j, "text\u20ac", b"bytes", bytearray(b"array"), (), (1, [2]), [1, 2],
          {1: [2]}, {1, 2}, frozenset([1]), range(1, 9, 2), slice(1, 2), ..., NotImplemented, int,
          ValueError, len, Plain, Plain([1]), named, table, MySet([3]), NewArgs(5, "five"), error,
          KeyError("k"), Keywords(k=[1]), [].append, Plain(4).method]


def show(x):
    return f"{type(x).__name__} {x!r}".split(" at 0x")[0].split(" object")[0], getattr(x, "__dict__", None)


for x in values:
    for protocol in range(6):
        try:
            y = pickle.loads(pickle.dumps(x, protocol))
        except Exception as e:
            print(protocol, type(e).__name__)
            continue
        if type(y) is not type(x):
            print("another type", x, y)
    for y in (copy.copy(x), copy.deepcopy(x)):
        if type(x).__name__ not in ("type", "method", "builtin_function_or_method"):
            print(show(y))

for f in (copy.copy, copy.deepcopy, lambda x: pickle.loads(pickle.dumps(x))):
    y = f(slotted)
    print(y.a, hasattr(y, "b"))
    y = f(mixed)
    print(y.b, y.c, y.b is mixed.b)
    print(f(Reduced("r")).text, f(Stateful()).got, f(NewArgs(1, "one")).name)

ring = []
ring.append({"ring": ring})
for f in (copy.deepcopy, lambda x: pickle.loads(pickle.dumps(x))):
    again = f(ring)
    print(again[0]["ring"] is again, again is not ring)
shared = [1]
both = copy.deepcopy((shared, shared))
print(both[0] is both[1], both[0] is not shared)
print(object().__reduce_ex__(2)[1:], Plain(1).__getstate__(), slotted.__getstate__(), object().__getstate__())
for x in ((i for i in ()), open):
    try:
        copy.copy(x)
        print("copied")
    except TypeError as e:
        print(e)
