# CPython's frozen copy of importlib's file side.
import sys
import importlib._bootstrap_external

sys.modules[__name__] = importlib._bootstrap_external
