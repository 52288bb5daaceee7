# Read-only views of mappings of all kinds.
import collections
import types


class Missing(dict):
    def __missing__(self, key):
        return f"no {key}"


class Loud(collections.UserDict):
    def __getitem__(self, key):
        return "<" + self.data[key] + ">"


class Minimal:
    def __getitem__(self, key):
        return key * 2

    def __len__(self):
        return 7

    def __iter__(self):
        return iter("abc")


ordered = collections.OrderedDict(a=1, b=2)
for mapping in (ordered, collections.ChainMap({"a": 1}, {"b": 2}), collections.UserDict(a=1, b=2),
                collections.Counter("aab"), collections.defaultdict(int, a=1, b=2),
                Missing(a=1), {"a": 1, "b": 2}):
    p = types.MappingProxyType(mapping)
    print(p, repr(p), len(p), list(p), "a" in p, "z" in p, p["a"], p.get("z"), p.get("z", 5))
    print(list(p.keys()), list(p.values()), list(p.items()), p == mapping, p != mapping)
    print(isinstance(p, types.MappingProxyType), p.__class__, p.copy(), type(p.copy()).__name__)
    for act in (lambda: p.__setitem__, lambda: p.clear, lambda: p.attribute, lambda: hash(p)):
        try:
            print(act())
        except (AttributeError, TypeError) as e:
            print(type(e).__name__, e)
    try:
        p["a"] = 3
    except TypeError as e:
        print(e)
    try:
        del p["a"]
    except TypeError as e:
        print(e)

print(types.MappingProxyType(Missing())["key"])
loud = types.MappingProxyType(Loud(a="x"))
print(loud["a"], loud.get("a"), loud)
minimal = types.MappingProxyType(Minimal())
print(minimal["q"], len(minimal), list(minimal))
p = types.MappingProxyType(ordered)
ordered["c"] = 3
ordered.move_to_end("a")
print(p, list(reversed(p)), p | {"d": 4}, {"d": 4} | p)
try:
    p |= {"e": 5}
except TypeError as e:
    print(e)
for bad in ([], (), "text", 5, None, Minimal):
    try:
        print(len(types.MappingProxyType(bad)))
    except TypeError as e:
        print(e)
match p:
    case {"b": b, **rest}:
        print(b, rest)
