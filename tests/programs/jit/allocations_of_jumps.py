"""Objects and large integers that are made only where one trace jumps to another."""


def iterators(n):
    total = 0
    rest = iter(range(n))
    try:
        while True:
            for i in range(3):
                total += i
            next(rest)
    except StopIteration:
        return total


def pairs(n):
    total = 0
    for k in range(n):
        for a, b in ((k, 1), (k, 2)):
            if b > 1:
                total += a
    return total


def large(n):
    x = 0x123456789ABCDEF
    steps = 0
    for k in range(n):
        x = (x * 3 + k) % 0x7FFFFFFFFFFFFF1
        while x & 1:
            x >>= 1
            steps += 1
    return x, steps


for size in (10, 1000, 200000):
    print(iterators(size), pairs(size), large(size))
