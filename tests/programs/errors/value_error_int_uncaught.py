# ValueError of int() and float() with odd texts, and the uncaught one with a caret line.
def parse(s):
    return int(s)


for s in ("", " ", "1 2", "1.0", "0x1f", "٣٤", "five", "--5", "'q'", "1\n2"):
    try:
        print(parse(s))
    except ValueError as e:
        print(e)
for s in ("", "1,5", "one", "1e", ".", "nanx"):
    try:
        print(float(s))
    except ValueError as e:
        print(e)
for f in (lambda: int("12", 99), lambda: int("9", 8), lambda: int(5, 10), lambda: float([]), lambda: int(None), lambda: chr(-5), lambda: [1].index(2), lambda: "a".index("b"), lambda: range(0, 1, 0), lambda: "x".split("")):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
numbers = [parse(s) for s in "1 2 x 4".split()]
print(numbers)
