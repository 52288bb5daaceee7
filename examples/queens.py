# All ways to place eight queens: a generator that recurses through itself.
def place(size, rows=(), columns=0, rising=0, falling=0):
    """Yields each solution as a tuple of columns, one a row. The sets are bits of an integer."""
    row = len(rows)
    if row == size:
        yield rows
        return
    for column in range(size):
        c, r, f = 1 << column, 1 << (row + column), 1 << (row - column + size)
        if not (columns & c or rising & r or falling & f):
            yield from place(size, rows + (column,), columns | c, rising | r, falling | f)


for size in range(4, 9):
    print(size, "queens:", sum(1 for _ in place(size)), "solutions")

for column in next(place(8)):
    print(". " * column + "Q " + ". " * (7 - column))
