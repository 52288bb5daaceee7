# KeyError: repr of the key as message for all kinds of keys; uncaught from a subscript with carets.
class K:
    def __repr__(self):
        return "<K>"


d = {"a": {"b": 1}}
for k in ("x", 5, 2.5, None, (1, "two"), K(), "it's", "", True):
    try:
        d[k]
    except KeyError as e:
        print(e, e.args, str(e))
for f in (lambda: d.pop("zz"), lambda: {}.popitem(), lambda: set().pop(), lambda: {1}.remove(2), lambda: "%(k)s" % {}, lambda: "{k}".format()):
    try:
        f()
    except KeyError as e:
        print(repr(e), e)
try:
    del d["nope"]
except KeyError as e:
    print(e)


def get(d, *path):
    for p in path:
        d = d[p]
    return d


print(get(d, "a", "b"))
print(get(d, "a", "c"))
