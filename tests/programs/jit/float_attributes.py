# Attributes that are floats in all objects of a class, until they are not: loops that rely on it
# have to notice every way of storing something else.


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


def total(points, rounds):
    t = 0.0
    for _ in range(rounds):
        for p in points:
            t += p.x * 0.5 + p.y
    return t


def describe(points):
    out = []
    for p in points:
        out.append(type(p.x).__name__)
    return " ".join(out)


def fresh(cls):
    # A class of its own for each case: its attributes have been floats only.
    made = type(cls.__name__, (cls,), {"__slots__": ()} if cls is Slotted else {})
    return made, [made(float(i), 0.25 * i) for i in range(8)]


def plain_store(o, value):
    o.x = value


def by_setattr(o, value):
    setattr(o, "x", value)


def by_object_setattr(o, value):
    object.__setattr__(o, "x", value)


def by_dict(o, value):
    o.__dict__["x"] = value


def by_dict_update(o, value):
    vars(o).update(x=value)


def by_new_dict(o, value):
    o.__dict__ = {"y": o.y, "x": value}


def by_deleting(o, value):
    del o.x
    o.x = value


def by_deleting_both(o, value):
    y = o.y
    del o.x, o.y
    o.x = value
    o.y = y


def by_class(o, value):
    class Other:
        pass

    other = Other()
    other.x = value
    other.y = 1.5
    other.__class__ = type(o)
    return other


WAYS = [plain_store, by_setattr, by_object_setattr, by_dict, by_dict_update, by_new_dict,
        by_deleting, by_deleting_both, by_class]

for cls in (Point, Slotted):
    for way in WAYS:
        if cls is Slotted and way in (by_dict, by_dict_update, by_new_dict, by_class):
            continue
        for value in (3, True, 10**20):
            made, points = fresh(cls)
            before = total(points, 200)
            other = way(points[3], value)
            if other is not None:
                points[3] = other
            print(cls.__name__, way.__name__, value, before, total(points, 200), describe(points))

# A value with which the arithmetic fails.
for value in (None, "text", [1]):
    made, points = fresh(Point)
    total(points, 300)
    points[5].x = value
    try:
        print(total(points, 3))
    except TypeError as e:
        print("TypeError:", e)


# The change comes from a function that the loop calls, in the middle of it.
class Counter:
    def __init__(self):
        self.value = 0.0
        self.hook = None


def step(c, i):
    if i == 700:
        c.value = 7
    elif i == 900:
        setattr(c, "value", 2**70)


def run(c, n):
    seen = {}
    for i in range(n):
        c.value = c.value + 1
        step(c, i)
        kind = type(c.value).__name__
        seen[kind] = seen.get(kind, 0) + 1
    return seen, c.value


print(run(Counter(), 1000))
print(run(Counter(), 1000))


# Objects that are made in the loop and live for a moment only.
def momentary(n, late):
    made, _ = fresh(Point)
    t = 0
    for i in range(n):
        p = made(i * 0.5, 1.0 if i != late else 1)
        q = made(p.x + p.y, p.y)
        t += q.x - p.y
    return t, type(p.y).__name__, type(t).__name__


print(momentary(1000, 2000))
print(momentary(1000, 998))


# Kept objects, seen again after the loop was left.
def kept(n, late):
    made, _ = fresh(Point)
    held = []
    for i in range(n):
        p = made(i * 0.5, 0.5)
        if i % 100 == 0:
            held.append(p)
        if i == late:
            p.y = held
    return [(p.x, p.y if isinstance(p.y, float) else len(p.y)) for p in held]


print(kept(800, 700))


# A property and a subclass that store other types.
class Angle:
    def __init__(self, degrees):
        self._degrees = degrees

    @property
    def degrees(self):
        return self._degrees

    @degrees.setter
    def degrees(self, value):
        self._degrees = value


class Whole(Angle):
    @Angle.degrees.setter
    def degrees(self, value):
        self._degrees = int(value)


def turn(angles, n):
    for i in range(n):
        for a in angles:
            a.degrees = a.degrees + 0.75
    return [a.degrees for a in angles]


print(turn([Angle(1.0), Angle(2.0)], 500))
print(turn([Angle(1.0), Whole(2.0), Angle(3)], 500))

# Floats of all kinds.
nan, inf = float("nan"), float("inf")
made, points = fresh(Point)
for k, x in enumerate((nan, inf, -inf, -0.0, 0.0, 5e-324, 1.7976931348623157e308, -1.0)):
    points[k].x = x
print(total(points, 300), [p.x for p in points])
points[0].x = points[1].x = points[2].x = points[6].x = 0.0
print(total(points, 300), [p.x for p in points])
