# Permutation flipping on small lists: slices reversed in place, nested while loops, swaps.
def fannkuch(n):
    p = list(range(n))
    count = [0] * n
    flips = checksum = 0
    sign = 1
    r = n
    while True:
        while r != 1:
            count[r - 1] = r
            r -= 1
        if p[0]:
            q = p[:]
            f = 0
            while q[0]:
                k = q[0]
                q[:k + 1] = q[k::-1]
                f += 1
            flips = max(flips, f)
            checksum += sign * f
        sign = -sign
        while True:
            if r == n:
                return checksum, flips
            first = p[0]
            for i in range(r):
                p[i] = p[i + 1]
            p[r] = first
            count[r] -= 1
            if count[r] > 0:
                break
            r += 1


print([fannkuch(n) for n in range(2, 7)])
