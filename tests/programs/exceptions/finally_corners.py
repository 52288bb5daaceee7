# finally with return, break and continue, nested, replaced exceptions, values kept, in hot loops.
def f(n):
    out = []
    for i in range(n):
        try:
            if i == 1:
                continue
            if i == 3:
                raise KeyError(i)
            if i == 5:
                break
            out.append(i)
        except KeyError:
            out.append("k")
        else:
            out.append("e")
        finally:
            out.append("f")
    else:
        out.append("done")
    return out


print(f(3), f(5), f(9))


def replaced():
    try:
        try:
            raise ValueError("first")
        finally:
            raise KeyError("second")
    except KeyError as e:
        return repr(e), repr(e.__context__)


def discarded():
    for i in range(3):
        try:
            raise ValueError("gone")
        finally:
            if i < 2:
                continue
            return "discarded", i


def deep(log):
    try:
        log.append(1)
        try:
            log.append(2)
            try:
                log.append(3)
                return "r3"
            finally:
                log.append("f3")
                raise ValueError
        except ValueError:
            log.append("caught")
            return "r2"
        finally:
            log.append("f2")
    finally:
        log.append("f1")


log = []
print(replaced(), discarded(), deep(log), log)


def hot(n):
    s = fin = 0
    for i in range(n):
        try:
            if i % 10 == 3:
                continue
            try:
                if i % 7 == 2:
                    raise ValueError
                s += i
            finally:
                fin += 1
                if i % 21 == 9:
                    s += 1000
        except ValueError:
            s -= 1
            if i > n - 10:
                break
        finally:
            fin += 100
    return s, fin, i


print(hot(100), hot(800), hot(901))


def early(n):
    k = 0
    while True:
        try:
            k += 1
            if k == n:
                return k
        finally:
            k += 1
            if k > 700:
                return "big"


print(early(5), early(4001), early(399))


def gen():
    try:
        for i in range(300):
            try:
                yield i
            finally:
                state[0] += 1
    finally:
        state[1] += 1


state = [0, 0]
for v in gen():
    if v == 250:
        break
del v
print(sum(gen()), state[1] >= 1)


def unwinding(n):
    if n == 0:
        raise IndexError("bottom")
    try:
        unwinding(n - 1)
    except IndexError as e:
        if n % 2:
            raise
        raise IndexError("%s<%d" % (e, n)) from None
    finally:
        trail.append(n)


trail = []
try:
    unwinding(6)
except IndexError as e:
    print(e, trail)
