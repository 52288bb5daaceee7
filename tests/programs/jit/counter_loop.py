# The smallest loops, at every trip count around typical thresholds: nothing may be lost at the switch to compiled code.
def count(n):
    i = 0
    s = 0
    while i < n:
        s = s * 3 % 65537 + i
        i += 1
    return s, i


for n in list(range(0, 12)) + [30, 31, 32, 33, 49, 50, 51, 52, 63, 64, 65, 99, 100, 101, 127, 128, 129, 255, 256, 257, 499, 500, 501, 1000, 1040]:
    print(n, *count(n))


def count_for(n):
    s = 0
    for i in range(n):
        s = s * 5 % 65521 + i
    return s


print([count_for(n) for n in range(0, 130, 3)], [count_for(n) for n in (255, 256, 257, 1000, 1039, 1040, 1041)])


def down(n):
    s = 0
    while n:
        s ^= n << 1
        n -= 1
    return s


print([down(n) for n in range(0, 120, 7)], down(1039))
