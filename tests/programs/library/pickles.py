# Pickles byte by byte in all protocols, what cannot be pickled, broken pickles, hooks of picklers.
import collections
import copyreg
import io
import pickle
import threading


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


class Slotted:
    __slots__ = ("a", "b")


class Named(collections.namedtuple("Named", "one two")):
    pass


class Keywords:
    def __new__(cls, *, size):
        self = object.__new__(cls)
        self.size = size
        return self

    def __getnewargs_ex__(self):
        return (), {"size": self.size}


class Rows(list):
    pass


slotted = Slotted()
slotted.a = 5
cycle = []
cycle.append((cycle, {1: cycle}))
shared = ["x" * 300, b"y" * 10]
objects = [None, True, 0, 255, 65535, -1, 2**31, -2**40, 2**700, 1.5, float("inf"), "", "a\nb\\\x00",
           "\u20ac\ud800", "\U0001f600", b"", b"\x00\xff", bytearray(b"ab"), (), (1,), (1, 2, 3, 4),
           [1], {}, {1: 2}, {str(i): i for i in range(9)}, set(), {3},
           frozenset([1]), Point(1, "z"), Named(1, 2), Rows([1, 2]), cycle, [shared, shared],
           Point, len, 3 + 4j, range(3), slice(1, 2), ..., type(None),
           collections.OrderedDict(a=1), collections.defaultdict(list, {1: [2]}),
           collections.deque([1, 2], 5), ValueError("bad", 3), Keywords(size=3)]
for obj in objects:
    row = []
    total = 0
    for protocol in range(6):
        data = pickle.dumps(obj, protocol)
        row.append(len(data))
        total = (total * 31 + int.from_bytes(data[-4000:], "big")) % 1000000007
        back = pickle.loads(data)
        if obj is not cycle and not isinstance(obj, (Point, Keywords, ValueError)) and back != obj:
            print("differs", obj, back)
    print(type(obj).__name__, row, total)
for protocol in (2, 4):
    print(pickle.loads(pickle.dumps(slotted, protocol)).a, pickle.dumps(slotted, protocol))

# --- what cannot be


def local():
    class Inside:
        pass
    return Inside()


class Wrong:
    def __init__(self, answer):
        self.answer = answer

    def __reduce__(self):
        return self.answer


class Raises:
    def __getstate__(self):
        raise KeyError(3)


def attempt(f, *args, **kwargs):
    try:
        print("fine", f(*args, **kwargs))
    except Exception as e:
        print(type(e).__module__, type(e).__qualname__, str(e).partition(" at 0x")[0])


for obj in [lambda: 0, local(), (i for i in ()), threading.Lock(), collections, slotted, Raises(),
            Wrong(5), Wrong(()), Wrong((1, ())), Wrong((len, 1)), Wrong((len, (), 1, 2)),
            Wrong((len, (), 1, None, 2)), Wrong("nowhere"), Wrong((copyreg.__newobj__, ())),
            Wrong((copyreg.__newobj__, (5,))), Wrong((copyreg.__newobj__, (int,))), memoryview(b"")]:
    attempt(pickle.dumps, obj)
attempt(pickle.dumps, 1, 6)
attempt(pickle.dumps, slotted, 1)
attempt(pickle.dumps, 1, buffer_callback=print)
attempt(pickle.Pickler, 5)
attempt(pickle.Unpickler, 5)

# --- broken ones
for data in [b"", b"abc", b"\x80\x04", b"\x80\x09.", b"\x80\x04\x95\x03\0\0\0\0\0\0\0", b".", b"0.",
             b"cpickle\nbar\n.", b"I12", b"Iab\n.", b"I01\n.", b"I-5\n.", b"S'abc\n.", b"S'a\\x41'\n.",
             b"x\x05", b"}u.", b"(.", b"R.", b"h\5.", b"\x94.", b"K\1K\2a.", b"((.", b"((1.", b"(0N.",
             b"N(s.", b"(lp0\nI1\na.", b"Vabc\\u20ac\n.", b"F1.5\n.", b"Fx\n.", b"L5L\n.", b"N(d.",
             b"(K\1d.", b"}(K\1u.", b"\x82\x05.", b"\x82\0.", b"Pabc\n.", b"NQ.", b"U\3ab", b"NNb.",
             b"K\1K\2\x93.", b"K\1)\x81.", b"\xff", b"K\1", b"\x8a\1", b"]K\1\x94K\2a.", b"K\1N\x85R."]:
    attempt(pickle.loads, data)
attempt(pickle.loads, "text")
attempt(pickle.loads, pickle.dumps(Point(1, 2)).replace(b"Point", b"Poinx"))
attempt(pickle.load, io.StringIO("abc"))

# --- picklers


class Persistent(pickle.Pickler):
    def persistent_id(self, obj):
        return f"id:{obj}" if isinstance(obj, complex) else None


class Restoring(pickle.Unpickler):
    def persistent_load(self, pid):
        return pid.upper()

    def find_class(self, module, name):
        print("find", module, name)
        return super().find_class(module, name)


for protocol in (0, 2, 5):
    file = io.BytesIO()
    pickler = Persistent(file, protocol)
    pickler.dump([1j, Point(2j, 3)])
    pickler.dump([Point])
    pickler.clear_memo()
    pickler.dump("end")
    file.seek(0)
    unpickler = Restoring(file)
    first = unpickler.load()
    print(first[0], vars(first[1]), unpickler.load(), unpickler.load(), file.read())


class Reducing(pickle.Pickler):
    dispatch_table = copyreg.dispatch_table.copy()
    dispatch_table[Point] = lambda p: (Point, (p.y, p.x))

    def reducer_override(self, obj):
        return (str, ("rows",)) if type(obj) is Rows else NotImplemented


file = io.BytesIO()
Reducing(file).dump([Point(1, 2), Rows()])
made = pickle.loads(file.getvalue())
print(vars(made[0]), made[1])
buffers = []
data = pickle.dumps([pickle.PickleBuffer(b"abc"), pickle.PickleBuffer(bytearray(b"de"))], 5,
                    buffer_callback=buffers.append)
print(data, [bytes(b) for b in buffers], pickle.loads(data, buffers=[b"1", bytearray(b"2")]))
attempt(pickle.loads, data)
print(pickle.Pickler, pickle.PicklingError.__mro__[1], pickle.dumps.__module__)
