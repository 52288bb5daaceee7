# CPython's frozen copy of importlib's inside.
import sys
import importlib._bootstrap

sys.modules[__name__] = importlib._bootstrap
