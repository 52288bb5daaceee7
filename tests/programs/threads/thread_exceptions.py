"""Exceptions that nobody catches in a thread, and hooks for them."""
import sys
import threading


def fail(n):
    if n == 0:
        raise ValueError("deep")
    fail(n - 1)


def run(target, *args, **kwargs):
    t = threading.Thread(target=target, args=args, **kwargs)
    t.start()
    t.join()


run(fail, 2)
run(fail, 0, name="named")
run(sys.exit, 3)
run(lambda: exec("raise KeyError('x') from ValueError('y')"))
before = threading.excepthook
threading.excepthook = lambda args: print("hook:", args.exc_type.__name__, args.exc_value,
                                          args.exc_traceback is not None, args.thread.name)
run(fail, 1, name="hooked")


def bad_hook(args):
    raise RuntimeError("in the hook")


threading.excepthook = before
print(threading.excepthook is threading.__excepthook__)

# What a thread raised for another one.
box = []


def catch():
    try:
        fail(3)
    except ValueError as e:
        box.append(e)


run(catch)
try:
    raise box[0]
except ValueError as e:
    depth, tb = 0, e.__traceback__
    while tb is not None:
        depth, tb = depth + 1, tb.tb_next
    print(e, depth)

# Recursion has its limit in each thread.
depths = []


def dive(n):
    depths[-1] = n
    dive(n + 1)


def dive_safely():
    depths.append(0)
    try:
        dive(1)
    except RecursionError as e:
        print(e)


run(dive_safely)
run(dive_safely)
print(depths[0] == depths[1], 900 < depths[0] <= 1000)
sys.setrecursionlimit(5000)
threading.stack_size(64 << 20)


def count(n):
    return 0 if n == 0 else 1 + count(n - 1)


run(lambda: print(count(4500)))
