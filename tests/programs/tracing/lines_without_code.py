# sys.settrace: lines of statements that leave no instruction of their own.
import sys

told = []


def tracer(frame, event, arg):
    told.append((event[0], frame.f_lineno - frame.f_code.co_firstlineno))
    return tracer


def watch(function, *args):
    told.clear()
    sys.settrace(tracer)
    function(*args)
    sys.settrace(None)
    print(function.__name__, args, *[f"{event}{line}" for event, line in told])


class Manager:
    def __enter__(self):
        pass

    def __exit__(self, *exc):
        pass


def nothing():
    pass


def passes(a):
    if a:
        pass
    if a > 1:
        pass
    else:
        b = 1
    for k in range(a):
        pass
    while a > 2:
        a -= 1
        pass
    else:
        pass
    with Manager():
        pass
    pass
    pass
    a = b = 2
    pass


def tries(a):
    try:
        try:
            b = a
        finally:
            pass
    except KeyError:
        pass
    else:
        pass
    try:
        if a:
            pass
    except ValueError:
        b = 2
    try:
        {}[a]
    except KeyError:
        pass
    try:
        for k in range(a):
            try:
                pass
            finally:
                b = k
    finally:
        b = 1


def exits(n):
    for i in range(n):
        if i == 1:
            continue
        if i == 2 or i == 3:
            continue
        elif i == 4:
            break
        else:
            x = i
    for i in range(n):
        if i:
            x = i
        else:
            continue
    for i in range(n):
        if i < 2:
            x = i
        elif i < 3:
            continue
        else:
            break
        if i: break
    while True:
        if n > 2:
            n -= 1
            continue
        else:
            break
    for i in range(n):
        if i:
            break
    else:
        x = 1
    for i in range(3):
        try:
            if i:
                continue
        finally:
            x = 2
    for i in range(3):
        try:
            break
        finally:
            x = 3


def constants(n):
    while 1:
        n -= 1
        if not n:
            break
    if 0:
        n = 1
    if 1:
        n = 2
    while n:
        if 1:
            break
    for i in (1, 2):
        if True:
            continue
        n = 5
    global some
    n: int
    "a text"
    1
    ...


class Compared:
    def __lt__(self, other):
        return False


def documented():
    """text"""
    "more"


def called(n):
    x = Compared()
    for i in range(n):
        if x < i:
            break
        if x < 1: pass
        if not x < i:
            continue
        x = None


def nested(n):
    for i in range(n):
        for k in range(n):
            if k:
                break
            if i:
                continue
        else:
            continue
        if i:
            break


def generator(n):
    for i in range(n):
        try:
            yield i
        finally:
            pass


def generators(n):
    for i in generator(n):
        pass
    for i in generator(n):
        if i:
            continue


for function in (passes, tries, exits, constants, called, nested, generators):
    for n in (0, 1, 2, 3, 5):
        if function is not constants or n:
            watch(function, n)
watch(nothing)
watch(documented)


def lines(function):
    code = function.__code__
    print(function.__name__, sorted({line - code.co_firstlineno for _, _, line in code.co_lines()
                                     if line is not None}))


for function in (nothing, documented, passes, exits, nested):
    lines(function)


def headers(n):
    while 1:
        while True:
            n -= 1
            if n < 3:
                break
        try:
            while n:
                n -= 1
                if n == 2:
                    continue
        finally:
            if 0:
                pass
            elif 1:
                break
    try:
        for i in range(2):
            while 1:
                try:
                    while 1: n += 1; break
                finally:
                    break
            else:
                pass
    except KeyError:
        while 1:
            pass
    if not n:
        pass
    elif n:
        if n == 1:
            pass
        else:
            pass
    else:
        pass


for n in (3, 6):
    watch(headers, n)
