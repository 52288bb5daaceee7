# return from every kind of nesting: loops, try/finally, with, nested functions; implicit None; recursion results.
def loops(n):
    for i in range(10):
        for j in range(10):
            while True:
                if i * j == n:
                    return i, j
                break
    return None


class CM:
    def __init__(self, swallow=False):
        self.swallow = swallow

    def __enter__(self):
        log.append("enter")
        return self

    def __exit__(self, t, v, tb):
        log.append("exit %s" % (t.__name__ if t else None))
        return self.swallow


log = []


def fin(k):
    try:
        if k == 0:
            return "try"
        if k == 1:
            raise ValueError
        log.append("body")
    except ValueError:
        return "except"
    else:
        return "else"
    finally:
        log.append("finally")
        if k == 3:
            return "overridden"


def fin_loop():
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            log.append(i)
        finally:
            log.append("f%d" % i)
    else:
        return "no break"
    return "broke"


def with_return(x):
    with CM() as a, CM(True) as b:
        if x == 1:
            return "inside"
        if x == 2:
            raise KeyError("swallowed")
    return "after"


def nested_finally():
    try:
        try:
            return "inner"
        finally:
            log.append("1")
    finally:
        log.append("2")


def swallow_return():
    while True:
        try:
            return "lost"
        finally:
            break
    return "kept"


def implicit(x):
    if x > 0:
        return x


def value_then_change():
    v = [1]
    x = 1
    try:
        return v, x
    finally:
        v.append(2)
        x = 2


print(loops(42), loops(0), loops(83))
print([fin(k) for k in range(4)], log)
log.clear()
print(fin_loop(), log)
log.clear()
print([with_return(k) for k in range(3)], log)
log.clear()
print(nested_finally(), swallow_return(), implicit(1), implicit(0), value_then_change(), log)
