# Operands, arguments, targets and dict displays are evaluated left to right as the language reference says.
log = []


def t(name, value=None):
    log.append(name)
    return value


def flush():
    print(" ".join(log))
    log.clear()


def f(*args, **kw):
    log.append("call")
    return args, sorted(kw.items())


r = t("a", 1) + t("b", 2) * t("c", 3) - t("d", 4)
flush()
print(t("f", f)(t("x", 1), *t("y", [2, 3]), k=t("k", 4), **t("z", {"m": 5})))
flush()
d = {t("k1", "a"): t("v1", 1), t("k2", "b"): t("v2", 2)}
flush()
lst = [0, 0, 0]
t("obj", lst)[t("idx", 1)] = t("value", 9)
flush()
t("l", lst)[t("i", 0)] += t("rhs", 5)
flush()
print(lst, d, r)
a = t("o1", lst)[t("i1", 0)] = t("v", 1)
flush()
t("p", lst)[t("s", 0):t("e", 2):t("st", 1)]
flush()
print(t("lo", 1) < t("mid", 5) < t("hi", 3) < t("no", 4))
flush()
x = t("then", 1) if t("cond", False) else t("other", 2)
flush()
(t("t1", lst)[t("n1", 0)], t("t2", lst)[t("n2", 1)]) = t("r1", 7), t("r2", 8)
flush()
print(lst)


def g(a=t("default1", 1), b=t("default2", 2)):
    pass


log.append("defined")
flush()
i = 0
i, lst[i] = 2, 77
print(i, lst)
del t("dl", lst)[t("di", 0)]
flush()
print(lst)
