# What both worlds print comes in order.
import sys
sys.path.insert(0, __file__.rpartition("/")[0] + "/modules")
from bridge import cpython

builtins = cpython.import_module("builtins")
their_sys = cpython.import_module("sys")
print("one")
builtins.print("two", end=" ")
print("three", end=" ")
builtins.print("four")


def speak(x):
    print("in", x, end="; ")
    builtins.print("out", x)
    return x


builtins.print(builtins.sum(builtins.map(speak, [1, 2, 3])))
their_sys.stdout.write("five\n")
print("six")
atexit = cpython.import_module("atexit")
if their_sys is not sys:
    atexit.register(lambda: print("at the end", end="\n"))
else:
    atexit.register(print, "at the end")
their_sys.stdout.write("last words, ")
