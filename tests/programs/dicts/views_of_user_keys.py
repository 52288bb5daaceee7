# Looking into views of a dict whose keys and values compare with methods of their own.
class Key:
    def __init__(self, n, broken=False):
        self.n = n
        self.broken = broken

    def __hash__(self):
        return 7

    def __eq__(self, other):
        if self.broken:
            raise RuntimeError("broken")
        return isinstance(other, Key) and self.n == other.n


d = {Key(1): Key(10), Key(2): Key(20)}
print(Key(1) in d.keys(), Key(3) in d.keys(), Key(20) in d.values(), Key(1) in d.values())
print((Key(1), Key(10)) in d.items(), (Key(1), Key(20)) in d.items(), (Key(3), 1) in d.items())
print((1, 2, 3) in d.items(), 5 in d.items())
print(d.keys() & {Key(2)} == {Key(2)}, d.keys().isdisjoint([Key(3)]))
d = {Key(1, True): Key(2, True)}
for action in (lambda: Key(4, True) in d.keys(), lambda: (Key(4, True), 1) in d.items(),
               lambda: Key(5) in d.values()):
    try:
        print(action())
    except RuntimeError as e:
        print("RuntimeError", e)

# Bytes of an instance that wraps a number are counted out, not iterated over.


class Number(int):
    pass


class Text(bytes):
    pass


print(bytes(Text(b"abc")), bytes([Number(3)]))
for t in float, int:
    try:
        print(t.__annotations__)
    except AttributeError as e:
        print(e)
