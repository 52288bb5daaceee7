# Handlers of programs: called in the main thread, between steps, with the signal's number and a frame.
import os
import signal
import threading
import time

seen = []


def note(number, frame):
    seen.append((signal.Signals(number).name, frame is not None))


print(signal.getsignal(signal.SIGUSR1), signal.getsignal(signal.SIGINT) is signal.default_int_handler)
print(signal.signal(signal.SIGUSR1, note), signal.getsignal(signal.SIGUSR1) is note)
os.kill(os.getpid(), signal.SIGUSR1)
print(seen)
signal.raise_signal(signal.SIGUSR1)
print(seen)


class Stop(Exception):
    pass


def stop(number, frame):
    raise Stop(number)


# A timer ends a loop that is compiled meanwhile.
signal.signal(signal.SIGALRM, stop)
print(signal.getitimer(signal.ITIMER_REAL))
count = 0
try:
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    while True:
        count += 1
except Stop as e:
    print("stopped by", e.args)

# A repeated timer calls its handler many times.
ticks = []
signal.signal(signal.SIGALRM, lambda number, frame: ticks.append(number))
signal.setitimer(signal.ITIMER_REAL, 0.002, 0.002)
total = 0
while len(ticks) < 5:
    total += 1
left, interval = signal.setitimer(signal.ITIMER_REAL, 0)
print(len(ticks) >= 5, set(ticks) == {signal.SIGALRM}, round(interval, 6), signal.getitimer(signal.ITIMER_REAL))

# What sleeps goes on sleeping when the handler has returned.
ticks.clear()
signal.setitimer(signal.ITIMER_REAL, 0.01)
begin = time.monotonic()
time.sleep(0.05)
print(ticks, time.monotonic() - begin >= 0.05)

# The handler of Ctrl-C may be the program's; without one it is an exception.
signal.signal(signal.SIGINT, note)
os.kill(os.getpid(), signal.SIGINT)
print(seen[-1])
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt:
    print("interrupted")
signal.signal(signal.SIGINT, signal.SIG_IGN)
signal.raise_signal(signal.SIGINT)
print(signal.getsignal(signal.SIGINT))

# Blocked ones wait.
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1})
seen.clear()
os.kill(os.getpid(), signal.SIGUSR1)
print(seen, signal.sigpending())
signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGUSR1})
print(seen)

# A signal that comes while the main thread waits for another.
event = threading.Event()
signal.signal(signal.SIGUSR2, lambda number, frame: event.set())
threading.Timer(0.02, lambda: os.kill(os.getpid(), signal.SIGUSR2)).start()
print(event.wait(5))

for wrong in (lambda: signal.signal(0, note), lambda: signal.signal(65, note),
              lambda: signal.signal(signal.SIGUSR1, 5), lambda: signal.signal(signal.SIGKILL, note),
              lambda: signal.getsignal(99)):
    try:
        wrong()
    except (ValueError, TypeError, OSError) as e:
        print(type(e).__name__, e)


def elsewhere():
    try:
        signal.signal(signal.SIGUSR1, note)
    except ValueError as e:
        print(e)


thread = threading.Thread(target=elsewhere)
thread.start()
thread.join()
print(signal.strsignal(signal.SIGTERM), signal.Signals(15), repr(signal.SIGTERM), signal.SIG_DFL,
      len(signal.valid_signals()), repr(signal.SIG_BLOCK), signal.SIGCLD is signal.SIGCHLD)
