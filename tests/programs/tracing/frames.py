# Frames under sys.settrace: one object each, live f_locals that can be set, f_trace, f_trace_lines.
import sys

log = []


def summing(n):
    total = 0
    for i in range(n):
        total += i
    return total


def show(frame, event, arg):
    values = {k: frame.f_locals[k] for k in sorted(frame.f_locals)}
    print(event, frame.f_lineno - frame.f_code.co_firstlineno, values)
    return show


sys.settrace(show)
summing(2)
sys.settrace(None)


def setting(frame, event, arg):
    if frame.f_code.co_name == "changed" and event == "line":
        if frame.f_lineno == frame.f_code.co_firstlineno + 2:
            frame.f_locals["x"] = "set"
            frame.f_locals["cell"] = [1]
    return setting


def changed():
    x, cell = 1, 2
    y = lambda: cell
    return x, y()


sys.settrace(setting)
result = changed()
sys.settrace(None)
print(result)

frames = {}


def identity(frame, event, arg):
    known = frames.setdefault(frame.f_code.co_name, frame)
    back = frame.f_back
    log.append((event, frame.f_code.co_name, known is frame, back is None or back.f_code.co_name))
    return identity


def inner():
    yield sys._getframe().f_back.f_code.co_name
    yield sys._getframe() is frames["inner"]


def outer():
    return list(inner())


sys.settrace(identity)
print(outer())
sys.settrace(None)
print(*log, sep="\n")
print(frames["outer"].f_locals, frames["outer"].f_lineno, frames["outer"].f_code.co_name)


# Lines are not told where f_trace_lines is false; a function that is not to be traced is not.
def only_calls(frame, event, arg):
    print(event, frame.f_code.co_name)
    frame.f_trace_lines = False
    return only_calls if frame.f_code.co_name != "quiet" else None


def quiet():
    loud()


def loud():
    a = 1
    return a


sys.settrace(only_calls)
quiet()
sys.settrace(None)


# f_trace of a frame that runs already.
def late():
    def local(frame, event, arg):
        print(event, frame.f_lineno - frame.f_code.co_firstlineno)
        return local
    sys.settrace(lambda *args: None)
    sys._getframe().f_trace = local
    x = 1
    for i in range(2):
        x += i
    sys.settrace(None)
    return x


print(late())


# A function that fails is told nothing more, and its exception goes on.
def failing(frame, event, arg):
    if event == "line":
        raise RuntimeError("in the trace function")
    return failing


def victim():
    x = 1
    return x


sys.settrace(failing)
try:
    victim()
except RuntimeError as e:
    print(e, sys.gettrace())
print(sys.gettrace(), victim())
f = sys._getframe()
print(f is sys._getframe(), f.f_back, f.f_lineno, f.f_trace)
try:
    f.f_locals["new"] = 3
    print(new)
finally:
    print(f.f_locals is globals())
