# ctypes.util: which file a library's name means.
import _ctypes as _c


def find_library(name):
    return _c.find_library(name)
