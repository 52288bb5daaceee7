# Small number theoretic programs: sieve, gcd, modular power, factoring, perfect numbers, digits.
def sieve(n):
    flags = [True] * (n + 1)
    flags[0] = flags[1] = False
    i = 2
    while i * i <= n:
        if flags[i]:
            for j in range(i * i, n + 1, i):
                flags[j] = False
        i += 1
    return [i for i, f in enumerate(flags) if f]


def egcd(a, b):
    if b == 0:
        return a, 1, 0
    g, x, y = egcd(b, a % b)
    return g, y, x - (a // b) * y


def power(b, e, m):
    r = 1
    b %= m
    while e:
        if e & 1:
            r = r * b % m
        b = b * b % m
        e >>= 1
    return r


def factor(n):
    out = {}
    p = 2
    while p * p <= n:
        while n % p == 0:
            out[p] = out.get(p, 0) + 1
            n //= p
        p += 1 if p == 2 else 2
    if n > 1:
        out[n] = out.get(n, 0) + 1
    return out


primes = sieve(1000)
print(len(primes), primes[:10], primes[-3:], sum(primes))
for a, b in ((240, 46), (17, 3120), (-21, 14), (10 ** 20 + 39, 10 ** 10 + 19)):
    g, x, y = egcd(a, b)
    print(g, x, y, a * x + b * y == g)
print(power(3, 10 ** 18, 10 ** 9 + 7), power(2, 1000, 10 ** 20), power(-3, 5, 7))
for n in (1, 2, 360, 97, 1001, 65536, 999983, 600851475143 % 10 ** 7):
    print(n, factor(n))
print([n for n in range(2, 500) if sum(d for d in range(1, n // 2 + 1) if n % d == 0) == n])
print([n for n in range(1, 2000) if sum(int(c) ** len(str(n)) for c in str(n)) == n])
best = max(range(1, 300), key=lambda n: sum(1 for d in range(1, n + 1) if n % d == 0))
print(best)
