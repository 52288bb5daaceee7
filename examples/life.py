# Conway's Game of Life on an endless board: a set of living cells, each a pair.
def neighbours(cell):
    x, y = cell
    return [(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy]


def step(living):
    counts = {}
    for cell in living:
        for near in neighbours(cell):
            counts[near] = counts.get(near, 0) + 1
    return {cell for cell, n in counts.items() if n == 3 or n == 2 and cell in living}


def show(living):
    left, right = min(x for x, _ in living), max(x for x, _ in living)
    top, bottom = min(y for _, y in living), max(y for _, y in living)
    for y in range(top, bottom + 1):
        print("".join("#" if (x, y) in living else "." for x in range(left, right + 1)))


acorn = {(1, 0), (3, 1), (0, 2), (1, 2), (4, 2), (5, 2), (6, 2)}
show(acorn)
cells = acorn
for generation in range(1, 201):
    cells = step(cells)
    if generation % 40 == 0:
        print(f"generation {generation:3}: {len(cells):3} cells")
show(cells)
