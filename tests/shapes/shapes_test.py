#!/usr/bin/python3
"""What typical loops become. A figure that is asserted here is one that a reader of the loop would expect; what
is left open (names of registers, order of ops) may change freely. When a test fails, the message shows the ops."""
import unittest

from shape import Shape

BOXING = ("box_int", "box_float", "box_bool")


class ShapeTest(unittest.TestCase):
    def shape(self, program, result, settings=""):
        shape = Shape(program, settings)
        self.assertEqual(shape.output, str(result) + "\n")
        return shape

    def assert_tight(self, shape, unit, guards, also=()):
        """The loop is peeled; an iteration tests so many exits at the most, and neither boxes, allocates nor calls,
        but for the ops in `also`."""
        what = shape.describe()
        self.assertTrue(unit.is_peeled, what)
        self.assertLessEqual(unit.guards(), guards, what)
        for op in (*BOXING, "new", "call", "load_field", "store_field", "load_inline", "store_inline", "slot_load"):
            if op not in also:
                self.assertEqual(unit.count(op), 0, "%s in\n%s" % (op, what))


class Numbers(ShapeTest):
    def test_int_loop(self):
        shape = self.shape("""
def f(n):
    s = 0
    for i in range(n):
        s += i & 15
    return s
print(f(20000))
""", 150000)
        # One exit for the end of the range, one for the overflow of s. The range cannot overflow.
        self.assert_tight(shape, shape.loop("f"), guards=2)
        self.assertEqual(len(shape.units), 1)

    def test_while_loop(self):
        shape = self.shape("""
def f(n):
    i = s = 0
    while i < n:
        s += i
        i += 1
    return s
print(f(20000))
""", 199990000)
        loop = shape.loop("f")
        self.assert_tight(shape, loop, guards=2)
        self.assertEqual(loop.count("add_ov"), 1, "i < n bounds i: its increment needs no test\n" + shape.describe())

    def test_float_loop(self):
        shape = self.shape("""
def f(n):
    x = 0
    for i in range(n):
        x = x + i * 0.5
    return x
print(f(20000))
""", 99995000.0)
        loop = shape.loop("f")
        self.assert_tight(shape, loop, guards=1)
        self.assertEqual(loop.count("fmul", "fadd", "int_to_float"), 3, shape.describe())

    def test_module_level(self):
        # Globals that change are cells: read once, and written at exits.
        shape = self.shape("""
s = 0
for i in range(20000):
    s = s + i
print(s)
""", 199990000)
        self.assert_tight(shape, shape.loop("<module>"), guards=2)


class Control(ShapeTest):
    def test_branch(self):
        shape = self.shape("""
def f(n):
    s = 0
    for i in range(n):
        if i & 1:
            s += 3
        else:
            s -= 1
    return s
print(f(20000))
""", 20000)
        self.assert_tight(shape, shape.loop("f"), guards=3)
        bridges = shape.of_kind("bridge")
        self.assertEqual(len(bridges), 1, shape.describe())
        self.assertEqual(bridges[0].parent, shape.loop("f").id)
        self.assertLessEqual(shape.failures[shape.loop("f").id], 110, "the bridge is taken instead of the exit")

    def test_nested_loops(self):
        shape = self.shape("""
def f(n):
    s = 0
    for i in range(n):
        for j in range(100):
            s += j
    return s
print(f(3000))
""", 14850000)
        # The rest of the outer loop is a bridge from the inner one's end to its body.
        inner = next(u for u in shape.of_kind("loop") if u.name == "f:5")
        self.assert_tight(shape, inner, guards=2)
        self.assertTrue(any(u.count("jump_body") for u in shape.of_kind("bridge")), shape.describe())
        self.assertLessEqual(len(shape.units), 5, shape.describe())
        # A trip count that divides the threshold has recordings begin at the last iteration.
        self.assertLessEqual(len(shape.aborts), 4, shape.describe())


class CalleeLoops(ShapeTest):
    """Loops in functions that the loop around them calls."""

    def test_many_ways_are_called(self):
        shape = self.shape("""
def down(x):
    way = 0
    while x > 1:
        if x & 1:
            x = x * 5 >> 3
            way += 3
        elif x & 2:
            x = x * 3 >> 2
            way ^= 5
        else:
            x >>= 1
        way &= 1023
    return way
def f(n):
    s = 0
    for i in range(n):
        s += down(i * 7919 & 65535)
    return s
print(f(20000))
""", 458118)
        # Inlined, each round of the inner loop would want bridges of its own.
        self.assertLess(len(shape.of_kind("bridge")), 25, shape.describe())
        loop = shape.loop("f")
        self.assertEqual(loop.count("call_unit"), 1, shape.describe())

    def test_few_rounds_are_inlined(self):
        shape = self.shape("""
def dot(a, b):
    s = 0
    for k in (0, 1, 2):
        s += a[k] * b[k]
    return s
def f(n):
    s = 0
    for i in range(n):
        s += dot((i, 1, 2), (1, i, 3))
    return s
print(f(20000))
""", 400100000)
        # What is in a tuple that the program names is known to the trace.
        self.assert_tight(shape, shape.loop("f"), guards=4)


class Objects(ShapeTest):
    def test_attributes(self):
        shape = self.shape("""
class C:
    def __init__(self):
        self.a = 0
        self.b = 1.0
def f(c, n):
    for i in range(n):
        c.a += 1
        c.b = c.b * 0.5 + 1.0
    return c.a
print(f(C(), 20000))
""", 20000)
        # Both attributes live in registers while the loop runs.
        self.assert_tight(shape, shape.loop("f"), guards=2)

    def test_method_calls(self):
        shape = self.shape("""
class Account:
    def __init__(self):
        self.total = 0
    def add(self, x):
        self.total += self.rate(x)
    def rate(self, x):
        return x * 2
def f(account, n):
    for i in range(n):
        account.add(i)
    return account.total
print(f(Account(), 20000))
""", 399980000)
        self.assert_tight(shape, shape.loop("f"), guards=3)

    def test_temporary_objects_are_sunk(self):
        shape = self.shape("""
class V:
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def plus(self, o):
        return V(self.x + o.x, self.y + o.y)
def f(n):
    d = V(1.0, 2.0)
    s = 0.0
    for i in range(n):
        s += V(s, 1.0).plus(d).y
    return s
print(f(20000))
""", 60000.0)
        self.assert_tight(shape, shape.loop("f"), guards=1)

    def test_objects_that_stay_are_allocated(self):
        shape = self.shape("""
class V:
    def __init__(self, x):
        self.x = x
def f(n):
    v = V(0.0)
    for i in range(n):
        v = V(v.x + 1.0)
    return v.x
print(f(20000))
""", 20000.0)
        loop = shape.loop("f")
        self.assertLessEqual(loop.count("new"), 1, shape.describe())
        self.assertEqual(loop.calls(), [], shape.describe())

    def test_closure(self):
        shape = self.shape("""
def counter():
    n = 0
    def up(k):
        nonlocal n
        n += k
        return n
    return up
def f(n):
    up = counter()
    for i in range(n):
        up(2)
    return up(0)
print(f(20000))
""", 40000)
        self.assert_tight(shape, shape.loop("f"), guards=2)

    def test_the_first_instance_is_like_the_others(self):
        shape = self.shape("""
class P:
    def __init__(self, x):
        self.a = self.b = self.c = self.d = self.e = self.f = x
def f(points, n):
    s = 0
    for i in range(n):
        s += points[i & 1].f
    return s
print(f([P(1), P(2)], 20000))
""", 30000)
        self.assertEqual(shape.of_kind("bridge"), [], shape.describe())
        self.assertEqual(shape.loop("f").count("load_inline"), 1, shape.describe())


class ClassAttributes(ShapeTest):
    def test_static_and_class_methods(self):
        shape = self.shape("""
class A:
    scale = 3
    @staticmethod
    def twice(x):
        return 2 * x
    @classmethod
    def scaled(cls, x):
        return x * cls.scale
class B(A):
    scale = 5
def f(b, n):
    s = 0
    for i in range(n):
        s += b.twice(i) + A.twice(i) + b.scaled(i) + A.scaled(i)
    return s
print(f(B(), 20000))
""", 2399880000)
        self.assert_tight(shape, shape.loop("f"), guards=9)


class ClassTests(ShapeTest):
    def test_isinstance_costs_nothing(self):
        shape = self.shape("""
class A: pass
class B(A): pass
def f(b, n):
    s = 0
    for i in range(n):
        if isinstance(b, A) and isinstance(i, (str, int)) and not isinstance(i, (list, tuple)):
            s += i & 15
    return s
print(f(B(), 20000))
""", 150000)
        self.assert_tight(shape, shape.loop("f"), guards=2)


class Iteration(ShapeTest):
    def test_generator(self):
        shape = self.shape("""
def squares(n):
    for i in range(n):
        yield i * i
def f(n):
    s = 0
    for x in squares(n):
        s += x & 7
    return s
print(f(20000))
""", 30000)
        # The generator's frame is inlined: its registers are written at exits only.
        loop = shape.loop("f")
        # Its resume point is still tested and written in every iteration: two guards, two stores.
        self.assert_tight(shape, loop, guards=5, also=("load_field", "store_field"))
        self.assertEqual(loop.count("store_gen", "load_gen"), 0, shape.describe())

    def test_pipeline(self):
        shape = self.shape("""
def numbers(n):
    for i in range(n):
        yield i
def doubled(source):
    for x in source:
        yield x + x
def f(n):
    return sum(x & 3 for x in doubled(numbers(n)))
print(f(20000))
""", 20000)
        # One loop through four frames: nothing is called, and no frame is made.
        loops = [u for u in shape.of_kind("loop") if u.is_peeled]
        self.assertEqual(len(loops), 1, shape.describe())
        self.assertEqual((loops[0].calls(), loops[0].count("new", "call_unit")), ([], 0), shape.describe())
        self.assertLessEqual(loops[0].guards(), 14, shape.describe())


    def test_a_range_made_in_a_loop(self):
        shape = self.shape("""
def f(n):
    s = 0
    for i in range(n):
        for j in range(i & 7, 8):
            s += j
    return s
print(f(20000))
""", 420000)
        bridges = shape.of_kind("bridge")
        self.assertTrue(bridges, shape.describe())
        for bridge in bridges:  # from the end of the inner loop to its next start
            self.assertEqual(bridge.calls(), [], shape.describe())
            self.assertLessEqual(bridge.count("new"), 1, "only the iterator lives on\n" + shape.describe())


class Containers(ShapeTest):
    def test_list_index(self):
        shape = self.shape("""
def f(a, n):
    s = 0
    for i in range(n):
        s += a[i]
    return s
print(f(list(range(20000)), 20000))
""", 199990000)
        loop = shape.loop("f")
        self.assert_tight(shape, loop, guards=3)  # the end, the bounds, the sum
        self.assertEqual(loop.count("load_i64"), 1, "the list stores plain integers\n" + shape.describe())

    def test_list_iteration(self):
        shape = self.shape("""
def f(a):
    s = 0
    for x in a:
        s += x
    return s
print(f(list(range(20000))))
""", 199990000)
        self.assert_tight(shape, shape.loop("f"), guards=2)

    def test_list_store(self):
        shape = self.shape("""
def f(a, n):
    i = 0
    while i < n:
        a[i] = i
        i += 1
    return a[5]
print(f([0] * 20000, 20000))
""", 5)
        self.assert_tight(shape, shape.loop("f"), guards=2)

    def test_list_append(self):
        shape = self.shape("""
def f(n):
    out = []
    for i in range(n):
        out.append(i)
    return len(out)
print(f(20000))
""", 20000)
        loop = shape.loop("f")
        self.assertTrue(loop.is_peeled, shape.describe())
        self.assertLessEqual(len(loop.calls()), 1, shape.describe())
        self.assertLessEqual(loop.guards(), 4, shape.describe())

    def test_dict(self):
        shape = self.shape("""
def f(n):
    d = {}
    for i in range(n):
        k = i & 63
        if k in d:
            d[k] = d[k] + 1
        else:
            d[k] = 1
    return len(d)
print(f(20000))
""", 64)
        loop = shape.loop("f")
        self.assertLessEqual(loop.guards(), 12, shape.describe())
        self.assertLessEqual(len(loop.calls()), 6, shape.describe())
        self.assertEqual(loop.count("new"), 0, shape.describe())

    def test_string_building(self):
        shape = self.shape("""
def f(n):
    s = ""
    for i in range(n):
        s += "ab"
    return len(s)
print(f(20000))
""", 40000)
        loop = shape.loop("f")
        self.assertTrue(loop.is_peeled, shape.describe())
        self.assertEqual(len(loop.calls()), 1, shape.describe())
        self.assertLessEqual(loop.guards(), 4, shape.describe())


class Settings(ShapeTest):
    PROGRAM = """
def f(n):
    s = 0
    for i in range(n):
        s += i & 15
    return s
print(f(20000))
"""

    def test_without_peeling(self):
        shape = self.shape(self.PROGRAM, 150000, "disable=peel")
        loop = shape.loop("f")
        self.assertFalse(loop.is_peeled)
        self.assertGreater(loop.guards(), 3, "the iterator is tested in every iteration\n" + shape.describe())

    def test_few_registers_spill(self):
        program = """
def f(n):
    a = b = c = d = 1
    for i in range(n):
        a += b; b += c; c += d; d += a & 1
        a &= 1023; b &= 1023; c &= 1023
    return a
print(f(2000) >= 0)
"""
        spills = [self.shape(program, True, settings).loop("f").spills for settings in ("", "registers=6")]
        self.assertLess(spills[0], spills[1])

    def test_off(self):
        self.assertEqual(self.shape(self.PROGRAM, 150000, "off").units, {})


if __name__ == "__main__":
    unittest.main()
