# sys.stdin and sys.stdout: their kinds, parts of lines, and other settings. What io has of them.
# stdin: abcdef\nsecond\nthird\nfourth\n
import io
import sys


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


for stream in (sys.stdin, sys.stdout, sys.stderr):
    print(stream.name, stream.mode, stream.encoding, stream.newlines, stream.closed)
    print([isinstance(stream, kind) for kind in (io.TextIOWrapper, io.TextIOBase, io.IOBase)])
    print([isinstance(stream.buffer, kind)
           for kind in (io.BufferedIOBase, io.BufferedReader, io.BufferedWriter)])
    print(stream.buffer.name, stream.buffer.mode, stream.readable(), stream.writable())
    print(stream.fileno(), stream.buffer.fileno(), stream.buffer.raw.fileno())
attempt(lambda: sys.stdin.write("x"))
attempt(lambda: sys.stdout.read())
attempt(lambda: sys.stdout.readline())
attempt(lambda: next(sys.stdout))
attempt(lambda: sys.stdout.write(5))
attempt(lambda: sys.stdout.write(b"x"))
attempt(lambda: sys.stdout.writelines(["a\n", "b\n"]))
print(sys.stdin.read(3), sys.stdin.readline(2))
print(input("> "), input())
attempt(lambda: sys.stdin.readlines(3))
print(sys.stdin.read())
attempt(lambda: input())
attempt(lambda: sys.stdin.readline())

sys.stdout.reconfigure(encoding="latin-1")
print("é")
attempt(lambda: sys.stdout.write("€"))
sys.stdout.reconfigure(encoding="ascii", errors="backslashreplace")
print("é€", sys.stdout.encoding, sys.stdout.errors)
sys.stdout.reconfigure(encoding="utf-8", errors="surrogateescape", newline="\r\n")
print("é\udcff")
sys.stdout.reconfigure(newline="\n")
buffer = sys.stdout.detach()
try:
    print("x")
except ValueError as e:
    sys.stderr.write(f"{e}\n")
sys.stdout = io.TextIOWrapper(buffer, encoding="utf-8", line_buffering=True)
print("end")
sys.stdout.close()
sys.stdin.close()
for f in (lambda: print("x"), lambda: input(), lambda: sys.stdin.read()):
    try:
        f()
    except ValueError as e:
        sys.stderr.write(f"{e}\n")
