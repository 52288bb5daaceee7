# From which number below LIMIT is the way down to 1 longest?
# Step: an even number is halved, an odd one becomes 3n + 1.
LIMIT = 30_000


def steps(n):
    count = 0
    while n != 1:
        if n % 2 == 0:
            n = n // 2
        else:
            n = 3 * n + 1
        count += 1
    return count


longest = start = 0
for n in range(1, LIMIT):
    found = steps(n)
    if found > longest:
        longest, start = found, n
print(start, "takes", longest, "steps")
