# The order of attempts: __op__ before __rop__, a subclass on the right first, NotImplemented, same type only once.
log = []


class A:
    def __init__(self, ok=True, rok=True):
        self.ok, self.rok = ok, rok

    def __add__(self, o):
        log.append(type(self).__name__ + ".add")
        return "A.add" if self.ok else NotImplemented

    def __radd__(self, o):
        log.append(type(self).__name__ + ".radd")
        return "A.radd" if self.rok else NotImplemented


class B(A):
    def __radd__(self, o):
        log.append("B.own radd")
        return "B.radd" if self.rok else NotImplemented


class Sub(A):
    pass


class C:
    def __radd__(self, o):
        log.append("C.radd")
        return "C.radd"


def t(f):
    try:
        r = f()
    except TypeError as e:
        r = e
    print(r, log)
    log.clear()


t(lambda: A() + A())
t(lambda: A(False) + A())
t(lambda: A() + B())
t(lambda: A() + B(rok=False))
t(lambda: A(False) + B(rok=False))
t(lambda: B() + A())
t(lambda: A() + Sub())
t(lambda: Sub(False) + A())
t(lambda: A(False) + C())
t(lambda: A(False) + 1)
t(lambda: 1 + A())
t(lambda: 1 + A(rok=False))
t(lambda: C() + C())
t(lambda: C() + A())
t(lambda: A() + C())
t(lambda: [] + C())
t(lambda: "x" + C())
t(lambda: sum([A(), 1]))
t(lambda: 1.5 + C() if len(log) == 0 else 0)


class I(int):
    def __add__(self, o):
        log.append("I.add")
        return "I+"

    def __radd__(self, o):
        log.append("I.radd")
        return "+I"


t(lambda: 1 + I(2))
t(lambda: I(1) + 2)
t(lambda: I(1) * 2 + 1)
t(lambda: 1.0 + I(2))
n = {}
objs = [A(), B(), Sub(False), C(), I(1), A(False), 5]
for i in range(490):
    try:
        r = objs[i % 7] + objs[i // 7 % 7]
    except TypeError as e:
        r = "TypeError"
    n[r] = n.get(r, 0) + 1
print(sorted((str(k), v) for k, v in n.items()), len(log))
