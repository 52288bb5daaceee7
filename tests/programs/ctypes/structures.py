# Structures and unions: layout, nesting, arrays and pointers in them, hot access.
from ctypes import *


class Point(Structure):
    _fields_ = [("x", c_int), ("y", c_double)]


class Box(Structure):
    _fields_ = [("tag", c_char), ("lo", Point), ("hi", Point), ("name", c_char * 6),
                ("row", c_short * 3)]


class Either(Union):
    _fields_ = [("i", c_int), ("f", c_float), ("b", c_ubyte * 4)]


class Packed(Structure):
    _pack_ = 1
    _fields_ = [("a", c_char), ("b", c_int), ("c", c_short)]


class Derived(Point):
    _fields_ = [("z", c_byte)]

    def norm(self):
        return self.x + self.y + self.z


class Node(Structure):
    pass


Node._fields_ = [("value", c_int), ("next", POINTER(Node))]

for t in (Point, Box, Either, Packed, Derived, Node):
    print(t.__name__, sizeof(t), alignment(t), [n[0] for n in t._fields_])
print(Point.x, Point.y, Box.hi.offset, Box.row.size)
p = Point(3, 4.5)
print(p.x, p.y, Point(y=2.0).y, Point(7).x)


def move(p, n):
    for i in range(n):
        p.x += 1
        p.y = p.y * 0.5 + p.x
    return p.x, p.y


print(move(p, 400))
b = Box(b"t", (1, 2.0), Point(3, 4.0), b"name", (c_short * 3)(5, 6, 7))
print(b.tag, b.lo.x, b.lo.y, b.hi.x, b.hi.y, b.name, b.row[:])
b.lo.x = 99
b.row[1] = -1
b.hi = b.lo
b.name = b"longer"
print(b.lo.x, b.row[:], b.hi.x, b.name)
e = Either(f=1.0)
print(hex(e.i), e.b[:])
e.b[3] = 0xc0
print(e.f)
q = Packed(b"a", 1 << 20, -5)
print(q.a, q.b, q.c, bytes(string_at(byref(q), sizeof(q))))
d = Derived(1, 2.0, 3)
print(d.norm(), d.z, isinstance(d, Point))
nodes = [Node(i) for i in range(50)]
for m, n in zip(nodes, nodes[1:]):
    m.next = pointer(n)


def length(node):
    count, s = 0, 0
    while True:
        count += 1
        s += node.value
        if not node.next:
            return count, s
        node = node.next.contents


print([length(nodes[i]) for i in (0, 25, 49)])
points = (Point * 20)()
for i in range(20):
    points[i].x = i
    points[i].y = i / 2
print(sum(pt.x for pt in points), sum(points[i].y for i in range(20)))
for bad in (lambda: Point(1, 2, 3), lambda: Point(1, x=2), lambda: setattr(p, "x", "s"),
            lambda: setattr(p, "x", 1.5), lambda: p.nothing, lambda: Point("a")):
    try:
        bad()
    except (TypeError, AttributeError) as err:
        print(type(err).__name__, err)
cp = Point.from_buffer_copy(bytes(bytearray(p)) if False else string_at(byref(p), sizeof(p)))
print(cp.x == p.x, cp.y == p.y)
