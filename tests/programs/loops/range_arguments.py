# range() with every kind of argument, built anew in hot loops: what a trace makes of it inline.
def total(*arguments):
    s = 0
    for i in range(*arguments):
        s = s * 3 % 1000003 + i
    return s


def nested(n):
    s = 0
    for i in range(n):
        for j in range(i):
            s += j
        for j in range(i, n):
            s -= j
        for j in range(n, i, -1):
            s += j * 2
        for j in range(i, n, 3):
            s ^= j
        for j in range(n, -i, -7):
            s += 1
    return s


print(nested(5), nested(60))


def varied(limits):
    out = []
    for a, b, c in limits:
        count = 0
        for i in range(a, b, c):
            count += 1
            if count == 5:
                break
        r = range(a, b, c)
        out.append((count, len(r), r[0] if r else None, r[-1] if r else None))
    return out


limits = [(0, 10, 1), (10, 0, -1), (0, 10, -1), (5, 5, 1), (-3, 3, 2), (3, -3, -2), (0, 7, 7), (0, 8, 7),
          (2**47 - 3, 2**47 + 4, 1), (-2**47 - 3, -2**47 + 4, 2), (2**62, -2**62, -2**60), (2**70, 2**70 + 3, 1),
          (0, 2**65, 2**63), (True, 5, True)]
for row in varied(limits * 30)[-len(limits):]:
    print(row)


def steps(values):
    good = bad = 0
    for step in values:
        try:
            good += sum(range(0, 20, step))
        except ValueError as e:
            bad += 1
            message = str(e)
    return good, bad, message


print(steps([1, 2, 3, -1, 0] * 200))


def kinds(values):
    out = {}
    for v in values:
        try:
            name = "%d" % len(range(v))
        except TypeError as e:
            name = str(e)
        out[name] = out.get(name, 0) + 1
    return out


class Index:
    def __index__(self):
        return 4


print(kinds([3, -3, 0, True, Index(), 2.0, None, "x"] * 100))


def kept(n):
    rows = []
    for i in range(n):
        r = range(i, i + 3)
        if i % 10 == 0:
            rows.append(r)
    return rows


rows = kept(100)
print(rows[:3], len(rows), rows[-1].stop, rows[-1].step, range(3) == range(0, 3, 1), hash(rows[0]) == hash(range(3)))
print(total(100), total(5, 50), total(50, 5, -3), total(0))
