# The database of Unicode's characters: C++ over core/objects' tables, and what it said in 3.2.0.
from _unicodedata import *


def __getattr__(name):
    if name in ("ucd_3_2_0", "UCD"):
        import _unicode_3_2
        return getattr(_unicode_3_2, name)
    raise AttributeError(f"module 'unicodedata' has no attribute {name!r}")
