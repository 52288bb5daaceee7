# An uncaught ZeroDivisionError three calls deep: frames, source lines, carets under the operation, exit status 1.
def ratio(a, b):
    return (a + 1) / (b - b) * 2


def average(values):
    total = 0
    for v in values:
        total += v
    return ratio(total, len(values))


def main():
    print("before")
    result = average([1, 2, 3])
    print("not reached", result)


main()
