# What goes wrong while a dead generator is closed is told, and goes no further.
import gc
import sys

reports = []
sys.unraisablehook = lambda info: reports.append(
    (info.exc_type.__name__, str(info.exc_value), type(info.object).__name__))


def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            pass


def failing():
    try:
        yield 1
    finally:
        raise ValueError("in finally")


g = stubborn()
next(g)
del g
gc.collect()
g = failing()
next(g)
del g
gc.collect()
print(reports)
del sys.unraisablehook
sys.unraisablehook = sys.__unraisablehook__
