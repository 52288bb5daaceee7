# Operator precedence and associativity, every level of the grammar against explicit brackets.
print(2 + 3 * 4, (2 + 3) * 4, 2 * 3 + 4)
print(-2 ** 2, (-2) ** 2, 2 ** -1, 2 ** 3 ** 2, (2 ** 3) ** 2)
print(10 - 4 - 3, 100 / 10 / 2, 7 // 2 * 2, 7 % 4 * 3)
print(~5 + 1, -~5, ~-5, - - 5, +-+5)
print(1 << 2 + 3, (1 << 2) + 3, 256 >> 1 + 1)
print(6 & 3 | 8, 6 & (3 | 8), 6 ^ 3 & 1, 1 | 2 ^ 3, (1 | 2) ^ 3)
print(1 + 2 < 4 & 7, 1 + 2 < (4 & 7))
print(not 1 == 2, not (1 == 2), (not 1) == 2)
print(not True or True, not (True or True), True or False and False, (True or False) and False)
print(1 if True else 2 if False else 3, (1 if False else 2) if False else 3)
print(3 if 0 else 4 if 0 else 5)
f = lambda x: x + 1 if x else -1
print(f(0), f(4))
g = lambda a, b=2 * 3, *c: (a, b, c)
print(g(1), g(1, 2, 3, 4))
print(1 in [1, 2] == True, (1 in [1, 2]) == True)
print("a" in "abc" in ["abc", "b"])
print(not 3 in [1, 2], 3 not in [1, 2])
x = None
print(x is None and 1, x is not None or 2, not x is None)
print(2 * [1, 2][1] ** 3, "ab" "cd" * 2, "ab" + "cd" * 2)
t = 1, 2 if x else 3, 4
print(t)
print(5 // 2 ** 2, -7 // 2, -(7 // 2), -7 % 3, -(7 % 3))
print(2 ** 2 * 3, 2 * 2 ** 3)
print([*range(3), *"ab"], {**{"a": 1}, "a": 2}, (*(), 1))
y = (z := 5) + 1
print(y, z, [w := 3, w ** 2])
