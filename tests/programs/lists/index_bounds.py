# Bounds, indices and slices that are objects with an __index__.


class One:
    def __index__(self):
        return 1


class Late(int):
    pass


one = One()
print([1, 2, 3].index(2, one), (1, 2, 3).index(3, one, 9), [3, 3].index(3, Late(1)))
print([1, 2, 3][one:], (1, 2, 3)[:one], "abc"[one:], b"abc"[one::2], range(9)[one:], bytearray(b"xyz")[one:])
print(slice(one, None, None).indices(5), slice(None, one, one).indices(5), slice(None, None, -1).indices(4))
row = [1, 2, 3]
row[one:] = [7, 8]
row[one] = 5
print(row)
del row[one:]
print(row, [0] * one, "abc"[one], bytes(one), list(range(one, 9, one))[one])
for bad in ("x", 1.0, None, one):
    for row in ([1, 2], (1, 2)):
        try:
            print(row.index(2, bad))
        except TypeError as e:
            print(type(row).__name__, e)
    try:
        print(slice(bad, "y").indices(3))
    except TypeError as e:
        print(e)
