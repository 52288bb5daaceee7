"""Unpacking in a hot loop what is a tuple first, and something else later."""


def run(case):
    end = case()


def broken(n):
    try:
        a, b = 0
    except Trouble as e:
        yield 0


def first():
    made = broken(0)


def second():
    row = (4, 5)
    for i in range(30):
        a, *b = row
        if i >= 15:
            row = "\u20acb"


run(first)
run(second)


def starred(later):
    row = (4, 5)
    for i in range(30):
        a, *b = row
        if i >= 15:
            row = later
    return a, b


def exact(later):
    row = (4, 5)
    total = []
    for i in range(30):
        a, b = row
        total.append(a)
        if i >= 15:
            row = later
    return total[-3:]


for later in ("\u20acb", "xy", [1, 2], b"ab", bytearray(b"cd"), {1: 2, 3: 4}, (6, 7), (8.5, "z"), range(2)):
    print(starred(later), exact(later))
for later in ("\u20ac", [1], (1, 2, 3), 5, None):
    for f in (starred, exact):
        try:
            print(f(later))
        except (TypeError, ValueError) as e:
            print(e)
import gc

gc.collect()
