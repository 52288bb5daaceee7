# Dicts used as queues, stacks and caches: entries that go at the start, the end and in the middle, and
# come again, so that rows of deleted entries lie before, between and behind those that are left.


def first(d):
    for k in d:
        return k
    return None


def queue(n, width):
    d = {}
    for i in range(width):
        d[i] = i
    total = 0
    for i in range(width, n):
        k = next(iter(d))
        total += k * d.pop(k)
        d[i] = i
    return total, list(d)


def cache(n, size):
    d, hits = {}, 0
    for i in range(n):
        k = i * i % 37 if i % 3 else i % 11
        if k in d:
            hits += 1
            d[k] = d.pop(k) + 1
        else:
            if len(d) >= size:
                del d[next(iter(d))]
            d[k] = 0
    return hits, d


def both_ends(n):
    d = {i: -i for i in range(n)}
    row = []
    while d:
        k = next(iter(d))
        row.append((k, d.pop(k)))
        if d:
            row.append(d.popitem())
        if len(d) % 3 == 0 and len(d) > 4:
            d[("new", len(d))] = k  # behind the last
        if len(d) > n // 2 and len(d) % 5 == 0:
            del d[list(d)[len(d) // 2]]
    return row, d, first(d)


def holes(n):
    d = dict.fromkeys(range(n))
    for k in range(n // 2):  # a row of deleted ones, which is known once somebody looks
        del d[k]
    a = first(d), len(d)
    for k in range(n // 2, n - 5):
        if k % 4:
            del d[k]
    b = first(d), list(d), list(reversed(d))
    del d[first(d)]
    c = first(d)
    d[0] = "again"
    for k in list(d)[:-1]:
        del d[k]
    return a, b, c, first(d), d, d.popitem(), first(d), list(d), len(d)


def cleared(n):
    d, row = {}, []
    for i in range(n):
        d[i % 7] = i
        if i % 5 == 4:
            del d[first(d)]
        if i % 29 == 28:
            d.clear()
        if i % 31 == 30:
            d = d.copy()
        if i % 41 == 40:
            while len(d) > 1:
                d.popitem()
        row.append((first(d), len(d)))
    return row


def while_walking(n):
    d = {i: i for i in range(n)}
    for k in range(0, n, 2):
        del d[k]
    walk = iter(d)
    seen = [next(walk) for _ in range(3)]
    try:
        del d[first(d)]
        next(walk)
    except RuntimeError as e:
        seen.append(str(e))
    d["x"] = 0  # as many as before
    try:
        seen.append(next(walk))
    except RuntimeError as e:
        seen.append(str(e))
    return seen


print(queue(3000, 1), queue(3000, 9))
print(cache(3000, 5), cache(3000, 16))
print(both_ends(60))
print(holes(40))
print(cleared(400))
print(while_walking(20))
