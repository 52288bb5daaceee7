# Frames of lambdas, comprehensions, generator expressions, class bodies and methods in a traceback.
class Table:
    def __init__(self, rows):
        self.rows = rows

    @property
    def total(self):
        return sum(self.width(r) for r in self.rows)

    def width(self, row):
        return max([len(c) for c in row], key=lambda n: 10 // (n - 3))


print(Table([["a", "bb"]]).total)
print(Table([["a"], ["abc", "d"]]).total)
