# CPython's frozen copy of importlib's file side.
from importlib._bootstrap_external import *
