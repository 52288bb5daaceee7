# Assignment targets: chains, unpacking with stars, nested patterns, swaps, walrus, augmented forms.
a = b = c = []
a.append(1)
print(a, b, c, a is b is c)
x, y = 1, 2
x, y = y, x
print(x, y)
(p, q), [r, s] = (1, 2), (3, 4)
print(p, q, r, s)
first, *rest = range(5)
print(first, rest)
*init, last = "hello"
print(init, last)
head, *mid, tail = (1, 2)
print(head, mid, tail)
(a, *b), c = ("xyz", 1)
print(a, b, c)
[m, [n, *o]] = 1, {2: "a"}
print(m, n, o)
lst = [0, 1, 2, 3]
lst[0], lst[-1] = lst[-1], lst[0]
print(lst)
lst[1:3], z = [7, 8, 9], lst
print(lst, z is lst)
i = 1
i, lst[i] = 3, "set"
print(i, lst)
for a, (b, *c) in [(1, (2, 3, 4)), (5, [6])]:
    print(a, b, c)
if (n := len(lst)) > 3 and (half := n // 2):
    print(n, half)
print([y := 1, y + 1, (y := y * 10), y])
total = 0
while (total := total + 3) < 10:
    pass
print(total, [last := v for v in range(4)], last)
v = 10
v += 5; v -= 3; v *= 2; v //= 5; v **= 3; v %= 50; v <<= 3; v >>= 1; v |= 3; v &= 58; v ^= 21
print(v)
f = 1
f /= 4
print(f)
t = (1, [2])
try:
    t[1] += [3]
except TypeError as e:
    print(e, t)
for bad in [[1], [1, 2, 3]]:
    try:
        x, y = bad
    except ValueError as e:
        print(e)
try:
    a, *b, c = [1]
except ValueError as e:
    print(e)
