# input() and sys.stdin: prompts, lines, end of file.
# stdin: Ada\n36\n\n3 4 5\nrest one\nrest two
import sys

name = input("name? ")
age = int(input())
empty = input("empty: ")
print(f"hello {name}, {age + 1} next year, {empty!r}")
a, b, c = map(int, input("three: ").split())
print(a + b * c)
line = sys.stdin.readline()
print(repr(line))
for i, line in enumerate(sys.stdin):
    print(i, line.strip())
try:
    input("more? ")
except EOFError as e:
    print()
    print(type(e).__name__, e)
print(repr(sys.stdin.readline()), repr(sys.stdin.read()))
