# Hot loops that end in an exception from an operator, attribute, call or index, with state seen in the handler.
class A:
    def __init__(self, v):
        self.v = v

    def get(self):
        return self.v


def run(values):
    s = 0
    i = -1
    seen = []
    try:
        for i, v in enumerate(values):
            seen.append(i)
            s = s + v.get() * 2
            seen.pop()
    except Exception as e:
        return type(e).__name__, str(e), s, i, seen
    return s, i, seen


good = [A(i) for i in range(400)]
print(run(good))
for bad in (A("x"), A(None), 5, None, A([1]), A(2.5), A(2 ** 70), object):
    r = run(good + [bad] + good[:50])
    print([len(x) if isinstance(x, str) and len(x) > 90 else x for x in r])


def div(xs, ys):
    out = []
    for x, y in zip(xs, ys):
        try:
            out.append(x // y)
        except ZeroDivisionError:
            out.append(None)
        except TypeError as e:
            out.append(str(e))
            break
        finally:
            if len(out) > 3:
                out = out[-3:]
    return out


n = 400
print(div(range(n), [3] * n), div(range(n), [3] * 399 + [0]), div([5] * n, [2] * 300 + ["s"] + [1] * 99), div([1.5] * n, [0.5, 0] * 200))


def unpack(pairs):
    t = 0
    for p in pairs:
        a, b = p
        t += a - b
    return t


for extra in ([(1, 2)], [(1,)], [(1, 2, 3)], [5], ["ab"], [[3, 4]], [{1: 2, 3: 4}]):
    try:
        print(unpack([(i, i // 2) for i in range(300)] + extra))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)


def lookup(d, n):
    for i in range(n):
        d[i]


try:
    lookup({i: 1 for i in range(500)}, 1000)
except KeyError as e:
    print(repr(e))
total = 0
for k in range(300):
    try:
        total += int("12" if k % 50 else "x1")
    except ValueError as e:
        total -= len(str(e))
print(total)
try:
    for k in range(500):
        k.missing if k == 450 else k.real
except AttributeError as e:
    print(k, e)


# Locals that are constants when a bridge begins, and are kept for the handler: an integer, a float
# and a bool that were computed from constants.
def constants_kept(n, rare):
    seen = []
    for i in range(n):
        count = 0
        share = 0.5
        flag = False
        while True:
            count += 1
            share += 0.25
            flag = count > 0
            if count >= 4:
                break
            try:
                if i % 8 not in rare:
                    raise KeyError(i)
            except KeyError:
                pass
        if i % 97 == 0:
            seen.append((count, share, flag))
    return seen


print(constants_kept(1200, (1, 2, 3)))
print(constants_kept(1200, (5,)))
