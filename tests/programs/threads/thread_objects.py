"""What there is to know about threads: names, states, errors, timers."""
import _thread
import threading
import time

main = threading.current_thread()
print(main, main is threading.main_thread(), main.name, main.daemon, main.is_alive()) \
    if False else print(main.name, main is threading.main_thread(), main.daemon, main.is_alive())
print(threading.active_count(), [t.name for t in threading.enumerate()])
print(main.ident == threading.get_ident() == _thread.get_ident(),
      main.native_id == threading.get_native_id())

ready, go = threading.Event(), threading.Event()


def wait():
    ready.set()
    go.wait()


t = threading.Thread(target=wait)
print(repr(t), t.name, t.ident, t.native_id, t.is_alive())
t.start()
ready.wait()
print(t.is_alive(), t.ident is not None, t.ident != main.ident, threading.active_count())
print(repr(t).replace(str(t.ident), "N"), sorted(x.name for x in threading.enumerate()))
try:
    t.start()
except RuntimeError as e:
    print(e)
t.join(0.01)
print(t.is_alive())
go.set()
t.join()
print(t.is_alive(), repr(t).replace(str(t.ident), "N"), threading.active_count())
t.join()

for wrong in (lambda: threading.Thread(target=wait).join(), main.join,
              lambda: setattr(t, "daemon", True), lambda: threading.Thread(group=1)):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)


class Own(threading.Thread):
    def __init__(self, n):
        super().__init__(name=f"own-{n}", daemon=True)
        self.n = n

    def run(self):
        self.result = (self.n ** 2, threading.current_thread() is self, self.name, self.daemon)


mine = [Own(n) for n in range(3)]
for t in mine:
    t.start()
for t in mine:
    t.join()
print([t.result for t in mine])


class Unfinished(threading.Thread):
    def __init__(self):
        pass


try:
    Unfinished().start()
except RuntimeError as e:
    print(e)

# Timers.
fired = threading.Event()
timer = threading.Timer(0.01, lambda a, b=0: (order.append((a, b)), fired.set()), ["x"], {"b": 2})
order = []
late = threading.Timer(30, order.append, ["never"])
timer.start()
late.start()
fired.wait()
late.cancel()
late.join()
timer.join()
print(order, late.finished.is_set())

# _thread alone.
lock = _thread.allocate_lock()
lock.acquire()
got = []


def low(a, *, b):
    got.append((a, b, threading.current_thread().name.startswith("Dummy-")))
    lock.release()
    raise SystemExit


print(_thread.start_new_thread(low, (1,), {"b": 2}) != main.ident)
lock.acquire()
print(got)
for wrong in (lambda: _thread.start_new_thread(1, ()), lambda: _thread.start_new_thread(low, []),
              lambda: _thread.start_new_thread(low, (), 1), lambda: _thread.stack_size(-1),
              lambda: _thread.stack_size(5)):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
print(_thread.stack_size(1 << 20), _thread.stack_size(0), _thread.TIMEOUT_MAX > 1e9)

# Sleeping side by side.
start = time.monotonic()
sleepers = [threading.Thread(target=time.sleep, args=(0.1,)) for _ in range(10)]
for t in sleepers:
    t.start()
for t in sleepers:
    t.join()
print(time.monotonic() - start < 0.9)
