# Exceptions that leave compiled frames, are caught in the middle of them, and go on.


class Found(Exception):
    def __init__(self, depth):
        Exception.__init__(self, depth)
        self.depth = depth


def search(n, depth):
    if n == 0:
        raise Found(depth)
    search(n - 1, depth + 1)
    return -1


def middle(n):
    if n == 0:
        return 1 // n
    try:
        return middle(n - 1) + 1
    except ZeroDivisionError:
        if n % 5 == 0:
            return 0
        raise


def cleanup(n, log):
    try:
        if n == 0:
            raise KeyError("bottom")
        return cleanup(n - 1, log)
    finally:
        log.append(n)


def lookup(keys, table):
    if not keys:
        return 0
    return table[keys[0]] + lookup(keys[1:], table)


def chained(n):
    try:
        if n == 0:
            raise ValueError("zero")
        return chained(n - 1)
    except ValueError as e:
        raise RuntimeError(n) from e
    except RuntimeError as e:
        if n == 4:
            return repr(e) + repr(e.__cause__)
        raise


for k in range(60):
    try:
        search(k % 30, 0)
    except Found as f:
        if f.depth != k % 30:
            print("wrong", f.depth)
print("searched")
print([middle(k) for k in range(5, 40)])
try:
    middle(4)
except ZeroDivisionError as e:
    print(e)
log = []
for k in range(30):
    try:
        cleanup(5, log)
    except KeyError as e:
        error = e
print(len(log), log[:7], error)
table = {"a": 1, "b": 2}
for k in range(40):
    lookup("abba" * 3, table)
try:
    lookup("abcab", table)
except KeyError as e:
    print("missing", e)
print([chained(k) for k in range(4, 9)])
for k in range(50):
    fine = chained(6)
print(fine)
search(6, 0)
