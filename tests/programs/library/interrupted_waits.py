# A wait for a file or a process that a signal interrupts: the handler runs, and the wait goes on,
# unless the handler raises.
# modes: sample
import os
import select
import signal
import subprocess
import time


class Stop(Exception):
    pass


def stop(number, frame):
    raise Stop(signal.Signals(number).name)


def soon(handler):
    signal.signal(signal.SIGALRM, handler)
    signal.setitimer(signal.ITIMER_REAL, 0.05)


r, w = os.pipe()


def feed(number, frame):
    os.write(w, b"bar")


soon(feed)
print(os.read(r, 10))
for mode, buffering in (("rb", 0), ("rb", -1), ("r", -1)):
    with open(r, mode, buffering, closefd=False) as file:
        os.write(w, b"foo")
        soon(feed)
        print(mode, buffering, file.read(3), file.read(3))
with open(r, "rb", closefd=False) as file:
    os.write(w, b"foo")
    soon(feed)
    print(file.read(6))
soon(lambda number, frame: os.write(w, b"a line\n"))
with open(r, closefd=False) as file:
    print(repr(file.readline()))

# Waiting with a timeout waits for what is left of it.
soon(feed)
print(select.select([r], [], [], 5)[0] == [r], os.read(r, 10))
handled = []
soon(lambda number, frame: handled.append(number))
begun = time.monotonic()
poll = select.poll()
poll.register(r, select.POLLIN)
print(poll.poll(200), time.monotonic() - begun > 0.19, handled)

# Exceptions of a handler end the wait.
for wait in (lambda: os.read(r, 1), lambda: open(r, "rb", closefd=False).read(1),
             lambda: select.select([r], [], []), lambda: time.sleep(5),
             lambda: open(r, closefd=False).readline()):
    soon(stop)
    try:
        print("not interrupted", wait())
    except Stop as error:
        print("stopped by", error)

# A pipe that is full.
soon(stop)
try:
    while True:
        os.write(w, b"x" * 4096)
except Stop as error:
    print("write stopped by", error)

# A process.
child = subprocess.Popen(["cat"], stdin=subprocess.PIPE)


def end_child(number, frame):
    handled.append(number)
    child.stdin.close()


handled.clear()
soon(end_child)
print(child.wait(), handled)
child = subprocess.Popen(["cat"], stdin=subprocess.PIPE)
soon(stop)
try:
    child.wait()
except Stop as error:
    print("wait stopped by", error)
child.stdin.close()
print(child.wait())
