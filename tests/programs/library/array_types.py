# What array.array takes and refuses, and classes derived from it.
import array
import copy
import pickle


class Named(array.array):
    def __new__(cls, name, numbers):
        return super().__new__(cls, "d", numbers)

    def __init__(self, name, numbers):
        self.name = name


def refused(f):
    try:
        print(f())
    except (TypeError, ValueError, OverflowError, IndexError) as e:
        print(type(e).__name__, e)


n = Named("n", [1, 2])
print(n, n.name, n + array.array("d", [3]), type(n[:1]).__name__)
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    a = pickle.loads(pickle.dumps(array.array("i", [1, -2]), protocol))
    print(protocol, a, array.array("i", [1]).__reduce_ex__(protocol)[0].__name__)
refused(lambda: array.array("x"))
refused(lambda: array.array("xx"))
refused(lambda: array.array("i", "text"))
refused(lambda: array.array("i", spam=1))
refused(lambda: array.array("b", [128]))
refused(lambda: array.array("i", [1.5]))
refused(lambda: array.array("i", [1])[1])
refused(lambda: array.array("i", [1])["a"])
refused(lambda: array.array("i", [1]).fromlist([2, "a"]))
refused(lambda: array.array("i").frombytes(b"abc"))
a = array.array("i", [1, 2, 3])
refused(lambda: a.fromlist([4, None]))
a.byteswap()
print(a, copy.copy(a), copy.deepcopy(a) == a)
a.frombytes(memoryview(array.array("i", [7])).cast("B"))
print(a[-1], a.tolist()[3:])
print(array.array("f", [1e300])[0], array.array("h", array.array("i", [5])))
