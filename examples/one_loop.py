"""The loop that ARCHITECTURE.md follows: hothouse trace examples/one_loop.py shows all of it."""


def score(n):
    total = 0
    for i in range(n):
        if i & 7 == 3:
            total -= 1
        else:
            total += i * 3
    return total


print(score(4000))
