# Frames of tracebacks tell the values that variables had when the exception passed.
import inspect
import sys
import traceback


def fails(x):
    y = x * 2
    names = [k for k in "ab"]
    return y // (x - x) + len(names)


def between(depth):
    text = "at " + str(depth)
    if depth:
        return between(depth - 1), text
    return fails(depth + 7), text


def rows(tb):
    while tb is not None:
        frame = tb.tb_frame
        yield frame.f_code.co_name, tb.tb_lineno, {
            k: v for k, v in sorted(frame.f_locals.items()) if not k.startswith("_")}
        assert tb.tb_frame is frame
        tb = tb.tb_next


def main():
    kept = "outermost"
    try:
        between(2)
    except ZeroDivisionError as e:
        error = e
    for name, line, values in rows(error.__traceback__):
        if name != "main":
            print(name, line, values)
    return kept


main()


class Point:
    def __init__(self, x):
        self.x = x
        self.check(x)

    def check(self, x):
        def inner():
            return 1 // x
        return inner()

    def __repr__(self):
        return "Point"


def generate(n):
    for i in range(n):
        yield 10 // (1 - i)


for action in (lambda: Point(0), lambda: list(generate(5))):
    try:
        action()
    except ZeroDivisionError as e:
        for name, line, values in rows(e.__traceback__.tb_next):
            print(name, line, sorted(values), values.get("x"), values.get("i"))

try:
    between(1)
except ZeroDivisionError as e:
    shown = traceback.TracebackException.from_exception(e, capture_locals=True)
    for frame in shown.stack[1:]:
        print(frame.name, frame.lineno, sorted(frame.locals.items()))
    print("".join(shown.format()).partition("\n  File")[2].partition("\n  File")[2])
    print([(row.function, sorted(row.frame.f_locals)) for row in inspect.trace()][1:])


# In hot loops.
def half(n, at):
    rest = n - at
    return 100 // rest


def loop(n, at):
    total = 0
    for i in range(n):
        total += half(i, at)
    return total


def counting(n):
    caught = 0
    for i in range(n):
        try:
            half(i, i)
        except ZeroDivisionError as e:
            caught += e.__traceback__.tb_next.tb_frame.f_locals["n"] == i
    return caught


for n, at in ((3000, 2500), (3000, 2999), (100, 50)):
    try:
        loop(n, at)
    except ZeroDivisionError as e:
        for name, line, values in list(rows(e.__traceback__))[1:]:
            print(name, line, {k: values[k] for k in ("n", "at", "i", "total") if k in values})
print(counting(3000))
