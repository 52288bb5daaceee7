# and/or/if-else evaluate only what they must and yield the operand itself.
log = []


def t(v):
    log.append(v)
    return v


def show(label, value):
    print(label, repr(value), log)
    log.clear()


show("and1", t(0) and t(1))
show("and2", t(2) and t("x"))
show("and3", t(1) and t([]) and t(3))
show("or1", t(0) or t(""))
show("or2", t(7) or t(8))
show("or3", t(()) or t(None) or t({}))
show("mixed", t(0) or t(1) and t(2))
show("mixed2", (t(0) or t(1)) and t(2))
show("mixed3", t(0) and t(1) or t(3))
show("not", not (t(0) or t(5)))
show("if", t("a") if t(1) else t("b"))
show("else", t("a") if t(0.0) else t("b"))
show("chain", t(1) < t(2) < t(0) < t(9))
show("chain2", t(3) < t(2) < t(10))
show("chain3", t(1) == t(1.0) == t(True))
show("nested", t(1) if t(0) and t(1) else t(2) if t(3) or t(4) else t(5))

if t(0) and t(1) or t(2):
    show("stmt", "taken")
while t(1) and not t(1):
    print("never")
show("while", None)
show("in-arg", max(t(1) or t(2), t(0) or t(3)))
show("list", [t(0) or t(1), t(2) and t(3)])
r = [i for i in range(20) if i % 2 and i % 3 or i == 12]
show("comp", r)
assert t(1) or t(2)
show("assert", None)
