# Exceptions raised and handled in hot loops: through frames, finally, with, iterators, and with
# their tracebacks, contexts and causes intact.
import sys
import traceback


class Odd(Exception):
    def __init__(self, value):
        super().__init__(value)
        self.value = value


class Worse(Odd):
    pass


def raiser(i):
    if i % 3 == 0:
        raise Odd(i)
    if i % 7 == 0:
        raise Worse(i) from KeyError(i)
    if i % 11 == 0:
        return [][i]
    return i


def middle(i):
    try:
        return raiser(i)
    finally:
        log.append(i % 5)


log = []


def through_frames(n):
    total = 0
    for i in range(n):
        try:
            total += middle(i)
        except Worse as e:
            total += e.value * 1000 + (e.__cause__.args[0] == i)
        except Odd as e:
            total += len(e.args) + (e.__context__ is None)
        except (IndexError, KeyError) as e:
            total += len(str(e))
        else:
            total += 1
    return total, len(log)


def lookups(n):
    d, hits, misses = {}, 0, 0
    row = (1, 2, 3)
    for i in range(n):
        try:
            d[i % 40] += 1
            hits += 1
        except KeyError as e:
            d[e.args[0]] = 1
            misses += 1
        try:
            row[i % 5]
        except IndexError:
            misses += 100
        try:
            row.missing
        except AttributeError as e:
            misses += len(e.name)
        try:
            int("1" if i % 2 else "x")
        except ValueError:
            misses += 10000
        try:
            1 // (i % 4)
        except ZeroDivisionError:
            misses += 1000000
    return hits, misses


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            if self.n < 0:
                raise ValueError("below zero")
            raise StopIteration
        self.n -= 1
        return self.n


def iterators(n):
    total = 0
    for i in range(n):
        for x in Countdown(i % 4 - (i % 50 == 49) * 10):
            total += x
        if i % 10 == 0:
            total += sum(Countdown(3))
        it = Countdown(2)
        try:
            while True:
                total += next(it)
        except StopIteration:
            total += 7
    return total


def guarded(n):
    try:
        return iterators(n)
    except ValueError as e:
        return "stopped: %s" % e


class Manager:
    def __init__(self, swallow):
        self.swallow = swallow
        self.seen = None

    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        self.seen = kind and kind.__name__
        return self.swallow


def managers(n):
    out = {}
    for i in range(n):
        m = Manager(i % 2 == 0)
        try:
            with m:
                if i % 3 == 0:
                    raise RuntimeError(i)
                if i % 5 == 0:
                    continue
        except RuntimeError:
            out["caught"] = out.get("caught", 0) + 1
        out[m.seen] = out.get(m.seen, 0) + 1
    return out


def chains(n):
    """Raised again, raised in a handler, raised in finally, handled state restored."""
    seen = []
    for i in range(n):
        try:
            try:
                try:
                    raise Odd(i)
                except Odd:
                    if i % 2:
                        raise
                    raise TypeError("in handler")
            finally:
                if i % 5 == 0:
                    sys.exc_info()
                if i % 4 == 3:
                    raise LookupError("in finally")
        except Exception as e:
            context = e.__context__
            seen.append((type(e).__name__, type(context).__name__, sys.exc_info()[1] is e))
    assert sys.exc_info() == (None, None, None)
    return sorted(set(seen)), len(seen)


def kept_tracebacks(n):
    last = None
    for i in range(n):
        try:
            middle(i)
        except Exception as e:
            last = e
            if i == n - 1:
                text = "".join(traceback.format_exception(e))
    lines = []
    tb = last.__traceback__
    while tb is not None:
        lines.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    return lines, text


def changing(n):
    """A kind of exception that was never seen while the loop was recorded."""
    counts = {}

    def step(i):
        if i > 150:
            if i % 2:
                raise OSError(i, "late")
            return {}["late"]
        if i % 2:
            raise Odd(i)
        return i

    for i in range(n):
        try:
            step(i)
        except Odd:
            counts["odd"] = counts.get("odd", 0) + 1
        except OSError as e:
            counts[e.strerror] = counts.get(e.strerror, 0) + 1
        except Exception as e:
            counts[repr(e)] = counts.get(repr(e), 0) + 1
    return counts


def generators(n):
    def numbers():
        i = 0
        while True:
            try:
                i += (yield i) or 1
            except Odd as e:
                i += e.value
            except GeneratorExit:
                log.append("closed")
                raise
    g = numbers()
    total = next(g)
    for i in range(n):
        total += g.throw(Odd(2)) if i % 3 == 0 else g.send(i % 2)
    g.close()
    return total, log[-1]


def leave_hot(n):
    for i in range(n):
        try:
            if i == n - 2:
                raise RuntimeError
            if i % 2:
                raise Odd(i)
        except Odd:
            pass


print(through_frames(400))
print(lookups(300))
print(guarded(40), guarded(120))
print(managers(200))
print(chains(200))
print(kept_tracebacks(100))
print(changing(400))
print(generators(150))
try:
    leave_hot(200)
except RuntimeError as e:
    print(type(e), e.__context__)
def deep(n):
    if n == 0:
        raise Worse(n)
    try:
        return deep(n - 1) + 1
    except Odd as e:
        e.value += 1
        raise


for i in range(60):
    try:
        deep(i % 9)
    except Worse as e:
        total = e.value
print(total)
leave_hot(2) if total < 0 else leave_hot(200)
