# Pipes that do not wait: raw files answer None, what a buffer could not write stays in it.
import io
import os

r, w = os.pipe()
os.set_blocking(r, False)
os.set_blocking(w, False)
raw = io.FileIO(r, "r", closefd=False)
print(raw.read(3), raw.readall(), raw.readinto(bytearray(3)))
os.write(w, b"abc")
print(raw.read(10), raw.read(10))
os.write(w, b"abc")
print(raw.readall())
reader = open(r, "rb", closefd=False)
print(reader.read(), reader.read(4))
os.write(w, b"abcdef")
print(reader.read(4), reader.read())

raw = io.FileIO(w, "w", closefd=False)
written = 0
while (n := raw.write(b"x" * 4096)) is not None:
    written += n
print(raw.write(b"more"), written > 0)
writer = open(w, "wb", closefd=False)
writer.write(b"kept")
try:
    writer.flush()
except BlockingIOError as error:
    print(error, error.errno, error.characters_written)
while written:
    written -= len(os.read(r, min(written, 65536)))
writer.flush()
print(os.read(r, 100))
