# What a signal's handler raises is raised where the program is, also in compiled loops: in the
# try block that the loop begins, not in front of it.
import signal


class Stop(Exception):
    pass


def stop(number, frame):
    raise Stop


signal.signal(signal.SIGALRM, stop)


def first_in_its_block(delay):
    count = 0
    signal.setitimer(signal.ITIMER_REAL, delay)
    try:
        while True:
            count += 1
    except Stop:
        return count > 0


def nested(delay):
    total = 0
    signal.setitimer(signal.ITIMER_REAL, delay)
    try:
        while True:
            for i in range(50):
                total += i
    except Stop:
        return total > 0


def recursive(n):
    return 1 if n == 0 else recursive(n - 1) + recursive(n - 1)


def in_calls(delay):
    signal.setitimer(signal.ITIMER_REAL, delay)
    try:
        recursive(60)
    except Stop:
        return True


def generator():
    try:
        while True:
            yield 1
    except Stop:
        yield "stopped inside"


def in_generators(delay):
    signal.setitimer(signal.ITIMER_REAL, delay)
    try:
        for x in generator():
            if x != 1:
                return True
    except Stop:
        return True


def stopped_inside(loop):
    # On a busy machine the signal may come before the loop: then the timer gets more time.
    for delay in (0.03, 0.3, 3):
        try:
            if loop(delay):
                return True
        except Stop:
            pass
    return False


for round in range(3):
    print([stopped_inside(loop) for loop in (first_in_its_block, nested, in_calls, in_generators)])
