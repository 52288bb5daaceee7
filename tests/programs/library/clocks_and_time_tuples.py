# time: what its functions make of odd tuples and numbers, its clocks, and struct_time.
import time

t = time.gmtime(86400 * 59 + 3661)
print(t, t.tm_zone, t.tm_gmtoff, time.struct_time.n_fields, t == tuple(t), t[:3])
print(time.struct_time(range(11)).tm_gmtoff, time.struct_time.__match_args__)
print(time.asctime((1, 0, 0, 0, 0, 0, -1, 0, 0)), "|", time.asctime((2000, 12, 31, 23, 59, 61, 13, 366, 1)))
print(time.strftime("%Y-%m-%d %H:%M:%S %j %a", (2000, 0, 0, 0, 0, 0, 0, 0, 0)))


def show(f, *args):
    try:
        print(f(*args))
    except (TypeError, ValueError, OverflowError, OSError) as e:
        print(f.__name__, type(e).__name__, e)


for i, value in ((1, 13), (1, -1), (2, 32), (2, -1), (3, 24), (3, -1), (4, 60), (5, 62), (5, -1), (6, -2),
                 (7, 367), (7, -1)):
    row = [2000, 1, 1, 0, 0, 0, 0, 1, 0]
    row[i] = value
    show(time.asctime, tuple(row))
    show(time.strftime, "%c", tuple(row))
show(time.asctime, 5)
show(time.asctime, (1, 2, 3))
show(time.strftime, "%Y", (2000.5, 1, 1, 0, 0, 0, 0, 1, 0))
show(time.strftime, b"%Y")
show(time.mktime, [1])
show(time.gmtime, "x")
show(time.gmtime, float("nan"))
show(time.gmtime, 1e300)
show(time.localtime, 1 << 63)
show(time.gmtime, 1 << 60)
show(time.get_clock_info, "nothing")
show(time.clock_gettime, 999)
for name in ("time", "monotonic", "perf_counter", "process_time", "thread_time"):
    print(name, time.get_clock_info(name))
print(abs(time.clock_gettime_ns(time.CLOCK_REALTIME) - time.time_ns()) < 10**9,
      abs(time.clock_gettime(time.CLOCK_MONOTONIC) - time.monotonic()) < 1, time.thread_time_ns() >= 0)
print(time.strptime("30 Nov 00", "%d %b %y"))
