# cached_property, properties on classes changed at run time, instance attributes that hide nothing, getattr fallbacks.
import functools


class Data:
    def __init__(self, xs):
        self.xs = xs
        self.computed = 0

    @functools.cached_property
    def total(self):
        self.computed += 1
        return sum(self.xs)

    @property
    def mean(self):
        return self.total / len(self.xs)

    def __getattr__(self, name):
        if name == "virtual":
            return "from __getattr__"
        raise AttributeError(f"Data has no {name}")


d = Data([1, 2, 3])
print(d.total, d.total, d.mean, d.computed, "total" in vars(d))
del d.total
d.xs.append(4)
print(d.total, d.computed, d.virtual)
try:
    d.nope
except AttributeError as e:
    print(e)
d.__dict__["mean"] = "hidden"
print(d.mean)
s = 0
for i in range(600):
    s += d.total + d.mean + len(d.virtual)
    if i == 200:
        del d.total
        d.xs.append(10)
    if i == 400:
        Data.mean = property(lambda self: 0)
    if i == 500:
        del Data.mean
        d.__dict__["mean"] = 7
print(s, d.computed)


class View:
    def __init__(self, **kw):
        self.data = kw

    @property
    def keys(self):
        return sorted(self.data)


def field(name):
    def get(self):
        return self.data[name]

    def put(self, v):
        self.data[name] = v
    return property(get, put)


for n in ("width", "height"):
    setattr(View, n, field(n))
v = View(width=2, height=3)
for i in range(300):
    v.width += 1
    v.height = v.width * 2 if i % 2 else v.height - 1
print(v.width, v.height, v.keys, v.data)
p = property()
print(p.fget, p.fset, p.getter(len).fget is len)
