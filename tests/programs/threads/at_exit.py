"""The program waits for its threads, not for daemons, and calls exit functions afterwards."""
import atexit
import threading
import time

started, main_is_over = threading.Event(), threading.Event()


def slow():
    started.set()
    main_is_over.wait()
    time.sleep(0.05)
    print("worker ends")


def for_ever(event):
    while True:
        event.wait(0.001)


def spin():
    n = 0
    while True:
        n += 1


atexit.register(print, "first registered")
atexit.register(print, "last registered")
for target, args in ((for_ever, (threading.Event(),)), (spin, ()),
                     (threading.Event().wait, ()), (time.sleep, (1000,))):
    threading.Thread(target=target, args=args, daemon=True).start()
threading.Thread(target=slow).start()
started.wait()
print("main ends")
main_is_over.set()
raise SystemExit(7)
