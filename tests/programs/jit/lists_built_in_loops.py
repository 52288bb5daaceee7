# List displays, starred calls and starred targets in hot loops: lists that escape and lists that
# do not, elements whose types change on the way, exits between building and using them.


def sums(n):
    total = 0
    for i in range(n):
        row = [i, i + 1, i + 2]
        total += row[0] * row[-1] - len(row)
    return total


def kinds(n):
    kept = []
    for i in range(n):
        x = i if i % 7 else i / 2
        pair = [x, x]
        mixed = [i, 0.5, None, "s"]
        truths = [i > 5, i % 2 == 0, True]
        empty = []
        if i % 50 == 0:
            kept.append((pair, mixed, truths, empty))
        if i % 60 == 0:
            pair.append("later")
            truths[0] = 7
            mixed[0] = None
            empty.append(i)
    return kept


def big(n):
    out = []
    for i in range(n):
        out.append([1 << 60, i << 45, -i])
    return out[-1], out[0]


def f(a, b, c=0, *more, k=1):
    return a + b * 2 + c * 3 + sum(more) + k


def starred(n):
    total = 0
    t = (1, 2, 3)
    row = [4, 5]
    for i in range(n):
        t = (i, t[0], t[1])
        total += f(*t) + f(i, *row) + f(*row, *t, i, k=i)
        total += f(*range(2), *(x for x in (i, 1)))
        wide = (*t, *row, i)
        total += wide[-1] + len(wide)
    return total, wide


def taken_apart(n):
    total = 0
    for i in range(n):
        a, *rest = (i, 1, 2.5)
        *front, z = [i, i, "z"]
        x, *none, y = i, i + 1
        total += a + len(rest) + rest[0] + len(front) + front[1] + x * y + len(none)
        rest.append(z)
        none.append(rest)
    return total, none


def recursive_sum(row):
    if not row:
        return 0
    head, *tail = row
    return head + recursive_sum(tail)


def nested(n):
    grid = [[0] * 3 for _ in range(3)]
    for i in range(n):
        grid = [[a + 1, b, c + i] for a, b, c in grid]
        for p, (q, r) in [(i, [i, 2]), (1, [2, 3])]:
            grid[0][0] += p - q + r
    return grid


def too_few(n):
    failures = 0
    for i in range(n):
        try:
            a, b, *c = (1, 2, 3)[: i % 4]
        except ValueError as e:
            failures += 1
            last = str(e)
    return failures, last


def not_iterable(n):
    texts = set()
    for i in range(n):
        try:
            f(1, *(i if i % 3 else [2, 3]))
        except TypeError as e:
            texts.add(str(e))
    return sorted(texts)


print(sums(3000))
print(kinds(400))
print(big(2000))
print(starred(2000))
print(taken_apart(2000))
print([recursive_sum(list(range(n))) for n in range(0, 60, 7)])
print(nested(1500))
print(too_few(1500))
print(not_iterable(900))


class Slotted:
    __slots__ = ("a",)


# A call may write into what it is given, though nothing else knows the new object yet.
def handed_on(n):
    total = 0
    for i in range(n):
        row = [i]
        row.append(2)
        o = Slotted()
        setattr(o, "a", i)
        total += len(row) + row[-1] + o.a
    return total


print(handed_on(2000))
