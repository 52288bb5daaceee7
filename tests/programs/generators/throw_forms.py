# throw() with a class, a value, a tuple of arguments, an instance; what it refuses.
def echo():
    while True:
        try:
            yield "waiting"
        except Exception as e:
            yield (type(e).__name__, e.args)


def report(*args):
    g = echo()
    next(g)
    try:
        print(g.throw(*args))
    except BaseException as e:
        print("out", type(e).__name__, e)


report(ValueError)
report(ValueError, "text")
report(ValueError, ("two", "arguments"))
report(ValueError, ValueError("own"))
report(ValueError, TypeError("other"))
report(ValueError, None)
report(ValueError("instance"))
report(ValueError("instance"), None)
report(ValueError("instance"), "value")
report(OSError, FileNotFoundError(2, "derived"))
report(5)
report(int)
