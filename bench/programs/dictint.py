# Word-count style updates of a dict with integer keys.
# args: 30000
import sys


def tally(updates, distinct):
    counts = {}
    seed = 42
    for _ in range(updates):
        seed = (seed * 16807 + 12345) & 0x7FFFFFFF
        key = (seed >> 8) % distinct
        counts[key] = counts.get(key, 0) + 1
    return counts


counts = tally(int(sys.argv[1]), 20000)
check = 0
for key, n in counts.items():
    check += n * n
print(len(counts), check)
