# stdin: first\nsecond\nrest of it\n
# Files: modes, positions, buffers, newlines, encodings, descriptors, and what is refused.
import io
import os
import sys
import tempfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, "a.txt")


def attempt(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, str(e).replace(folder, "FOLDER"))


with open(path, "w") as f:
    print(f.write("one\ntwo\nthr\u00e9e\n"), f.tell(), f.name == path, f.mode, f.readable(),
          f.writable(), f.seekable())
    f.writelines(["x\n", "y"])
print(os.path.getsize(path))
with open(path) as f:
    print(repr(f.readline()), f.tell(), repr(f.read(3)), f.tell(), f.readlines())
    f.seek(0)
    print(list(f), f.read(), f.readline())
    f.seek(4)
    print(f.readline())
with open(path, "rb") as f:
    print(f.readline(), f.tell(), f.read(2), f.peek(3)[:3], f.read1(4), f.seek(-3, 2), f.read(), f.read())
    f.seek(0)
    b = bytearray(5)
    print(f.readinto(b), b)
with open(path, "r+") as f:
    print(f.readline())
    f.seek(0)
    f.write("ONE")
    f.seek(0, 2)
    f.write("end\n")
with open(path) as f:
    print(f.read())
with open(path, "r+b") as f:
    f.seek(3)
    f.write(b"++")
    print(f.tell(), f.seek(0), f.read(8), f.truncate(6))
with open(path, "a") as f:
    print(f.tell())
    f.write("more\r\nwin\rmac\n")
for newline in (None, "", "\n", "\r", "\r\n"):
    with open(path, newline=newline) as f:
        print(repr(newline), f.readlines(), f.newlines)
for newline in (None, "", "\n", "\r", "\r\n"):
    with open(path, "w", newline=newline) as f:
        f.write("a\nb\n")
    with open(path, "rb") as f:
        print(f.read())
for encoding in ("utf-16", "latin-1", "utf-8-sig"):
    with open(path, "w", encoding=encoding) as f:
        f.write("\u00e9\nx\n")
    with open(path, "a", encoding=encoding) as f:
        f.write("z")
    with open(path, "rb") as f:
        print(f.read())
    with open(path, encoding=encoding) as f:
        print(f.readline() == "\u00e9\n", f.tell(), f.read())
with open(path, "w") as f:
    for i in range(5000):
        f.write(f"line {i} \u00e9\n")
with open(path) as f:
    print(sum(len(line) for line in f))
    f.seek(0)
    for _ in range(3000):
        line = f.readline()
    at = f.tell()
    after = f.readline()
    f.seek(at)
    print(line, at, after == f.readline())

attempt(lambda: open(path, "x"))
attempt(lambda: open(folder))
attempt(lambda: open(os.path.join(folder, "none")))
for mode in ("rw", "", "rbt", "q", "r+w", "rr"):
    attempt(lambda: open(path, mode))
attempt(lambda: open(path, "rb", encoding="utf-8"))
attempt(lambda: open(path, buffering=0))
attempt(lambda: open(path, "w").read())
attempt(lambda: open(path).write("x"))
attempt(lambda: open(path, "rb").write(b"x"))
attempt(lambda: open(path, "wb").write("x"))
attempt(lambda: open(path, "w").write(b"x"))
f = open(path)
f.close()
attempt(f.read)
attempt(lambda: next(f))
attempt(f.fileno)
attempt(f.__enter__)
print(f.closed, str(f).replace(folder, "FOLDER").rpartition(" encoding")[0])

f = io.TextIOWrapper(io.BytesIO(b"a\xc3\xa9\nb"), "utf-8")
print(f.readline(), f.read())
b = io.BytesIO()
w = io.TextIOWrapper(b, "latin-1", write_through=True)
w.write("\u00e9")
print(b.getvalue(), io.BufferedReader(io.BytesIO(b"abc\nd")).readlines(), io.BytesIO(b"abc").read(2))
s = io.StringIO("a\nb\r\nc")
print(s.readlines(), s.tell(), s.seek(1), s.write("ZZ"), s.getvalue(), s.truncate(2), s.getvalue())
s = io.StringIO(newline=None)
s.write("a\r\nb\rc\n")
print(repr(s.getvalue()), s.newlines)
x = io.BytesIO()
x.seek(3)
x.write(b"q")
print(x.getvalue(), x.getbuffer()[3], bytes(x.getbuffer()))
attempt(lambda: io.StringIO(b"x"))
attempt(lambda: io.BytesIO("x"))
attempt(lambda: io.StringIO().write(b"x"))

fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC)
print(os.write(fd, b"hello"), os.lseek(fd, 1, 0), os.read(fd, 3), os.fstat(fd).st_size)
os.close(fd)
attempt(lambda: os.read(999, 3))
with os.fdopen(os.open(path, os.O_RDONLY)) as f:
    print(f.read())
with open(path, "rb", 0) as f:
    print(type(f).__name__, f.read(2))
r, w = os.pipe()
print(os.write(w, b"piped\n"))
os.close(w)
with open(r) as f:
    print(f.read())
os.chmod(path, 0o600)
os.symlink(path, path + ".link")
os.utime(path, (1, 2.5))
print(oct(os.stat(path).st_mode), os.readlink(path + ".link") == path, os.stat(path).st_mtime)
with tempfile.NamedTemporaryFile("w+") as f:
    f.write("temporary")
    f.seek(0)
    print(f.read())
fd, name = tempfile.mkstemp(dir=folder)
os.close(fd)
print(os.path.dirname(name) == folder)

print(sys.stdin.buffer.readline(), sys.stdin.buffer.read(4), sys.stdin.buffer.read())
sys.stdout.flush()
print(sys.stdout.buffer.write(b"bytes\n"), isinstance(f, io.IOBase), io.StringIO().isatty())
for name in os.listdir(folder):
    os.unlink(os.path.join(folder, name))
os.rmdir(folder)


class Place(str):
    pass


print(os.path.isdir(Place("/")), os.path.exists(Place("/no such")), os.stat(Place("/")).st_nlink > 1)
