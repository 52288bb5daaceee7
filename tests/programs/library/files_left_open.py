# Files that nobody closes, more than a process may have open; what classes derived from io's do when they die.
import gc
import io
import os
import resource
import tempfile

resource.setrlimit(resource.RLIMIT_NOFILE, (64, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
path = os.path.join(tempfile.mkdtemp(), "file")
total = 0
for i in range(200):
    open(path, "w").write(f"{i}\n")
    total += int(open(path).read()) + len(open(path, "rb").readline())
print(total)


class Noting(io.StringIO):
    def close(self):
        print("closing", self.getvalue())
        super().close()


def use():
    f = Noting()
    f.write("text")


use()
gc.collect()


class Pickled(io.BytesIO):
    def __init__(self, a, b):
        super().__init__(a)
        self.b = b


import copy
import pickle
p = Pickled(b"data", 5)
p.read(2)
for kind in (io.BytesIO, io.StringIO):
    state = kind().__getstate__()
    for wrong in (None, state[:1], state[:-1] + (5,)):
        try:
            kind().__setstate__(wrong)
        except TypeError as e:
            print(e)
q = pickle.loads(pickle.dumps(p))
print(q.read(), q.b, q.getvalue(), copy.copy(p).b)
try:
    pickle.dumps(open(path))
except TypeError as e:
    print(e)
