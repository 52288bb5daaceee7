# Functions of modules that are in C are no methods in a class; and what surrounds a program.
import bisect
import cmath
import gc
import grp
import heapq
import inspect
import os
import pwd
import select
import struct
import subprocess
import sys
import zlib
from collections import deque
from collections.abc import Hashable, MutableSequence


class Holder:
    root = cmath.sqrt
    place = bisect.bisect_left
    pop = heapq.heappop
    ready = select.select
    sum = zlib.crc32
    names = pwd.getpwuid
    collect = gc.collect
    pack = struct.pack


h = Holder()
print(h.root(4), h.place([1, 2, 3], 2), h.pop([1, 2]), bisect.insort)
print(h.ready([], [], [], 0), h.sum(b"abc"), h.names(0).pw_name, h.collect() >= 0, h.pack("<h", 258))
for f in (lambda: h.ready([]), lambda: h.ready([], [], [], timeout=1), lambda: h.ready([5000], [], [], 0)):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(isinstance(bytearray(), Hashable), isinstance(deque(), MutableSequence))
print(pwd.getpwuid(0).pw_name, pwd.getpwnam("root").pw_uid, grp.getgrgid(0).gr_name)
for f in (lambda: pwd.getpwnam("nobody at all"), lambda: pwd.getpwuid("x"), lambda: grp.getgrnam(1)):
    try:
        f()
    except (KeyError, TypeError) as e:
        print(type(e).__name__, e)


def caller():
    return inspect.stack()[1].function, inspect.currentframe().f_code.co_name


def outer():
    return caller()


print(outer(), inspect.isframe(sys._getframe()))
try:
    print("before", "\ud800")
except UnicodeEncodeError as e:
    print(e)
for switches in (["-u"], ["-I", "-E", "-X", "faulthandler", "-W", "ignore"], ["-B", "-s", "-S"]):
    run = subprocess.run([sys.executable, *switches, "-c", "import sys; print(sys.argv)", "-x"],
                         capture_output=True, text=True)
    print(switches, run.stdout, run.returncode)
import uu
