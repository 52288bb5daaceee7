# Two values that are equal in a loop's iterations, until a path that joins the loop late sets one of them.
def rotate(n):
    a, b, c, d, e, f = 1, 0, 1, 1, 1, 5
    for i in range(n):
        a, b, c, d, e, f = (d + i, b, f, a, e, c)
        if i % 17 == 1:
            a, f = (f, a)
    else:
        if False == False:
            pass
    print(a, b, c, e)
    return {k: 0 for k in range(5) if d < f}


class Cell:
    def __init__(self, value):
        self.value = value


def shift(n, cell, x):
    y = 0
    for i in range(n):
        y, x, cell.value = x, cell.value, y
        if i % 13 == 2:
            cell.value = i
    return x, y, cell.value


def shifted(n):
    x = 5
    last = 0
    for i in range(n):
        last, x = x, last
        if i % 11 == 3:
            x += i
    g = lambda: x
    return last, g()


print(rotate(70), rotate(45))
print(shift(80, Cell(3), 4), shift(30, Cell(0.5), "x"))
print(shifted(60))
