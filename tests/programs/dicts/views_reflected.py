# Views of dicts as right operands, and ints of derived classes as bounds of slices.
d = {1: "a", 2: "b"}


def show(f):
    try:
        print(f())
    except TypeError as e:
        print(e)


for other in ([1, 3], (2,), {1, 5}, frozenset([2]), {2: 0}.keys(), "ab", range(3)):
    print(type(other).__name__, sorted(other & d.keys()) if not isinstance(other, str) else other & d.keys(),
          sorted(map(str, other | d.keys())), sorted(map(str, other - d.keys())),
          sorted(map(str, other ^ d.keys())))
print(sorted([(1, "a"), 4] & d.items()), [(1, "a"), 4] - d.items(), sorted([(3, "c")] | d.items()))
show(lambda: 3 | d.keys())
show(lambda: None & d.items())


class Own(int):
    def __index__(self):
        return int(self)


class Never(int):
    def __index__(self):
        raise ValueError


row = list(range(20))
print(row[Own(5):Own(10)], "abcdef"[Never(1):Never(3)], (1, 2, 3)[Never(1):], row[Never(3)])
del row[Own(2):Never(18)]
row[Never(0):Own(1)] = [7, 8]
print(row, b"abc"[Own(1):])
