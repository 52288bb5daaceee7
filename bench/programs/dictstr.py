# Word-count style updates of a dict with string keys.
# args: 20000
import sys


def tally(words, updates):
    counts = {}
    seed = 42
    distinct = len(words)
    for _ in range(updates):
        seed = (seed * 16807 + 12345) & 0x7FFFFFFF
        word = words[(seed >> 8) % distinct]
        if word in counts:
            counts[word] += 1
        else:
            counts[word] = 1
    return counts


words = ["word" + str(i) for i in range(20000)]
counts = tally(words, int(sys.argv[1]))
check = 0
for key, n in counts.items():
    check += n * n
print(len(counts), check)
