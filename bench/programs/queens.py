# N queens by backtracking: recursion plus lists of booleans.
# args: 6 5
import sys


def place(row, n, cols, down, up):
    if row == n:
        return 1
    found = 0
    for c in range(n):
        if not cols[c] and not down[row + c] and not up[row - c + n]:
            cols[c] = down[row + c] = up[row - c + n] = True
            found += place(row + 1, n, cols, down, up)
            cols[c] = down[row + c] = up[row - c + n] = False
    return found


n = int(sys.argv[1])
repeats = int(sys.argv[2])
total = 0
for _ in range(repeats):
    total += place(0, n, [False] * n, [False] * (2 * n), [False] * (2 * n + 1))
print(total)
