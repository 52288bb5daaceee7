# Exits whose bridges cannot be recorded at first, and can later; loops of inlined functions that go on
# for more rounds the more often they are called; loops whose lengths meet the same round again and again.


# An exit that is taken by long inner loops first, and then by short ones.
def turns(n):
    total = 0
    for i in range(n):
        if i % 4 == 3:
            for k in range(60 if i < n // 2 else 2):
                total += k ^ i
        else:
            total += i
    return total


def digits(n):
    count = 0
    while n:
        n //= 3
        count += 1
    return count


def grows(n):
    total = 0
    for i in range(n):
        total += digits(i) + digits(i * i) * 2
        if i % 9 == 0:
            total -= digits(1 << (i % 200))
    return total


def search(row, wanted):
    for k, x in enumerate(row):
        if x == wanted:
            return k
    return -1


def searches(n):
    row = list(range(50))
    total = 0
    for i in range(n):
        total += search(row, i % 2 if i < n // 2 else i % 70)
    return total


# Seven rounds in all for each call, as one loop or as several.
def sevens(n):
    total = 0
    for i in range(n):
        for k in range(7):
            total += k * i & 15
        for k in range(i % 7):
            total += k
        for k in range(7 - i % 7):
            total -= k & 1
    return total


# What an exit leads to may raise, for a time.
def raises(n):
    total = 0
    for i in range(n):
        try:
            if i % 5 == 0:
                total += int("x" if i < n // 2 else "7")
            total += 1
        except ValueError as e:
            total -= len(str(e))
    return total


def steps(n):
    count = 0
    while n > 0:
        n -= 1
        count += 1
    return count


# The loop in steps() is inlined while it is short, has no trace of its own yet when it grows, and is
# long when the bridge is recorded.
def outgrows(rounds):
    total = 0
    for n in rounds:
        total += steps(n)
    return total


class Tree:
    def __init__(self, depth):
        self.kids = [Tree(depth - 1), Tree(depth - 1)] if depth else []

    def leaves(self):
        if not self.kids:
            yield self
        for kid in self.kids:
            yield from kid.leaves()


def walks(n):
    trees = [Tree(d) for d in (0, 1, 2, 5)]
    return sum(sum(1 for _ in trees[i % 4 if i > n // 2 else i % 2].leaves()) for i in range(n))


for n in (100, 2500, 9000):
    print(turns(n), grows(n), searches(n), sevens(n), raises(n))
print(walks(1200))
print(outgrows(([0] * 15 + [1]) * 75 + [1] * 60 + [20] * 3000))
