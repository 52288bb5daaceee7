# int with float: exactness of comparison, conversion rounding, power, and the type of every result.
def show(x):
    return type(x).__name__ + ":" + repr(x)


xs = [3, -2, 0.5, 2.0, True, 10 ** 20]
for a in xs:
    print([show(a + b) for b in xs])
    print([show(a * b) for b in xs], [show(a - b) for b in xs])
    print([show(a / b) for b in xs])
    print([show(a // b) for b in xs], [show(a % b) for b in xs])
for a, b in ((2, 3), (2, -3), (2.0, 3), (-8, 3), (4, 0.5), (0, 0), (0.0, 5), (2, 0.0), (10, -2), (-2.0, 3), (True, 2), (-1, -1)):
    print(show(a ** b), end=" ")
print()
print(2 ** 53 + 1.0, float(2 ** 53 + 1), 9007199254740993 == 9007199254740992.0, 9007199254740993 > 9007199254740992.0)
print(1e16 + 1, 10 ** 16 + 1 == 1e16 + 1, 2 ** 64 == 1.8446744073709552e19, 2 ** 64 - 1 < 1.8446744073709552e19)
print(int(1e23), 10 ** 23 == 1e23, 10 ** 22 == 1e22, hash(10 ** 22) == hash(1e22))
print((0.1).as_integer_ratio(), (2.5).as_integer_ratio())
print(sum([0.1] * 10), sum([1, 2.5, 3]), sum([1e16, 1, -1e16]), sum([], 0.0), sum(range(5), 0.5))
acc = 0
for i in range(300):
    if i == 150:
        acc = float(acc)
    acc = acc + i * (1 if i % 3 else 0.5)
print(acc)
v = 1
for i in range(1, 60):
    v = v * 3 if i % 5 else v / 2
print(v)
print(abs(-2.5), -(-1.5), +0.5, divmod(7.5, 2), pow(2.0, 3), (7.5).__floordiv__(2), 1.5.__radd__(2))
print({1: "int", 1.0: "float", True: "bool"}, {0.5: 1}[1 / 2], 1.0 in {1}, 2 in [2.0])
