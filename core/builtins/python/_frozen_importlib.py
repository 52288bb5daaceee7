# CPython's frozen copy of importlib's core.
from importlib._bootstrap import *
