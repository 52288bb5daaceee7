"""Counters that several threads change in hot loops, under locks."""
import threading

N, THREADS = 4000, 4
lock = threading.Lock()
total = 0


def add():
    global total
    for _ in range(N):
        with lock:
            total += 1


class Account:
    def __init__(self):
        self.lock = threading.RLock()
        self.balance = 0
        self.moves = []

    def put(self, amount):
        with self.lock:
            self.balance += amount
            if amount % 1000 == 0:
                self.note(amount)

    def note(self, amount):
        with self.lock:  # once more
            self.moves.append(amount)


account = Account()


def pay(start):
    for i in range(start, start + N):
        account.put(i)


def run(target, rows):
    threads = [threading.Thread(target=target, args=row) for row in rows]
    for t in threads:
        t.start()
    for t in threads:
        t.join()


run(add, [()] * THREADS)
print(total, lock.locked())
run(pay, [(k * N,) for k in range(THREADS)])
print(account.balance, sorted(account.moves))

print(lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(timeout=0.01))
lock.release()
for wrong in (lock.release, account.lock.release, lambda: lock.acquire(False, 1),
              lambda: lock.acquire(timeout=-2), lambda: lock.acquire(timeout=1e20),
              lambda: type(lock)()):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
print(repr(lock).split(" at ")[0], type(lock))
with lock:
    print(repr(lock).split(" at ")[0])

# An RLock belongs to its thread; a Lock to nobody.
other = []
account.lock.acquire()


def meddle():
    other.append(account.lock.acquire(blocking=False))
    try:
        account.lock.release()
    except RuntimeError as e:
        other.append(str(e))
    lock.release()


lock.acquire()
t = threading.Thread(target=meddle)
t.start()
t.join()
account.lock.release()
print(other, lock.locked())

# Handing on: each thread waits for the one before it.
locks = [threading.Lock() for _ in range(10)]
for held in locks:
    held.acquire()
order = []


def step(k):
    locks[k].acquire()
    order.append(k)
    if k + 1 < len(locks):
        locks[k + 1].release()


threads = [threading.Thread(target=step, args=(k,)) for k in reversed(range(10))]
for t in threads:
    t.start()
locks[0].release()
for t in threads:
    t.join()
print(order)
