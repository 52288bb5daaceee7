# A loop's body is entered by a bridge after what it assumed of a list's length has become false.
def trim(x):
    for i in range(len(x)):
        y = x[i]


def pop_all(v, w):
    last = None
    while True:
        w += 1
        if w >= 20:
            break
        last = v.pop() if v else -1
        trim(v)
    return last, w, v


def count_empty(xs, rounds):
    empty = taken = 0
    for r in range(rounds):
        if xs:
            taken += xs.pop()
            for i in range(len(xs)):
                taken ^= xs[i]
        else:
            empty += 1
            if empty % 5 == 0:
                xs.extend([r, r + 1])
    return empty, taken, xs


print(pop_all([0, 1, 2, 3], -7))
print(pop_all(list(range(12)), -5))
print(count_empty(list(range(7)), 60))
