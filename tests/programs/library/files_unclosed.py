# The warnings about files that die without having been closed.
import gc
import io
import os
import warnings

warnings.simplefilter("always")  # ResourceWarning, too


def leak():
    f = open(__file__, encoding="utf-8")
    f.read(3)


leak(); gc.collect()
open(__file__, "rb"); gc.collect()
open(__file__, "rb", 0); gc.collect()
io.FileIO(__file__); gc.collect()
w = open("/dev/null", "w", encoding="utf-8")
w.write("x")
del w
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("default")
    open(__file__, encoding="utf-8"); gc.collect()
    open(__file__, encoding="utf-8").read(); gc.collect()
print([(str(w.message)[:40], w.category.__name__, w.lineno, type(w.source).__name__) for w in log])
open(os.dup(1), "w", closefd=False); gc.collect()
io.TextIOWrapper(io.BytesIO(b"x")); gc.collect()
with open(__file__, encoding="utf-8") as f:
    pass
del f; gc.collect()
warnings.simplefilter("ignore", ResourceWarning)
open(__file__, encoding="utf-8"); gc.collect()
warnings.simplefilter("always", ResourceWarning)
print("end", flush=True)
kept = open(__file__, encoding="utf-8")
