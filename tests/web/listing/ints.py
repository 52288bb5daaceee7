# Integers: overflow checks, division rounded down, shifts, a nested loop.
def steps(limit):
    longest = 0
    for start in range(1, limit):
        n, count = start, 0
        while n != 1:
            n = n // 2 if n % 2 == 0 else 3 * n + 1
            count += 1
        longest = max(longest, count)
    return longest


total = 0
for i in range(3000):
    total = (total * 31 + (i << 3) - (i >> 1)) % 1000003
print(steps(300), total)
