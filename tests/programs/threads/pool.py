"""concurrent.futures: workers, futures and what may happen to them."""
import concurrent.futures
import threading
import time
from concurrent.futures import ThreadPoolExecutor, as_completed, wait


def square(x):
    return x * x


with ThreadPoolExecutor(max_workers=3) as pool:
    print(list(pool.map(square, range(10))), list(pool.map(pow, [2, 3], [5, 2])))
    futures = {pool.submit(square, n): n for n in range(5)}
    print(sorted((futures[f], f.result()) for f in as_completed(futures)))
    bad = pool.submit(lambda: 1 / 0)
    print(type(bad.exception()).__name__, bad.done(), bad.running(), bad.cancelled())
    try:
        bad.result()
    except ZeroDivisionError as e:
        print(e)
    try:
        list(pool.map(lambda x: 10 // x, [5, 2, 0, 1]))
    except ZeroDivisionError as e:
        print("map:", e)
    print(repr(pool.submit(square, 3)).split(" at ")[0])
    names = set(pool.map(lambda _: threading.current_thread().name, range(20)))
    print(all(name.startswith("ThreadPoolExecutor-0_") for name in names), len(names) <= 3)
try:
    pool.submit(square, 1)
except RuntimeError as e:
    print(e)

# Workers wait; futures are cancelled, time out.
go = threading.Event()
pool = ThreadPoolExecutor(1, thread_name_prefix="single")
running = pool.submit(go.wait)
while not running.running():
    time.sleep(0.001)
queued = pool.submit(square, 5)
print(queued.cancel(), running.cancel(), queued.cancelled(), queued.done())
for call in (queued.result, lambda: running.result(timeout=0.01),
             lambda: list(as_completed([running], timeout=0.01)),
             lambda: next(pool.map(square, [1], timeout=0.01))):
    try:
        call()
    except (concurrent.futures.CancelledError, concurrent.futures.TimeoutError) as e:
        print(type(e).__name__, e)
done, not_done = wait([running], timeout=0.01)
print(len(done), len(not_done))
told = []
running.add_done_callback(lambda f: told.append(f.result()))
go.set()
pool.shutdown()
running.add_done_callback(lambda f: told.append("at once"))
print(told, running.result())

# wait().
with ThreadPoolExecutor(4) as pool:
    slow_go = threading.Event()
    slow, quick = pool.submit(slow_go.wait), pool.submit(square, 2)
    done, not_done = wait([slow, quick], return_when=concurrent.futures.FIRST_COMPLETED)
    print(quick in done, slow in not_done)
    fails = pool.submit(int, "x")
    done, not_done = wait([slow, fails], return_when=concurrent.futures.FIRST_EXCEPTION)
    print(fails in done, slow in not_done, done == {fails})
    slow_go.set()
    done, not_done = wait([slow, quick, fails])
    print(len(done), not_done)

# Initializers, and work that makes work.
state = threading.local()


def prepare(value):
    state.value = value


with ThreadPoolExecutor(2, initializer=prepare, initargs=(7,)) as pool:
    print(list(pool.map(lambda x: x + state.value, range(4))))


def tree(pool, n):
    if n < 2:
        return 1
    left = pool.submit(tree, pool, n - 1)
    right = pool.submit(tree, pool, n - 2)
    return left.result() + right.result()


with ThreadPoolExecutor(64) as pool:
    print(tree(pool, 6))

future = concurrent.futures.Future()
threading.Timer(0.01, future.set_result, ["by hand"]).start()
print(future.result(), future.done())
try:
    future.set_result(1)
except concurrent.futures.InvalidStateError as e:
    print(str(e).split(" at ")[0])
