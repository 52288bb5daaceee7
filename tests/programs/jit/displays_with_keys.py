# Dict and set displays in hot loops whose keys change from plain ones to ones that run Python:
# each key's __hash__ runs once, and the new dict survives collections in between.
class Key:
    asked = 0

    def __init__(self, n):
        self.n = n

    def __hash__(self):
        Key.asked += 1
        junk = [str(k) for k in range(20)]
        return len(junk) + self.n % 4

    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n


def dicts(keys):
    total = 0
    for i, second in enumerate(keys):
        d = {Key(i): i, second: "text %d" % i, (i, 1): 2.5}
        total += len(d) + len(d[second])
    return total


print(dicts(["a"] * 150 + [Key(2), 3, 4.5, True] * 20), Key.asked)


def sets(keys):
    total = 0
    for i, second in enumerate(keys):
        total += len({i, second, str(i), i % 2 == 0})
    return total


print(sets([7] * 150 + ["7", Key(1), None, 2.5] * 20), Key.asked)
try:
    for k in [1] * 100 + [[]]:
        {k: 1}
except TypeError as e:
    print(e)
try:
    for k in [1] * 100 + [{}]:
        {k, 2}
except TypeError as e:
    print(e)
