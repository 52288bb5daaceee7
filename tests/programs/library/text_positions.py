# tell() and seek() of text files; text read in parts; writing after reading; reconfigure().
import io
import os
import tempfile


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


text = "häuser\r\nzwei\nδρία\r\n€uro\nend"
for encoding, newline in (("utf-8", None), ("utf-8", ""), ("utf-8", "\n"), ("utf-8", "\r\n"),
                          ("utf-16", None), ("utf-8-sig", ""), ("cp1253", None)):
    data = text.encode(encoding, "replace")
    f = io.TextIOWrapper(io.BytesIO(data), encoding, newline=newline)
    whole = f.read()
    for step in (1, 3):
        f.seek(0)
        row = []
        read = ""
        while True:
            at = f.tell()
            piece = f.read(step)
            if not piece:
                break
            row.append((at, len(read)))
            read += piece
        print(encoding, newline, read == whole, [at for at, _ in row][:8])
        for at, n in row:
            f.seek(at)
            assert f.read() == whole[n:], (at, n)
    f.seek(0)
    print([f.readline(), f.readline(4), f.tell(), f.readline(), f.readline()], f.newlines)
    f.seek(0)
    f._CHUNK_SIZE = 5
    print([f.readline() for _ in range(4)], f.tell(), list(f))

path = os.path.join(tempfile.mkdtemp(), "file")
with open(path, "w", encoding="utf-8") as f:
    print(f.tell(), f.write("a\nb\n"), f.tell(), f.seek(1), f.write("X"), f.tell())
with open(path, "r+") as f:
    print(repr(f.readline()), f.tell(), f.write("more\n"), f.tell())
    f.seek(0)
    print(f.readlines())
with open(path) as f:
    for line in f:
        attempt(lambda: f.tell())
        break
    attempt(lambda: f.seek(1, 1))
    attempt(lambda: f.seek(1, 2))
    attempt(lambda: f.seek(0, 5))
    attempt(lambda: f.seek(-1))
    attempt(lambda: f.reconfigure(encoding="ascii"))
    attempt(lambda: f.write("x"))
    print(f.seek(0, 2), repr(f.read()), f._CHUNK_SIZE)
attempt(lambda: f.read())
attempt(lambda: f.tell())
wrapper = io.TextIOWrapper(io.BytesIO(), encoding="ascii", newline="\n")
attempt(lambda: wrapper.write("é"))
wrapper.reconfigure(encoding="utf-16", newline="\r\n", line_buffering=True)
print(wrapper.write("é\n"), wrapper.buffer.getvalue(), wrapper.encoding, wrapper.line_buffering)
buffer = wrapper.detach()
attempt(lambda: wrapper.write("x"))
attempt(lambda: wrapper.closed)
print(wrapper.errors, buffer.getvalue())
attempt(lambda: io.TextIOWrapper(io.BytesIO(), encoding="rot13"))
attempt(lambda: io.TextIOWrapper(io.BytesIO(), encoding=5))
attempt(lambda: io.TextIOWrapper.__new__(io.TextIOWrapper).read())


class Odd(io.BytesIO):
    def read1(self, size=-1):
        return "text"


attempt(lambda: io.TextIOWrapper(Odd()).read(1))
