# dict methods: get, setdefault, pop, popitem, update, merge, views, fromkeys, copies, error texts.
d = {"a": 1, "b": 2}
print(d["a"], d.get("z"), d.get("z", 0), d.setdefault("c", 3), d.setdefault("a", 99), d)
print(d.pop("b"), d.pop("nope", "dflt"), d.popitem(), d, len(d))
d.update({"x": 1}, y=2)
d.update([("p", 5), ["q", 6]])
d.update()
d |= {"r": 7}
print(d, d | {"a": 0, "new": 1}, {"a": 0} | d)
for f in (lambda: d["missing"], lambda: d.pop("missing"), lambda: {}.popitem(), lambda: d[[1]], lambda: {{}: 1}, lambda: d.update(5), lambda: d.update([1]),
          lambda: d.update([(1, 2, 3)]), lambda: d + {}, lambda: d < {}, lambda: d.foo, lambda: dict(1), lambda: {**5}, lambda: d | [1]):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
print(list(d), list(d.keys()), list(d.values()), list(d.items()), list(reversed(d)), "x" in d, 1 in d.values(), ("x", 1) in d.items())
k = d.keys()
del d["x"]
d["later"] = None
print(k, len(k), d.values(), d.items())
print(sorted(k & {"a", "p", "zz"}), sorted(k - {"a"}), sorted({"a": 1}.keys() | {"b"}), {"a": 1}.keys() == {"a"}, {"a": 1}.items() == {("a", 1)})
print(dict.fromkeys("abc"), dict.fromkeys([1, 2], 0), dict([(1, 2)]), dict(a=1, b=2), dict({"k": 1}, k=2), dict(zip("ab", range(2))), {**{"a": 1}, "b": 2, **{"a": 3}})
c = d.copy()
c["only"] = 1
print("only" in d, d == c, {"a": 1, "b": 2} == {"b": 2, "a": 1}, {1: 1} == {1.0: True}, {} == {}, {"a": 1} != {"a": 2})
e = {"l": []}
f = e.copy()
f["l"].append(1)
print(e, f, e.clear(), e)
g = {}
g[1] = "int"
g[1.0] = "float"
g[True] = "bool"
g["1"] = "str"
g[(1,)] = "tuple"
g[None] = "none"
g[0.1 + 0.2] = "sum"
print(g, len(g), g.get(1.0), g[0.30000000000000004], min({3: 0, 1: 0}), sorted({2: "b", 1: "a"}), sum({1: 2, 3: 4}), any({}), max({"a": 5, "b": 2}, key={"a": 5, "b": 2}.get))
