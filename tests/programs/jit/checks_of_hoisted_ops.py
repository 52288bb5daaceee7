# What a loop computes once is computed again where a trace enters its body, and there nothing is
# known but what is checked there: that a divisor is positive does not follow from a comparison with
# something that changes in the loop.
def remainders(rounds, width):
    total = 0
    i = 0
    while i < rounds:
        divisor = (i % 5) - 1
        dividend = i * 7
        k = 0
        while k < width:
            if (k & 3) < divisor:
                total += dividend % divisor
            else:
                total -= 1
            k += 1
        i += 1
    return total


def quotients(rounds, width):
    total = 0
    i = 0
    while i < rounds:
        divisor = 3 - (i % 4)
        dividend = i * 7
        k = 0
        while k < width:
            if (k & 1) < divisor:
                total += dividend // divisor
            k += 1
        i += 1
    return total


def products(rounds, width):
    total = 0
    i = 0
    while i < rounds:
        factor = 1 << 48 if i % 50 == 49 else 10
        k = 0
        while k < width:
            if (k & 7) + 20 > factor:
                total += (factor * factor * 3) & 255
            else:
                total += 1
            k += 1
        i += 1
    return total


def shifts(rounds, width):
    total = 0
    i = 0
    while i < rounds:
        by = 70 - i if i % 9 else -i
        k = 0
        while k < width:
            if by >= 0 and (k & 31) + 2 > by:
                total += (5 << by) + (i >> by)
            k += 1
        i += 1
    return total


for rounds in (3, 40, 2000):
    print(remainders(rounds, 12), quotients(rounds, 12), products(rounds, 12))
print(shifts(140, 40))
