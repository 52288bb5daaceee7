# Longest Collatz chain below a limit: integer loop, every + and * needs an overflow check.
# args: 3000
import sys


def longest_chain(limit):
    best = 1
    best_len = 1
    for start in range(1, limit):
        n = start
        length = 1
        while n != 1:
            if n & 1:
                n = 3 * n + 1
            else:
                n = n >> 1
            length += 1
        if length > best_len:
            best_len = length
            best = start
    return best, best_len


limit = int(sys.argv[1])
best, best_len = longest_chain(limit)
print(best, best_len)
