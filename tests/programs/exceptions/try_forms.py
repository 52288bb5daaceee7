# try, except, else, finally in all combinations: which blocks run, in which order, with which value.
def run(kind, log):
    try:
        log.append("try")
        if kind == "value":
            raise ValueError("v")
        if kind == "key":
            {}["k"]
        if kind == "type":
            1 + "x"
        if kind == "return":
            return "returned"
        if kind == "base":
            raise KeyboardInterrupt
    except ValueError as e:
        log.append("value %s" % e)
    except (KeyError, IndexError) as e:
        log.append("lookup %r" % e)
        raise RuntimeError("from key")
    except Exception:
        log.append("other")
        return "from other"
    else:
        log.append("else")
    finally:
        log.append("finally")
    log.append("after")
    return "end"


for kind in ("none", "value", "key", "type", "return", "base"):
    log = []
    try:
        r = run(kind, log)
    except BaseException as e:
        r = "raised %r" % e
    print(kind, r, log)
try:
    pass
except:
    print("never")
else:
    print("else only")
try:
    try:
        raise KeyError("inner")
    finally:
        print("inner finally")
except LookupError as e:
    print("outer", repr(e))
e = "shadowed"
try:
    raise ValueError("x")
except ValueError as e:
    pass
try:
    print(e)
except NameError as n:
    print(n)


def dynamic(types):
    try:
        raise KeyError(1)
    except types:
        return "matched"


print(dynamic(KeyError), dynamic((IndexError, KeyError)), dynamic(Exception), dynamic(LookupError))
for bad in (5, (ValueError, "s")):
    try:
        dynamic(bad)
    except TypeError as e:
        print(e)
    except KeyError:
        print("went through")


def order():
    yield "a"
    try:
        yield "b"
        1 / 0
    except ZeroDivisionError:
        yield "c"
    else:
        yield "never"
    finally:
        yield "d"
    yield "e"


print(list(order()))
try:
    raise ValueError("a") if len("x") else KeyError
except (ValueError, KeyError) as e:
    print(type(e).__name__, e.args, isinstance(e, Exception), e.__traceback__ is not None, e.__traceback__.tb_lineno)
