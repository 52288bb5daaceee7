# Instances gain, lose and retype attributes while a hot loop reads them; class attributes appear and are shadowed.
class P:
    z = 100

    def __init__(self, x):
        self.x = x


def run(objs, n):
    s = 0
    for i in range(n):
        o = objs[i % len(objs)]
        s += o.x
        if i == 200:
            o.y = 5
        if i > 200 and hasattr(o, "y"):
            s += o.y
        if i == 400:
            o.z = 1
        s += o.z
        if i == 505:
            del o.z
        if i == 600:
            P.z = 7
    return s


print(run([P(1)], 800))
P.z = 100
print(run([P(i) for i in range(7)], 1000))
objs = [P(i) for i in range(50)]
for i, o in enumerate(objs):
    if i % 2:
        o.a = i
        o.b = -i
    else:
        o.b = i
        o.a = -i
print(sum(o.a * 2 + o.b for _ in range(20) for o in objs))
q = P(0)
for i in range(60):
    setattr(q, "attr%d" % i, i)
print(sum(getattr(q, "attr%d" % i) for i in range(60)), len(vars(q)), list(vars(q))[:4], q.attr59)
for i in range(0, 60, 2):
    delattr(q, "attr%d" % i)
print(len(q.__dict__), hasattr(q, "attr2"), hasattr(q, "attr3"), sorted(q.__dict__)[:3])


class Acc:
    total = 0


a = Acc()
for i in range(700):
    a.total += i
    if i == 350:
        del a.total
    if i == 500:
        a.total = 0.5
print(a.total, Acc.total)
try:
    for i in range(500):
        if i == 450:
            del a.total
            del Acc.total
        a.total
except AttributeError as e:
    print(i, e)


class Node:
    def __init__(self, v):
        self.v = v


head = None
for i in range(300):
    n = Node(i)
    n.next = head
    if i % 10 == 0:
        n.mark = True
    head = n
s = m = 0
while head is not None:
    s += head.v
    m += getattr(head, "mark", False)
    head = head.next
print(s, m)
