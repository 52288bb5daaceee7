try:
    raise ExceptionGroup("g",[ValueError(1),TypeError(2)])
except* ValueError as e: print(repr(e))
except* TypeError as e: print(repr(e), e.exceptions)


def leaf_names(group):
    return [type(e).__name__ for e in group.exceptions]


def handle(make):
    try:
        try:
            raise make()
        except* ValueError as e:
            print("value", leaf_names(e))
        except* (TypeError, KeyError) as e:
            print("type or key", leaf_names(e))
            raise
        else:
            print("else")
        finally:
            print("finally")
    except BaseException as e:
        print("out:", repr(e))


handle(lambda: ValueError(1))
handle(lambda: TypeError(1))
handle(lambda: OSError(1))
handle(lambda: ExceptionGroup("a", [ValueError(1), TypeError(2)]))
handle(lambda: ExceptionGroup("a", [ValueError(1), ExceptionGroup("b", [KeyError(2), OSError(3)])]))
handle(lambda: BaseExceptionGroup("a", [KeyboardInterrupt(), ValueError(1)]))
try:
    pass
except* ValueError:
    print("never")
else:
    print("nothing raised")
try:
    try:
        raise ExceptionGroup("eg", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise IndexError("new")
except BaseException as e:
    print(repr(e))
g = ExceptionGroup("top", [ValueError(1), ExceptionGroup("in", [TypeError(2), ValueError(3)])])
print(g.subgroup(ValueError), g.split(TypeError), g.message, len(g.exceptions))
print(g.subgroup(lambda e: isinstance(e, OSError)), g.derive([KeyError(1)]))
