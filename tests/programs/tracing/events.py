# sys.settrace: which events calls, lines, loops, generators, classes and exceptions cause.
import sys

told = []


def tracer(frame, event, arg):
    shown = arg[0].__name__ if event == "exception" else arg
    if event == "call" or isinstance(shown, type(sys)) or callable(shown):
        shown = None
    told.append((event, frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno, shown))
    return tracer


def watch(function, *args):
    told.clear()
    sys.settrace(tracer)
    try:
        function(*args)
    except Exception as e:
        sys.settrace(None)
        print("left by", type(e).__name__)
    sys.settrace(None)
    print(function.__name__)
    for row in told:
        print("   ", *row)


def straight(a):
    b = a + 1
    c = (abs(b) +
         abs(a))
    return c


def loops(n):
    for i in range(n):
        if i == 1:
            continue
        total = i
    while n:
        n -= 1
        if n == 1:
            break
    else:
        total = 0
    for i in range(2): pass
    return [k for k in range(2)]


def numbers():
    got = yield 1
    yield 2


def generators():
    for n in numbers():
        pass
    g = numbers()
    next(g)
    g.close()
    g = numbers()
    next(g)
    try:
        g.throw(KeyError)
    except KeyError:
        pass


def delegating():
    def outer():
        got = yield from numbers()
        return got
    return list(outer())


def fails():
    raise ValueError("no")


def catching():
    try:
        fails()
    except ValueError as e:
        seen = e
    finally:
        done = True
    try:
        1 // 0
    except (KeyError,
            ZeroDivisionError):
        pass


def uncaught():
    fails()


def classes():
    class A:
        x = 1

        def method(self):
            return self.x
    with Manager() as m:
        a = m
    return A().method()


class Manager:
    def __enter__(self):
        return 5

    def __exit__(self, *exc):
        return True


def nested():
    def inner():
        nonlocal x
        x += 1
    x = 1
    inner()
    f = lambda v: v * 2
    return f(x) if x > 1 else None


for function in (straight, loops):
    watch(function, 3)
for function in (generators, delegating, catching, uncaught, classes, nested):
    watch(function)
