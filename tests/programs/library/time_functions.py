# time: monotone clocks and plausible types, nothing that differs between two runs is printed.
import time

a = time.time()
b = time.perf_counter()
c = time.monotonic()
n = time.perf_counter_ns()
s = 0
for i in range(500):
    s += i
    if i % 100 == 0:
        t = time.perf_counter()
        if t < b:
            print("clock went back")
        b = t
print(s, type(a).__name__, type(b).__name__, type(c).__name__, type(n).__name__)
print(a > 1.6e9, time.time() >= a, time.monotonic() >= c, time.perf_counter_ns() >= n, time.process_time() >= 0, time.time_ns() > 10 ** 18)
start = time.perf_counter()
time.sleep(0.001)
print(time.perf_counter() - start >= 0.001, time.sleep(0))
for bad in (-1, "x", None):
    try:
        time.sleep(bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)


def timed(f, *args):
    t0 = time.perf_counter()
    r = f(*args)
    return r, time.perf_counter() - t0 < 5


print(timed(sum, range(100)), timed(lambda: "x"))
