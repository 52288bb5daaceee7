# Importing a module that doesn't exist, uncaught, inside a function.
import sys


def load():
    print("loading")
    import _definitely_missing_module
    return _definitely_missing_module


print("sys" in sys.modules, "math" in dir())
try:
    load()
except ImportError as e:
    print(type(e).__name__, e.name, e)
try:
    from sys import no_such_name
except ImportError as e:
    print(type(e).__name__, str(e).split(" (")[0])
load()
