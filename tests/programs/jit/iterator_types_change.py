# A value that an iterator of another kind yields is of another type: no element may be lost where
# the type is checked behind the step.
def total(items):
    n = 0
    s = ""
    for x in items:
        if x == 7:
            n += 1000
        s = s + x if isinstance(x, str) else s
        n += x if isinstance(x, int) else 1
    return n, s


def hist(items):
    counts = {}
    for k in items:
        counts[k] = counts.get(k, 0) + 1
    return counts


print(hist([i % 5 for i in range(300)]))
print(hist("abracadabra" * 60))
print(hist({"a": 1, 2: 3, "c": 4}))
mixed = {}
for i in range(400):
    mixed[i if i % 3 else str(i)] = i
print(total(mixed), total(mixed.values()), total("xyz" * 50), total(iter(mixed)))


def increments(d):
    r = []
    for k in d:
        r.append(k + 1)
    return r


print(sum(increments(dict.fromkeys(range(300)))))
print(sum(increments(dict.fromkeys(i / 2 for i in range(300)))))
print(sum(increments(dict.fromkeys([i if i % 7 else i + 0.5 for i in range(300)]))))
for c in (reversed([1, 2, 3]), reversed((4, 5)), reversed({"k": 1}), reversed(range(3)), reversed([])):
    n = []
    for x in c:
        n.append(x)
    print(n)
