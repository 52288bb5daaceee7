# Comparison chains over mixed types, with every operator and with identity and membership.
values = [-1, 0, 0.5, 1, True, 2, 10 ** 20]
for a in values:
    row = ""
    for b in values:
        row += "<" if a < b else ">" if a > b else "="
        row += "." if a <= b >= a else "!"
    print(repr(a).rjust(22), row)
print(1 < 2 < 3 < 4, 1 < 3 > 2 < 5, 3 > 2 > 2, 1 == 1.0 == True != 0)
x = 5
print(0 < x < 10, 0 < x <= 5, 10 > x >= 6, not 0 < x < 3)
n = None
print(n is None is not True, n is None == True)
print(1 in [1] in [[1]], 2 not in [1] == True)
print("a" < "b" < "c", "Z" < "a", "a" < "aa" < "b", "" < "a")
print([1, 2] < [1, 3] < [2], (1,) < (1, 0), [] < [0], [1, "a"] == [1, "a"])
print((1, 2.0) == (1.0, 2), (1, [2]) != (1, [3]))
nan = float("nan")
print(nan == nan, nan != nan, nan < nan, not nan >= nan, 1 < nan < 3)
print([nan] == [nan], nan in [nan], (nan,) == (nan,), [nan] != [nan])
for a, b in [(1, "a"), ([], ()), (None, 1), ({}, {})]:
    try:
        print(a < b)
    except TypeError as e:
        print(e, "|", a == b, a != b)
print(2 ** 53 == float(2 ** 53), 2 ** 53 + 1 == float(2 ** 53), 2 ** 53 + 1 > float(2 ** 53))
print(10 ** 400 > float("inf"), 10 ** 400 < float("inf"), -10 ** 400 > float("-inf"))
