# An exception out of a loop long since compiled, with calls inlined: line numbers and frames must be exact.
class Cell:
    def __init__(self, v):
        self.v = v

    def step(self, k):
        if k % 2:
            return self.v + k
        return (
            self.v
            - 1000 // (k - 850)
        )


def inner(cells, i):
    c = cells[i % 5]
    return c.step(i) + 1


def outer(n):
    total = 0
    cells = [Cell(i) for i in range(5)]
    for i in range(n):
        total += inner(cells, i)
        if i % 400 == 0:
            print(i, total)
    return total


print(outer(700))
print(outer(2000))
