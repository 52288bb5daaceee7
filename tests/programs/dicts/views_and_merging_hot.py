# Dict views, merging, inversion and nested dicts inside loops, with values of changing kinds.
prices = {"fern": 3, "palm": 12.5, "moss": 1}
stock = {"fern": 10, "moss": 0, "cactus": 4}
print({k: (prices.get(k), stock.get(k)) for k in sorted(prices.keys() | stock.keys())}, sorted(prices.keys() & stock.keys()), sorted(prices.keys() ^ stock.keys()))
total = 0
for i in range(200):
    for name, p in prices.items():
        total += p * stock.get(name, 1)
    if i == 100:
        prices["moss"] = 0.25
        stock["moss"] = 2 ** 60
    if i == 150:
        prices = {**prices, "cactus": 7}
        stock |= {"moss": 1}
print(total)
inv = {}
for i in range(300):
    inv.setdefault(i * i % 23, []).append(i)
print(sorted((k, len(v)) for k, v in inv.items()), {len(v): k for k, v in inv.items()})
tree = {}
for word in "tea ten tent to inn in i".split():
    node = tree
    for ch in word:
        node = node.setdefault(ch, {})
    node["$"] = len(word)
print(tree)


def count(t):
    return sum(1 if k == "$" else count(v) for k, v in t.items())


print(count(tree), sum(count(tree) for _ in range(50)))
rows = [{"id": i, "grp": "abc"[i % 3], "val": i * 1.5 if i % 2 else i} for i in range(240)]
agg = {}
for r in rows:
    g = agg.setdefault(r["grp"], {"n": 0, "sum": 0, "max": None})
    g["n"] += 1
    g["sum"] += r["val"]
    if g["max"] is None or r["val"] > g["max"]:
        g["max"] = r["val"]
print(agg)
d = {}
for i in range(500):
    d = {**d, i % 10: i} if i % 50 == 0 else d
    d.update({i % 7: i}, extra=i)
    if "extra" in d and len(d) > 8:
        del d["extra"]
print(d)
keys = d.keys()
vals = d.values()
d["new"] = None
print(len(keys), "new" in keys, None in vals, list(keys)[-1], list(d.items())[0])
