# open() with closefd and opener.
import os
import tempfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, "data")
with open(path, "wb") as file:
    file.write(b"line 1\nline 2\n")
fd = os.open(path, os.O_RDONLY)
for mode, buffering in (("rb", 0), ("rb", -1), ("r", -1)):
    with open(fd, mode, buffering, closefd=False) as file:
        print(repr(file.read()))
    print(file.closed, os.lseek(fd, 0, os.SEEK_SET))
with open(fd, "rb", 0, closefd=False) as file:
    print(repr(file).replace(f"name={fd} ", ""), file.closefd)
with open(fd, "rb", 0) as file:
    print(file.closefd)
try:
    os.fstat(fd)
except OSError as error:
    print(error)
try:
    open(path, closefd=False)
except ValueError as error:
    print(error)


def opener(name, flags):
    print(os.path.basename(name), flags & os.O_ACCMODE == os.O_RDWR, flags & os.O_TRUNC != 0)
    return os.open(name, flags)


with open(path, "r+", opener=opener) as file:
    print(file.readline(), file.name == path)
with open(path, "w+", opener=opener) as file:
    print(file.read())
for wrong in (lambda name, flags: -1, lambda name, flags: "x"):
    try:
        open(path, opener=wrong)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
os.remove(path)
os.rmdir(folder)


class Uses:
    open = open
    plain = __import__("io").open


print(Uses.open is Uses().plain, Uses().open)
import _io
import io
print(_io.open is io.open, _io.StringIO is io.StringIO, _io.BytesIO is io.BytesIO)
fd = os.open("/", os.O_RDONLY)
try:
    io.FileIO(fd)
except IsADirectoryError as error:
    print(error.strerror, error.filename == fd, os.fstat(fd) is not None)
os.close(fd)
with open(os.devnull, "rb", 0) as file:
    print(file._blksize == os.stat(os.devnull).st_blksize, file.name)
    del file.name
    print(repr(file).replace(f"fd={file.fileno()}", "fd=N"))
try:
    io.BytesIO(b"a\nb").readlines("")
except TypeError as error:
    print("no number")
print(b"\xb9\x01\xef".hex("\0"), b"\xb9\x01\xef".hex(b"\0", -2), b"\x01\x02".hex())
