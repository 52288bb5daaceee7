# Unpacking too few, too many, from non-iterables and dicts, with stars, in for targets; uncaught at the end.
def pairs(values):
    out = []
    for a, b in values:
        out.append(a + b)
    return out


for bad in ([(1, 2), (3,)], [(1, 2, 3)], [5], ["ab", "c"], [None], [{}], [(i for i in range(3))]):
    try:
        print(pairs(bad))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
try:
    a, b, c = 1, 2
except ValueError as e:
    print(e)
try:
    a, *b, c = ()
except ValueError as e:
    print(e)
try:
    a, b = 5
except TypeError as e:
    print(e)
try:
    (a, b), c = 1, 2
except TypeError as e:
    print(e)
x, (y, *z) = 1, range(3)
print(x, y, z)
first, second = "one two three".split()
