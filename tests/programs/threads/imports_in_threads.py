"""A module that several threads import at once has run when they get it; others wait for input."""
import os
import sys
import threading

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "modules"))
values = []


def use():
    import slow_module
    values.append(slow_module.VALUE)


threads = [threading.Thread(target=use) for _ in range(5)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(values)

# Reading from a pipe that another thread writes to.
r, w = os.pipe()
got = []
reader = threading.Thread(target=lambda: got.append(os.read(r, 100)))
reader.start()
os.write(w, b"through a pipe")
reader.join()
print(got)
with os.fdopen(r) as source, os.fdopen(w, "w") as sink:
    reader = threading.Thread(target=lambda: got.append(source.readline()))
    reader.start()
    print("a line", file=sink, flush=True)
    reader.join()
print(got[1:])
print(sys.getswitchinterval())
for wrong in (0, -1, "x"):
    try:
        sys.setswitchinterval(wrong)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
