# Weak references after collections: what nothing else refers to is gone.
import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Node({self.name})"


def lose(log):
    n = Node("lost")
    return weakref.ref(n, lambda r: log.append(("callback", r() is None)))


def other_work(n):
    row = [str(i) for i in range(n)]
    return len(row) + (other_work(n - 1) if n else 0)


log = []
kept = Node("kept")
r = weakref.ref(kept)
lost = lose(log)
other_work(9)
gc.collect()
print(r(), r() is kept, lost(), log)
p = weakref.proxy(kept)
print(p.name, r == weakref.ref(kept), hash(r) == hash(kept), weakref.getweakrefcount(kept) >= 1)
p.name = "renamed"
print(kept)


def fill(cache, n):
    keep = []
    for i in range(n):
        node = Node(i)
        cache[i] = node
        if i % 10 == 0:
            keep.append(node)
    return keep


cache = weakref.WeakValueDictionary()
keep = fill(cache, 96)
gc.collect()
print(sorted(cache) == list(range(0, 96, 10)), len(cache) == len(keep), cache[50], cache.get(51))


class Tree:
    def __init__(self, parent=None):
        self.parent = None if parent is None else weakref.ref(parent)
        self.children = []
        if parent is not None:
            parent.children.append(self)


def tree():
    root = Tree()
    for i in range(3):
        Tree(Tree(root))
    return root


root = tree()
gc.collect()
print([c.parent() is root and c.children[0].parent() is c for c in root.children])


def finalized(log):
    n = Node("final")
    weakref.finalize(n, log.append, "finalized")


log = []
finalized(log)
gc.collect()
print(log)
for wrong in 5, "text", (1,), [1], None:
    try:
        weakref.ref(wrong)
    except TypeError as e:
        print(e)


def dead_half():
    return [weakref.ref(Node(i)) if i % 2 else weakref.ref(kept) for i in range(3000)]


refs = dead_half()
gc.collect()
alive = 0
for ref in refs:
    if ref() is not None:
        alive += 1
print(alive)

# References without a callback are shared.
n = Node("shared")
print(n.__weakref__)
first = weakref.ref(n)
print(weakref.ref(n) is first, n.__weakref__ is first, weakref.ref(n, log.append) is first)
print(weakref.proxy(n) is weakref.proxy(n), weakref.proxy(n, log.append) is weakref.proxy(n))


class Ref(weakref.ref):
    pass


print(Ref(n) is first, Ref(n) is Ref(n), weakref.ref(n) is first, first in weakref.getweakrefs(n))


class Slotted:
    __slots__ = ("x",)


class WithRoom(Slotted):
    __slots__ = ("__weakref__",)


for make in (Slotted, WithRoom, Node):
    try:
        o = make() if make is not Node else make("another")
        print(make.__name__, o.__weakref__, weakref.ref(o) is o.__weakref__)
    except (AttributeError, TypeError) as e:
        print(make.__name__, e)
for wrong in (5, "text", [1]):
    print(hasattr(wrong, "__weakref__"))
many = [Node(i) for i in range(500)]
refs = [weakref.ref(x) for x in many]
gc.collect()
print(all([weakref.ref(x) is r for x, r in zip(many, refs)]))
