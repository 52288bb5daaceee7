# Aliases, shallow copies, nested sharing, lists as default values, growth while iterating.
a = [1, [2, 3]]
b = a
c = a[:]
d = list(a)
a[0] = "changed"
a[1].append(4)
print(a, b, c, d, a is b, c is d, a[1] is c[1])


def collect(x, acc=[]):
    acc.append(x)
    return acc


print(collect(1), collect(2), collect(3, []), collect(4))
seen = []
lst = [1, 2, 3]
for x in lst:
    seen.append(x)
    if x < 6 and len(lst) < 8:
        lst.append(x + 3)
print(seen, lst)
lst = list(range(10))
for x in lst:
    if x % 2 == 0:
        lst.remove(x)
print(lst)
lst = [1, 2, 3, 4]
out = []
for x in lst:
    out.append(x)
    if x == 2:
        lst.clear()
print(out, lst)
it = iter([1, 2, 3])
print(next(it), list(it), list(it), next(it, "done"))
lst = [1]
it = iter(lst)
print(next(it), next(it, "end"))
lst.append(2)
print(next(it, "still ended"))
grid = [[r * 4 + c for c in range(4)] for r in range(3)]
print([list(row) for row in zip(*grid)], [row[1] for row in grid], [grid[i][i] for i in range(3)], sum(map(sum, grid)))
grid[1], grid[2] = grid[2], grid[1]
grid[0][:] = [0] * 4
print(grid)


def mutate(v):
    v.append("inside")
    v = ["rebound"]
    return v


z = []
print(mutate(z), z)
x = [1, 2, 3]
x[1:2] = x
print(x)
x += x
print(x, [y for y in x if y != 2][::-1])
x[len(x):] = [9]
print(x[-1], len(x))
