"""The variables of a function seen from those that it calls, when all of them are compiled."""
import sys


def look(depth):
    if depth:
        return look(depth - 1)
    frame = sys._getframe()
    while frame.f_code.co_name != "shows":
        frame = frame.f_back
    return sorted(frame.f_locals.items())


def shows(n):
    number, real, nothing, text = n + 1, n * 0.5, None, "x" * (n & 3)
    if n & 1:
        odd = True
    if n < 0:
        late = locals()
    seen = look(n & 3)
    number += 1
    return seen, look(1)


def loops(n):
    total = 0
    for k in range(n):
        square = k * k
        total += len(shows(k)[0])
    return total, sorted(locals())


for turn in range(4):
    print(loops(60))
for n in range(30):
    print(*shows(n))
