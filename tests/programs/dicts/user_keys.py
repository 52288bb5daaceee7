# Keys of user classes: __hash__ and __eq__ called as CPython does, collisions, identity first, unhashables.
class K:
    log = []

    def __init__(self, v, h):
        self.v, self.h = v, h

    def __hash__(self):
        K.log.append("h%s" % self.v)
        return self.h

    def __eq__(self, o):
        K.log.append("%s=%s" % (self.v, getattr(o, "v", o)))
        return isinstance(o, K) and self.v == o.v

    def __repr__(self):
        return "K%s" % self.v


def flush(*a):
    print(*a, K.log)
    K.log.clear()


a, b, c = K("a", 1), K("b", 1), K("a", 1)
d = {}
d[a] = 1
flush("insert a")
d[b] = 2
flush("insert b")
flush(d[a])
flush(d[c])
flush(c in d, K("z", 1) in d, K("z", 77) in d)
d[c] = 3
flush(d, len(d))
del d[b]
flush(d)
s = {a, b, c}
flush(sorted(map(str, s)))
flush([a, b].index(b), [a, b].count(c), c in (b, a), [a] == [c])
flush(d == {c: 3}, d == {b: 3})


class NoHash:
    def __eq__(self, o):
        return True


class Raises:
    def __hash__(self):
        raise ValueError("no hash")


class BadHash:
    def __hash__(self):
        return "x"


for k in (NoHash(), Raises(), BadHash(), [], {}, set(), (1, [])):
    try:
        print({k: 1})
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


class P:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __hash__(self):
        return hash((self.x, self.y))

    def __eq__(self, o):
        return self.x == o.x and self.y == o.y


m = {}
for i in range(600):
    m[P(i % 7, i % 5)] = i
print(len(m), m[P(3, 4)], m.get(P(9, 9)), sum(m.values()), hash(K("q", -1)), hash(K("q", 2 ** 61)))
