# Buffers before raw files: what reaches the file when, positions, files that do as they like.
import io
import os
import tempfile


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


memory = io.BytesIO()
writer = io.BufferedWriter(memory, 8)
for piece in (b"foobar", b"foobar", b"x" * 20, b"", b"12345678", b"9"):
    print(writer.write(piece), memory.getvalue(), writer.tell())
writer.flush()
print(memory.getvalue())
raw = writer.detach()
print(raw is memory, writer.raw)
attempt(lambda: writer.write(b"x"))
attempt(lambda: io.BufferedReader(io.BytesIO(), 0))
attempt(lambda: io.BufferedWriter.__new__(io.BufferedWriter).write(b"x"))


class Raw(io.RawIOBase):
    def __init__(self, pieces):
        self.pieces = pieces
        self.asked = []

    def readable(self):
        return True

    def writable(self):
        return True

    def readinto(self, buffer):
        self.asked.append(len(buffer))
        if not self.pieces:
            return 0
        piece = self.pieces.pop(0)
        if not isinstance(piece, bytes):
            return piece
        buffer[:len(piece)] = piece
        return len(piece)

    def write(self, data):
        return self.pieces.pop(0) if self.pieces else len(data)


raw = Raw([b"abc", b"de\nf", b"ghijklmnop", None, b"q"])
reader = io.BufferedReader(raw, 10)
print(reader.peek(), reader.read1(2), reader.readline(), reader.read(4), reader.read(100))
print(reader.read(), reader.read(5), raw.asked)
for answer in (-1, 11, 99):
    reader = io.BufferedReader(Raw([answer]), 10)
    attempt(lambda: reader.read(10))
    writer = io.BufferedWriter(Raw([answer]), 4)
    attempt(lambda: writer.write(b"12345678"))
writer = io.BufferedWriter(Raw([None]), 4)
for data in (b"123", b"456789", b""):
    try:
        print(writer.write(data))
    except BlockingIOError as e:
        print(e.strerror, e.args[1:], e.characters_written)
writer.flush()
reader = io.BufferedReader(io.BytesIO(b"0123456789" * 3), 8)
buffer = bytearray(5)
print(reader.readinto(buffer), buffer, reader.readinto1(buffer), buffer, reader.tell())
print(reader.seek(2), reader.read(3), reader.seek(-2, 1), reader.read(2), reader.seek(-1, 2), reader.read())
attempt(lambda: reader.seek(0, 9))
attempt(lambda: reader.read(-2))
attempt(lambda: reader.write(b"x"))
attempt(lambda: reader.truncate())
attempt(lambda: reader.readinto(b"x"))
attempt(lambda: reader.read("x"))

path = os.path.join(tempfile.mkdtemp(), "file")
with open(path, "w+b") as f:
    f.write(b"line 1\nline 2\nline 3\n")
    f.seek(0)
    print(f.readline(), f.tell(), f.write(b"LINE"), f.tell(), f.read())
    f.seek(3)
    print(f.truncate(), f.seek(0), f.read())
pair = io.BufferedRWPair(io.BytesIO(b"in"), io.BytesIO())
print(pair.read(), pair.write(b"out"), pair.flush(), pair.closed, pair.close(), pair.closed)


writer = io.BufferedWriter(io.BytesIO())
writer.flush = lambda: 1 / 0
attempt(lambda: writer.close())
print(writer.closed)
attempt(lambda: io.BytesIO().readinto("x"))
attempt(lambda: io.BytesIO().write(b"x", 2))
attempt(lambda: io.BytesIO().getvalue(1))
attempt(lambda: open(path, "rb").readinto(bytearray(3), 8))
attempt(lambda: open(path, "rb").read(1, 2))
attempt(lambda: open(path, "rb").seek())
attempt(lambda: io.StringIO().write())
attempt(lambda: open(path).readline(1, 2))
attempt(lambda: open(path).readline(size=1))
