"""Stacks as lists of frames: what is taken from the running program and from tracebacks."""
import sys
import traceback


def outer():
    def inner():
        return (traceback.extract_stack(), traceback.extract_stack(limit=1),
                traceback.extract_stack(limit=-1), traceback.extract_stack(sys._getframe(1)))
    return inner()


for stack in outer():
    print(type(stack).__name__, [(f.name, f.line) for f in stack])


def fall(n):
    return 1 / n if n == 0 else fall(n - 1)


try:
    fall(3)
except ZeroDivisionError as e:
    tb = e.__traceback__
    for limit in (None, 0, 1, -1, 2, -2, 99):
        print([f.lineno for f in traceback.extract_tb(tb, limit)])
    stack = traceback.StackSummary.extract(traceback.walk_tb(tb))
    print(stack[0].line, traceback.StackSummary.from_list(stack) == stack,
          traceback.StackSummary.from_list([("a", 1, "b", "c")]).format())
print([f.name for f in traceback.StackSummary.extract(traceback.walk_stack(None))])
