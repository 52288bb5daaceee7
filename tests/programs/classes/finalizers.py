# __del__: with the last reference, in cycles at a collection, once only, and at the end.
import gc
import sys
import weakref


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


a = Loud("deleted")
del a
print("after del")
b = Loud("none")
b = None
print("after None")


def local():
    x = Loud("local")
    print("in local")


local()
print("after local")
c = Loud("first")
c = Loud("second")
print("bound again")


class Parent:
    def __init__(self):
        self.child = Loud("child")

    def __del__(self):
        print("del parent, child", self.child.name)


p = Parent()
del p
print("after parent")
for i in range(3):
    t = Loud(f"loop {i}")
print("after loop")


class Lazarus:
    alive = []

    def __del__(self):
        print("rises")
        Lazarus.alive.append(self)


r = Lazarus()
del r
print(len(Lazarus.alive), type(Lazarus.alive[0]).__name__)
Lazarus.alive.clear()
gc.collect()
print("gone for good")

w = Loud("watched")
ref = weakref.ref(w, lambda r: print("callback", r is ref))
print(ref() is w)
del w
print(ref())


class Faulty:
    def __del__(self):
        raise ValueError("in __del__")


def hook(args):
    print("unraisable:", args.exc_type.__name__, args.exc_value, args.err_msg,
          args.object is Faulty.__del__)


sys.unraisablehook = hook
f = Faulty()
del f
sys.unraisablehook = sys.__unraisablehook__

m, n = Loud("m"), Loud("n")
m.other, n.other = n, m
del m, n
print("cycle")
gc.collect()
print("collected")


class Number(int):
    def __del__(self):
        print("del number", int(self))


k = Number(7)
del k


class Stack(list):
    def __del__(self):
        print("del stack", len(self))


s = Stack([1, 2])
s = 0


def many():
    count = [0]

    class Counted:
        def __del__(self):
            count[0] += 1

    for _ in range(300):
        x = Counted()
    del x
    return count[0]


print(many())


# A long row of objects, each of which ends when the one before it has.
class Link:
    count = 0

    def __init__(self, next):
        self.next = next

    def __del__(self):
        Link.count += 1


row = None
for _ in range(300):
    row = Link(row)
del row
print(Link.count)
last = Loud("at the end")
other = Loud("at the end, too")
