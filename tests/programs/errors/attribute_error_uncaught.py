# AttributeError texts on builtins, instances, classes, modules, None; uncaught with a suggestion on stderr.
import math


class Point:
    def __init__(self):
        self.coordinate = 1
        self.length = 2


p = Point()
for f in (lambda: p.zzz, lambda: Point.zzz, lambda: math.zzz, lambda: None.x, lambda: (1).foo, lambda: "s".foo, lambda: [].push, lambda: {}.add, lambda: (lambda: 0).zzz,
          lambda: len.zzz, lambda: int.zzz, lambda: 1.5.zzz, lambda: super(Point, p).zzz, lambda: getattr(p, "dyn"), lambda: ().append, lambda: {1}.append, lambda: True.zzz, lambda: range(3).zzz):
    try:
        f()
    except AttributeError as e:
        print(e)
for name in ("set", "del", "setint", "delmissing"):
    try:
        if name == "set":
            (5).x = 1
        elif name == "del":
            del "s".x
        elif name == "setint":
            [].x = 1
        else:
            del p.nothing
    except AttributeError as e:
        print(name, e)
print(getattr(p, "dyn", "default"), hasattr(p, "length"), hasattr(p, "width"))


def measure(q):
    return q.coordinate + q.lenght


measure(p)
