# Insertion order across deletion, reinsertion and growth; changes during iteration; many deletions.
d = {}
for i in [5, 3, 9, 1]:
    d[i] = str(i)
d[3] = "updated"
del d[9]
d[9] = "again"
print(d, list(d))
d.pop(5)
d[5] = "back"
print(list(d.items()), d.popitem(), list(reversed(d.keys())))
for action in ("add", "delete", "replace", "clear"):
    x = {k: k for k in range(5)}
    seen = []
    try:
        for k in x:
            seen.append(k)
            if k == 2:
                if action == "add":
                    x["new"] = 1
                elif action == "delete":
                    del x[4]
                elif action == "replace":
                    x[k] = "r"
                else:
                    x.clear()
    except RuntimeError as e:
        print(action, e, seen)
    else:
        print(action, "ok", seen, x)
x = {1: 1}
try:
    for k in x:
        del x[k]
        x[k + 1] = 1
except RuntimeError as e:
    print(e, x)
big = {}
for i in range(1000):
    big[i * 7919 % 1009] = i
    if i % 3 == 0:
        big.pop(i * 7919 % 1009)
print(len(big), list(big)[:8], list(big.values())[-5:], sum(k * v for k, v in big.items()))
for k in list(big):
    if k % 10:
        del big[k]
print(len(big), sorted(big)[:10])
for i in range(50):
    big["s%d" % i] = i
    big[-i] = i
    big[i + 0.5] = -i
print(len(big), list(big)[-6:], big["s49"], big[-49], big[10.5], big.get("s50"))
q = {}
for i in range(500):
    q[i] = i
    if len(q) > 10:
        q.pop(next(iter(q)))
print(q)
h = {-1: "a", -2: "b", 2 ** 61 - 2: "c", 0: "d", 2 ** 61 - 1: "e"}
print(h, len(h), h[-2], h[2 ** 61 - 1], 2 ** 61 in h)
