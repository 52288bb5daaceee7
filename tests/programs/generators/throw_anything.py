# What throw() takes is decided where it arrives: in a generator it must be an exception, another
# object that is delegated to may take anything.
import traceback


class Anything:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def throw(self, *args):
        print("throw", args[0] if isinstance(args[0], int) else type(args[0]).__name__, args[1:])
        if args[0] == 7:
            raise StopIteration("stopped")
        return 456


def delegating(it):
    got = yield from it
    print("got", got)
    yield "behind"


def attempt(what, *args):
    try:
        print(what(*args))
    except BaseException as e:
        print(type(e).__name__, e)


g = delegating(Anything())
next(g)
attempt(g.throw, 123)
attempt(g.throw, ZeroDivisionError)
attempt(g.throw, ValueError, "text")
attempt(g.throw, ValueError, "text", None)
attempt(g.throw, 7)
g = delegating(delegating(Anything()))
next(g)
attempt(g.throw, 5)
attempt(g.close)


class NoThrow:
    def __iter__(self):
        return self

    def __next__(self):
        return 1


class Failing(NoThrow):
    @property
    def throw(self):
        raise KeyError("looking for it")


for make in (NoThrow, Failing, lambda: range(3)):
    for thrown in (123, ValueError, StopIteration, StopIteration(5)):
        g = delegating(iter(make()))
        next(g)
        attempt(g.throw, thrown)
        attempt(next, g)


class NoException(BaseException):
    def __new__(cls, *args):
        return 1


class Other(BaseException):
    def __new__(cls, *args):
        return KeyError("other")


class Refusing(Exception):
    def __init__(self):
        1 / 0


def catching():
    try:
        yield 1
    except BaseException as e:
        yield type(e).__name__, str(e)


for thrown in (NoException, Other, Refusing, 1, int):
    g = catching()
    next(g)
    attempt(g.throw, thrown)
    list(g)
    try:
        raise thrown
    except BaseException as e:
        print(type(e).__name__, e)
g = catching()
next(g)
attempt(g.throw, ValueError("a"), "b")
attempt(g.throw, ValueError, "b", 3)
attempt(g.throw, ValueError, ValueError("c"))
list(g)


# A generator that has not begun raises at its head; a StopIteration there is an error, too.
def plain():
    yield


async def coroutine():
    pass


for make in (plain, coroutine):
    for thrown in (ValueError("v"), StopIteration(1)):
        g = make()
        try:
            g.throw(thrown)
        except Exception:
            traceback.print_exc()
        try:
            g.throw(thrown)
        except Exception as e:
            print(type(e).__name__, e)

try:
    1 / 0
except ZeroDivisionError as e:
    tb = e.__traceback__
g = plain()
next(g)
try:
    g.throw(ValueError, "with", tb)
except ValueError:
    traceback.print_exc()


# Hot: the same throw again and again.
def hot(n):
    g = delegating(Anything())
    next(g)
    total = 0
    for i in range(n):
        total += g.throw(i if i != 7 else 8)
    return total


import contextlib
import io

with contextlib.redirect_stdout(io.StringIO()) as out:
    total = hot(3000)
print(total, len(out.getvalue()))
