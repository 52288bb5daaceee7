"""Limits of tracebacks that leave no line: no heading either."""
import sys
import traceback


def f():
    raise ValueError("v")


for lim in (2, 1, 0, -1, -2):
    try:
        f()
    except ValueError as e:
        print(lim)
        print("".join(traceback.format_exception(e, limit=lim)))
        sys.tracebacklimit = lim
        print("".join(traceback.format_exception(e)))
