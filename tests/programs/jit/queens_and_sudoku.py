# Backtracking: recursion with lists changed and restored, early success, generators of solutions.
def queens(n):
    cols, d1, d2 = [False] * n, [False] * 2 * n, [False] * 2 * n
    count = 0

    def place(r):
        nonlocal count
        if r == n:
            count += 1
            return
        for c in range(n):
            if not (cols[c] or d1[r + c] or d2[r - c + n]):
                cols[c] = d1[r + c] = d2[r - c + n] = True
                place(r + 1)
                cols[c] = d1[r + c] = d2[r - c + n] = False

    place(0)
    return count


def solutions(n, row=0, board=()):
    if row == n:
        yield board
        return
    for c in range(n):
        if all(c != b and abs(c - b) != row - r for r, b in enumerate(board)):
            yield from solutions(n, row + 1, board + (c,))


print([queens(n) for n in range(1, 7)], next(solutions(7)), len(list(solutions(5))))


def subset(xs, target, i=0, chosen=()):
    if target == 0:
        return chosen
    if i == len(xs) or target < 0:
        return None
    return subset(xs, target - xs[i], i + 1, chosen + (xs[i],)) or subset(xs, target, i + 1, chosen)


print(subset([5, 3, 9, 8, 14, 2, 31], 27), subset([2, 4, 6, 8, 10], 7), subset([1.5, 2, 2.5], 4.0))


def latin(n, grid=None, k=0):
    grid = grid or [[0] * n for _ in range(n)]
    if k == n * n:
        return 1
    r, c = divmod(k, n)
    t = 0
    for v in range(1, n + 1):
        if v not in grid[r][:c] and all(grid[i][c] != v for i in range(r)):
            grid[r][c] = v
            t += latin(n, grid, k + 1)
            grid[r][c] = 0
    return t


print(latin(2), latin(3), latin(4) // 4)
