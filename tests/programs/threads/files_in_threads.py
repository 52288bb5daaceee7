# One buffered file that many threads write, or read: nothing comes twice or gets lost.
# modes: sample
import io
import os
import tempfile
import threading


def run(targets):
    threads = [threading.Thread(target=f, args=args) for f, *args in targets]
    for t in threads:
        t.start()
    for t in threads:
        t.join()


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "file")

    # Small buffers, so that most calls come to the file itself.
    def write(file, letter):
        for _ in range(60):
            for part in (1, 5, 9, 2):
                file.write(letter * part)

    with io.BufferedWriter(io.FileIO(path, "w"), 8) as file:
        run([(write, file, bytes((i,))) for i in range(97, 103)])
    with open(path, "rb") as file:
        data = file.read()
    print([data.count(bytes((i,))) for i in range(97, 103)], len(data))

    def lines(file, name):
        for i in range(150):
            file.write(f"{name}{i:03d}\n")
            if i % 50 == 0:
                file.flush()

    with open(path, "w", buffering=64) as file:
        run([(lines, file, name) for name in "abcd"])
    with open(path) as file:
        found = sorted(file)
    print(len(found), len(set(found)), found[:2], found[-1:])

    pieces = []

    def read(file):
        while piece := file.read(3):
            pieces.append(piece)

    with io.BufferedReader(io.FileIO(path), 16) as file:
        run([(read, file)] * 4)
    with open(path, "rb") as file:
        data = file.read()
    print(len(data) == sum(map(len, pieces)), sorted(b"".join(pieces)) == sorted(data))


class Slow(io.RawIOBase):
    def writable(self):
        return True

    def write(self, data):
        inside.set()
        go_on.wait()
        return len(data)

    def close(self):
        if not self.closed:
            inside.set()
            go_on.wait()
        super().close()


inside, go_on = threading.Event(), threading.Event()
file = io.BufferedWriter(Slow(), 4)
closing = threading.Thread(target=file.close)
closing.start()
inside.wait()
threading.Timer(0.02, go_on.set).start()
try:
    file.write(b"more")
except ValueError as e:
    print(e)
closing.join()


class Again(Slow):
    def write(self, data):
        file.flush()

    def __repr__(self):
        return "again"


file = io.BufferedWriter(Again(), 4)
try:
    file.write(b"more than four")
except RuntimeError as e:
    print(str(e).partition("<")[0])
