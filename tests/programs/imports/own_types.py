"""What C does in CPython needs no module types: one of the program's in its place harms nothing."""
import os
import sys
import time

sys.modules.pop("types", None)
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "_own_types"))

import array
import itertools

print(array.array("d", [1.5, 2.5]))
print(list[int], int | None, itertools.chain[int])
print(sys.implementation.name != "", time.get_clock_info("time").adjustable)
print(str.__module__, type(sys)("made"))

import types

print(types.GenericAlias)

for level in (-1, -5):
    try:
        __import__("array", None, None, (), level)
    except ValueError as e:
        print(e)
