# Arrays in .npy files, in text and in bytes.
import io
import os
import tempfile

try:
    import numarray as np
except ImportError:
    import numpy as np

folder = tempfile.mkdtemp()
for k, a in enumerate((np.arange(5), np.linspace(0, 1, 4).reshape(2, 2), np.array([True, False]), np.zeros((0, 3)),
                       np.arange(6).reshape(2, 3)[:, ::2], np.array([float("nan"), -0.0, float("inf")]))):
    path = os.path.join(folder, f"a{k}")
    np.save(path, a)
    with open(path + ".npy", "rb") as f:
        data = f.read()
    print(len(data), data[:80], data[128:])
    b = np.load(path + ".npy")
    print(repr(b), b.dtype, b.shape)
    stream = io.BytesIO()
    np.save(stream, a)
    print(stream.getvalue() == data)
    stream.seek(0)
    print(repr(np.load(stream)))
    os.remove(path + ".npy")
header = "{'descr': '<i8', 'fortran_order': True, 'shape': (2, 3), }"
header += " " * (117 - len(header)) + "\n"
data = b"\x93NUMPY\x01\x00" + len(header).to_bytes(2, "little") + header.encode() + np.arange(6).tobytes()
print(np.load(io.BytesIO(data)))

path = os.path.join(folder, "t.txt")
np.savetxt(path, np.array([[1.5, 2], [3, 4e10]]))
with open(path) as f:
    print(f.read())
np.savetxt(path, np.arange(6).reshape(3, 2), fmt="%d", delimiter=",", header="x,y")
with open(path) as f:
    print(f.read())
print(np.loadtxt(path, delimiter=","), np.loadtxt(path, delimiter=",", dtype=int, unpack=True))
print(np.loadtxt(path, delimiter=",", usecols=1), np.loadtxt(io.StringIO("1 2\n\n3 4 # more\n")))
os.remove(path)
os.rmdir(folder)
print(np.frombuffer(b"\0\1\2\3\4\5\6\7" * 2, dtype=np.int64), np.frombuffer(bytearray(16), count=1, offset=8))
print(np.fromstring("1,2,3", dtype=int, sep=","), np.frombuffer(b"\1\0\1", dtype=bool))
print(np.arange(3).tobytes(), np.arange(6).reshape(2, 3).T.tobytes() == np.arange(6).reshape(2, 3).T.copy().tobytes())
