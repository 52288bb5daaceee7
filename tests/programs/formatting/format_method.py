# str.format: positions, names, attributes, items, nested fields, conversions, errors.
class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __str__(self):
        return "(%s, %s)" % (self.x, self.y)


pt = Point(3, -4)
print("{} {} {}".format(1, "two", 3.0), "{0} {1} {0}".format("a", "b"), "{a} {b}".format(b=1, a=2), "{0} {k}".format("pos", k="kw"))
print("{0.x} {0.y} {p.x} {0}".format(pt, p=pt), "{0[1]} {d[key]} {d[0]}".format([1, 2], d={"key": "v", 0: "zero"}))
print("{:>8}|{:<8}|{:^8}|{:*^8}|{:08.3f}|{:+}|{:,}".format("r", "l", "c", "s", 3.14159, 5, 1234567))
print("{:{}} {:{w}.{p}} {:{fill}^{width}}".format("a", 4, 3.14159, 7, w=8, p=3, fill="#", width=5))
print("{!r} {!s} {!a}".format("é", "é", "é"), "{{}} {{{}}}".format(1))
print("{:d} {:x} {:o} {:b} {:e} {:g} {:%} {:n}".format(10, 255, 8, 5, 1234.5, 0.0001, 0.25, 7))
for fmt, args, kw in (("{} {}", (1,), {}), ("{1}", (0,), {}), ("{k}", (), {}), ("{0.z}", (pt,), {}), ("{0[5]}", ([1],), {}), ("{0[k]}", ({},), {}),
                      ("{0} {}", (1, 2), {}), ("{", (1,), {}), ("}", (1,), {}), ("{!z}", (1,), {}), ("{:d}", ("s",), {}), ("{:.3}", (5,), {})):
    try:
        print(fmt.format(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)
print(format(3.14159, ".2f"), format(42, "06d"), format("x", ">3"), format(255, "#06x"), format(1e6, ","), format([1]), format(None), format(True))
print("{0:{1}}{0:{2}}".format("x", ">3", "<3"), "{}".format("{}"), "{:}".format(5), "{a[b]}".format(a={"b": {"c": 1}}), "{0[a][b]}".format({"a": {"b": 2}}))
print("{x} {y}".format_map({"x": 1, "y": 2}), "{:5}|{:5}|{:5}".format("s", 5, 5.0), "{:5}|{:<5}|{:=+5}".format(True, -5, 5))
