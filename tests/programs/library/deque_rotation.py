# collections.deque turned by any number of places, and changed in its middle, beside a list that
# is cut and joined; long ones, which have to be turned without moving all of them.
from collections import deque


def turned(row, n):
    n %= len(row) or 1
    return row[len(row) - n:] + row[:len(row) - n]


state = 7
for size in (0, 1, 2, 3, 10, 33, 64, 100, 257):
    d = deque(range(size))
    row = list(range(size))
    for step in range(400):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        what, n = state >> 8 & 7, (state >> 12) % 300 - 150
        if what < 4:
            d.rotate(n if what < 2 else (1 if n > 0 else -1))
            row = turned(row, n if what < 2 else (1 if n > 0 else -1))
        elif what == 4 and row:
            d.append(d.popleft())
            row.append(row.pop(0))
        elif what == 5 and row:
            d.appendleft(d.pop())
            row.insert(0, row.pop())
        elif what == 6:
            d.insert(n, step)
            row.insert(n, step)
        elif row and -len(row) <= n < len(row):
            del d[n]
            del row[n]
    assert list(d) == row and len(d) == len(row), size
    print(size, len(d), sum(row) % 1000)


def marbles(players, last):
    scores = [0] * players
    circle = deque([0])
    for m in range(1, last + 1):
        if m % 23 == 0:
            circle.rotate(7)
            scores[m % players] += m + circle.pop()
            circle.rotate(-1)
        else:
            circle.rotate(-1)
            circle.append(m)
    return max(scores)


def josephus(n, k):
    d = deque(range(1, n + 1))
    while len(d) > 1:
        d.rotate(1 - k)
        d.popleft()
    return d[0]


print(marbles(9, 25), marbles(10, 1618), marbles(430, 60000), josephus(41, 3), josephus(3000, 7), josephus(500, 1234))

d = deque(range(5))
for f in (lambda: d.rotate(1.5), lambda: d.rotate("1"), lambda: d.insert("1", 2), lambda: d.rotate(True),
          lambda: d.insert(False, "x")):
    try:
        print(f(), d)
    except (TypeError, OverflowError) as e:
        print(type(e).__name__, e)
for change in (lambda d: d.rotate(2), lambda d: d.insert(1, 0), lambda d: d.__delitem__(3)):
    d = deque(range(6))
    try:
        for x in d:
            change(d)
    except RuntimeError as e:
        print(e, d)
d = deque([1])
for x in d:
    d.rotate(1)
print(d)
