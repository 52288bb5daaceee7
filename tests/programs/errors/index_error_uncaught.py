# IndexError texts of list, tuple, string, range, pop, assignment and deletion; uncaught in a nested subscript.
m = [[1, 2], [3, 4]]
for f in (lambda: [1][1], lambda: (1,)[-2], lambda: "abc"[3], lambda: range(3)[3], lambda: [].pop(), lambda: [1].pop(5), lambda: m[2][0], lambda: m[0][2], lambda: [][0]):
    try:
        f()
    except IndexError as e:
        print(e)
a = [1, 2]
try:
    a[2] = 0
except IndexError as e:
    print(e)
try:
    del a[-3]
except IndexError as e:
    print(e)
try:
    a[5] += 1
except IndexError as e:
    print(e, a)


def cell(grid, r, c):
    return grid[r][c] + grid[r + 1][c]


total = 0
for r in range(2):
    for c in range(2):
        print(r, c)
        total += cell(m, r, c)
