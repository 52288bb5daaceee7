# Exceptions raised inside calls inlined in hot loops, caught inside, outside, and two frames up.
class Odd(Exception):
    def __init__(self, n):
        super().__init__("odd %d" % n)
        self.n = n


def check(n):
    if n % 97 == 13:
        raise Odd(n)
    return n * 2


def middle(n):
    return check(n) + 1


def inside(limit):
    good = bad = 0
    for i in range(limit):
        try:
            good += middle(i)
        except Odd as e:
            bad += e.n
    return good, bad


def outside(limit):
    s = 0
    i = 0
    try:
        for i in range(14, limit):
            s += middle(i)
    except Odd as e:
        return s, i, str(e)
    return s, i, None


def with_finally(limit):
    trail = 0
    caught = 0
    for i in range(limit):
        try:
            try:
                middle(i)
            finally:
                trail += i
        except Odd:
            caught += 1
            continue
        else:
            trail += 1
    return trail, caught


print(inside(1000), outside(1000), outside(100), with_finally(800))
d = {i: i for i in range(0, 1000, 2)}
miss = 0
for i in range(1000):
    try:
        d[i]
    except KeyError as e:
        miss += e.args[0]
print(miss)
z = 0
for i in range(800):
    try:
        z += 1000 // (i % 50 - 25)
    except ZeroDivisionError:
        z -= 1
lst = list(range(100))
over = 0
for i in range(400):
    try:
        z += lst[i]
    except IndexError:
        over += 1
print(z, over)


def nested(n):
    try:
        try:
            check(n)
        except Odd as e:
            raise ValueError(n) from e
    except ValueError as e:
        return e.__cause__.n
    return 0


print(sum(nested(i) for i in range(700)))
