# A loop's write barrier is made before its body. A trace that enters the body itself, after a call
# in which a collection may have come, has to make it too.
def allocate(i, depth=0):
    made = []
    k = 0
    while k < 40:
        made.append((k, i))
        k += 1
    if depth < 2:
        allocate(i, depth + 1)
    return len(made)


def fill(rounds, width):
    first, rest = [None] * 64, [None] * 64
    total = 0
    wrong = 0
    for i in range(rounds):
        for j in range(5, 5 + width):
            if j != 5:
                rest[j] = (i, j)
            else:
                first[j] = (i, j)
        total += allocate(i)
        j = 6
        while j < width + 5:
            wrong += rest[j] != (i, j)
            j += 1
    return total, wrong, first[5], rest[6]


print(fill(400, 20))
print(fill(3000, 20))
