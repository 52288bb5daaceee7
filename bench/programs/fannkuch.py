# Pancake flips over all permutations of n: small-list integer indexing.
# args: 7
import sys


def run(n):
    perm = list(range(n))
    rot = [0] * n          # how often each prefix has been rotated
    work = [0] * n
    max_flips = 0
    checksum = 0
    index = 0
    while True:
        if perm[0] != 0:
            for i in range(n):
                work[i] = perm[i]
            flips = 0
            top = work[0]
            while top != 0:
                lo = 0
                hi = top
                while lo < hi:
                    t = work[lo]
                    work[lo] = work[hi]
                    work[hi] = t
                    lo += 1
                    hi -= 1
                flips += 1
                top = work[0]
            if flips > max_flips:
                max_flips = flips
            if index & 1:
                checksum -= flips
            else:
                checksum += flips
        # next permutation: rotate the shortest prefix that is not exhausted
        k = 1
        while True:
            if k == n:
                return max_flips, checksum
            first = perm[0]
            for i in range(k):
                perm[i] = perm[i + 1]
            perm[k] = first
            rot[k] += 1
            if rot[k] <= k:
                break
            rot[k] = 0
            k += 1
        index += 1


max_flips, checksum = run(int(sys.argv[1]))
print(max_flips, checksum)
