# What raise accepts: classes, instances, nothing active, non-exceptions; the last one uncaught.
def attempt(f):
    try:
        f()
    except BaseException as e:
        print(type(e).__name__, e, repr(e.__cause__), repr(e.__context__))


def r(x, *cause):
    if cause:
        raise x from cause[0]
    raise x


class NeedsArg(Exception):
    def __init__(self, a):
        self.a = a


def bare():
    raise


attempt(lambda: r(ValueError))
attempt(lambda: r(ValueError("v")))
attempt(lambda: r(KeyError("a", "b")))
attempt(lambda: r(5))
attempt(lambda: r("str"))
attempt(lambda: r(int))
attempt(lambda: r(None))
attempt(lambda: r(NeedsArg))
attempt(lambda: r(NeedsArg(1)))
attempt(lambda: r(ValueError, KeyError))
attempt(lambda: r(ValueError, KeyError("k")))
attempt(lambda: r(ValueError, None))
attempt(lambda: r(ValueError, 5))
attempt(bare)
attempt(lambda: r(KeyboardInterrupt("stop")))
attempt(lambda: r(StopIteration(3)))
attempt(lambda: r(OSError(2, "No such file")))
attempt(lambda: r(NotImplementedError))
raise NotImplementedError("not " + "yet")
