# Sieve of Eratosthenes with a list of booleans.
# args: 20000 2
import sys


def count_primes(limit):
    is_prime = [True] * (limit + 1)
    is_prime[0] = is_prime[1] = False
    i = 2
    while i * i <= limit:
        if is_prime[i]:
            j = i * i
            while j <= limit:
                is_prime[j] = False
                j += i
        i += 1
    count = 0
    for flag in is_prime:
        if flag:
            count += 1
    return count


limit = int(sys.argv[1])
repeats = int(sys.argv[2])
total = 0
for _ in range(repeats):
    total += count_primes(limit)
print(total)
