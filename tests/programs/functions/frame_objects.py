# Frames: of running functions, of suspended generators, of tracebacks.
import sys
import types


def inner(c):
    d = c + 1
    f = sys._getframe()
    back = f.f_back
    return (f.f_code.co_name, sorted(f.f_locals), f.f_locals["d"], back.f_code.co_name,
            sorted(back.f_locals), back.f_locals["b"], isinstance(f, types.FrameType))


def outer(a):
    b = a * 2
    return inner(b)


for i in range(3):
    print(outer(i))


def closure():
    x = 1

    def reads():
        y = x
        return sorted(sys._getframe().f_locals.items())
    return reads()


print(closure())
print(sys._getframe().f_locals is globals(), sys._getframe().f_back)


def numbers(limit):
    for n in range(limit):
        yield n


g = numbers(3)
print(type(g.gi_frame).__name__, g.gi_frame.f_locals, g.gi_suspended)
next(g)
next(g)
print(g.gi_frame.f_locals["n"], g.gi_frame.f_locals["limit"], g.gi_frame.f_code is g.gi_code)
print(g.gi_frame.f_lineno - numbers.__code__.co_firstlineno, g.gi_suspended)
g.close()
print(g.gi_frame, g.gi_suspended)


async def waits(x):
    return x

c = waits(5)
print(c.cr_frame.f_locals, c.cr_suspended, c.cr_await)
c.close()
print(c.cr_frame)


def fails():
    raise ValueError("v")


try:
    fails()
except ValueError as e:
    tb = e.__traceback__
    names = []
    while tb is not None:
        frame = tb.tb_frame
        names.append((frame.f_code.co_name, frame.f_globals is globals(),
                      isinstance(frame, types.FrameType)))
        tb = tb.tb_next
    print(names)
