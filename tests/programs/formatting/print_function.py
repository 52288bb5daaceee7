# print: sep, end, file, flush, many arguments, mixed objects, errors.
import sys

print()
print(1, 2, 3)
print(1, 2, 3, sep="")
print(1, 2, 3, sep=", ", end=".\n")
print("no newline", end="")
print(" continued", end="\n\n")
print(*range(5), sep="-")
print(*"abc", *[1, 2], sep="\n")
print("a", "b", sep=None, end=None)
print([1, "x"], (2,), {"k": None}, {3}, 1.5, True, None, ..., sep=" | ")
print("flush", flush=True)
print("to stdout", file=sys.stdout)
print("é ☃ 😀", "tab\there", "nul" + chr(0) + "inside")


class Writer:
    def __init__(self):
        self.parts = []

    def write(self, s):
        self.parts.append(s)
        return len(s)


w = Writer()
print("to", "writer", 5, sep="~", end="$", file=w)
print(file=w)
print(w.parts)
sys.stdout.write("raw write\n")
n = sys.stdout.write("")
print(n)
for kw in ({"sep": 1}, {"end": 2}, {"bogus": 1}, {"file": 5}):
    try:
        print("x", **kw)
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)


class Loud:
    def __str__(self):
        print("<str called>", end="")
        return "loud"


print("before", Loud(), "after")


class Fails:
    def __str__(self):
        raise ValueError("no str")


try:
    print("partial", Fails())
except ValueError as e:
    print("|", e)
for i in range(0, 300, 37):
    print(i, end=" " if i < 250 else "\n")
print()
