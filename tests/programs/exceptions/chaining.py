# __cause__, __context__, __suppress_context__ through nested handlers, finally, generators and re-raising.
def chain(e):
    out = []
    while e is not None and len(out) < 8:
        out.append("%s(%s)%s%s" % (type(e).__name__, e, "!" if e.__suppress_context__ else "", "<-" if e.__cause__ else ""))
        e = e.__cause__ or e.__context__
    return out


def catch(f):
    try:
        f()
    except Exception as e:
        print(f.__name__, chain(e))


def implicit():
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("second")


def explicit():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise ValueError("second") from e


def suppressed():
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("second") from None


def three():
    try:
        explicit()
    except ValueError:
        try:
            implicit()
        except ValueError as e:
            raise KeyError("third")


def in_finally():
    try:
        raise IndexError("body")
    finally:
        {}["final"]


def cleared():
    try:
        1 / 0
    except ZeroDivisionError:
        pass
    raise ValueError("no context")


def reraised():
    try:
        raise ValueError("orig")
    except ValueError as e:
        try:
            raise KeyError("temp")
        except KeyError:
            pass
        raise e


def bare():
    try:
        raise ValueError("orig")
    except ValueError:
        try:
            int("x")
        except ValueError:
            pass
        raise


def cause_instance():
    raise TypeError("main") from KeyError("made up")


def gen():
    try:
        yield 1
    except ValueError:
        raise KeyError("in gen")


def through_gen():
    g = gen()
    next(g)
    try:
        1 / 0
    except ZeroDivisionError:
        g.throw(ValueError("thrown"))


def helper():
    raise LookupError("from helper")


def called_in_handler():
    try:
        1 / 0
    except ZeroDivisionError:
        helper()


for f in (implicit, explicit, suppressed, three, in_finally, cleared, reraised, bare, cause_instance, through_gen, called_in_handler):
    catch(f)
e1 = ValueError("stored")
for i in range(2):
    try:
        raise e1
    except ValueError as e:
        print(e is e1, e.__context__)
n = 0
for i in range(300):
    try:
        try:
            [][i]
        except IndexError as e:
            raise KeyError(i) from e
    except KeyError as k:
        n += len(chain(k)) + (k.__cause__.__context__ is None)
print(n)
