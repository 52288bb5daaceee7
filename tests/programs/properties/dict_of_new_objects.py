# Asking for an object's __dict__ moves its attributes: what was loaded before says nothing of after.


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


class Named:
    def __init__(self, name):
        self.name = name
        self.kind = "n"


def by_attribute(p):
    before = p.y
    names = p.__dict__
    return before, p.x, p.y, len(names)


def by_vars(p):
    before = p.y
    names = vars(p)
    return before, p.x, p.y, len(names)


def by_getattr(p):
    before = p.y
    names = getattr(p, "__dict__")
    return before, p.x, p.y, len(names)


def store_behind(p):
    names = p.__dict__
    p.x += 1
    names["y"] = 5
    p.z = p.x + p.y
    return p.x, p.y, p.z, sorted(names.items())


def update_behind(n):
    p = Named("a")
    p.__dict__.update(kind=n, more=n + 1)
    return p.name, p.kind, p.more


for way in by_attribute, by_vars, by_getattr:
    totals = [0, 0, 0, 0]
    for i in range(1500):
        for k, n in enumerate(way(Point(i, -i))):
            totals[k] += n
    print(way.__name__, totals)

for i in range(1500):
    seen = store_behind(Point(i, -i))
    also = update_behind(i)
    if i % 500 == 499:
        print(seen, also)

# One object, asked again and again.
p = Point(1, 2)
total = 0
for i in range(1500):
    p.__dict__["x"] = i
    total += p.x + p.y + len(p.__dict__)
print(total, vars(p) is p.__dict__)


def by_hasattr(p):
    before = p.y
    has = hasattr(p, "__dict__")
    return before, p.x, p.y, has


totals = [0, 0, 0, 0]
for i in range(1500):
    for k, n in enumerate(by_hasattr(Point(i, -i))):
        totals[k] += n
print(totals)
