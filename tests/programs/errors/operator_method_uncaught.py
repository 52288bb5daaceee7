# Tracebacks through operator methods, properties, iterators and __init__.
class Vec:
    def __init__(self, *xs):
        self.xs = [float(x) for x in xs]

    def __add__(self, o):
        return Vec(*[a + b for a, b in zip(self.xs, o.xs, strict=True)])

    def __iter__(self):
        return iter(self.xs)

    def __getitem__(self, i):
        return self.xs[i]

    @property
    def z(self):
        return self[2]


print(list(Vec(1, 2) + Vec(3, 4)), Vec(1, 2, 3).z)
for f in (lambda: Vec("x"), lambda: Vec(1) + Vec(1, 2), lambda: Vec(1) + 1, lambda: Vec(1)["a"]):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
print((Vec(1, 2) + Vec(1, 2)).z)
