# Lists, dicts and strings: inline loads and bounds checks, helpers, allocation, a generator.
def sieve(limit):
    is_prime = [True] * limit
    for n in range(2, limit):
        if is_prime[n]:
            for multiple in range(n * n, limit, n):
                is_prime[multiple] = False
    return is_prime


def numbers(n):
    for i in range(n):
        yield i * 0.5


counts = {}
squares = []
for i in range(2500):
    squares.append(i * i)
    key = "k" + str(i % 7)
    counts[key] = counts.get(key, 0) + squares[i // 2]
halves = 0.0
for x in numbers(2000):
    halves += x
print(sieve(3000).count(True), counts, halves)
