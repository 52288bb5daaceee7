# input() and print() where sys.stdin and sys.stdout are other files.
# stdin: first\nsecond\n
import io
import sys

print(input("prompt: "))
own_input, own_output = sys.stdin, sys.stdout
sys.stdin = io.StringIO("abc\ndef\nend")
sys.stdout = io.StringIO()
row = [input("a> "), input("b> "), input()]
try:
    input()
except EOFError as e:
    row.append(repr(e))
print("printed", row)
text = sys.stdout.getvalue()
sys.stdout = own_output
print(repr(text), row)


class Words:
    def __init__(self, row):
        self.row = row

    def readline(self):
        return self.row.pop(0)


sys.stdin = Words(["one", "two\n", 3])
print(input(), input())
try:
    input()
except TypeError as e:
    print(e)
sys.stdin = None
try:
    input()
except RuntimeError as e:
    print(e)
sys.stdin = own_input
print(input())
