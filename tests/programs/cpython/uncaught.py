# An exception of CPython that nobody catches; and one of the program that passes through CPython.
import sys
sys.path.insert(0, __file__.rpartition("/")[0] + "/modules")
from bridge import cpython

builtins = cpython.import_module("builtins")


def bad(x):
    return x.nothing


try:
    builtins.sorted([3], key=bad)
except AttributeError:
    builtins.int("abc")
