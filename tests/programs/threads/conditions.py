"""Conditions, events, semaphores and barriers."""
import threading
import time

# A condition: turns.
cond = threading.Condition()
turn = 0
said = []


def speak(me, rounds):
    global turn
    for k in range(rounds):
        with cond:
            while turn % 3 != me:
                cond.wait()
            said.append((k, me))
            turn += 1
            cond.notify_all()


threads = [threading.Thread(target=speak, args=(me, 5)) for me in (2, 0, 1)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(said)
with cond:
    print(cond.wait(timeout=0.01), cond.wait_for(lambda: False, timeout=0.01),
          cond.wait_for(lambda: turn))
for wrong in (cond.wait, cond.notify):
    try:
        wrong()
    except RuntimeError as e:
        print(e)

# An event: all go at once.
event = threading.Event()
gone = []
threads = [threading.Thread(target=lambda k=k: gone.append((event.wait(), k))) for k in range(5)]
for t in threads:
    t.start()
print(gone, event.is_set(), event.wait(0.01))
event.set()
for t in threads:
    t.join()
print(sorted(gone), event.is_set(), event.wait())
event.clear()
print(event.is_set())

# A semaphore: no more than two at a time.
gate = threading.Semaphore(2)
inside = most = 0
guard = threading.Lock()


def visit():
    global inside, most
    with gate:
        with guard:
            inside += 1
            most = max(most, inside)
        time.sleep(0.002)
        with guard:
            inside -= 1


threads = [threading.Thread(target=visit) for _ in range(8)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(inside, 1 <= most <= 2)
bounded = threading.BoundedSemaphore(1)
print(bounded.acquire(), bounded.acquire(blocking=False), bounded.acquire(timeout=0.01))
bounded.release()
for wrong in (bounded.release, lambda: gate.release(0), lambda: threading.Semaphore(-1),
              lambda: gate.acquire(False, 1)):
    try:
        wrong()
    except ValueError as e:
        print(e)

# A barrier: nobody goes on before all have come.
steps = []
barrier = threading.Barrier(4, action=lambda: steps.append("-"))
indices = []


def march(me):
    for k in range(3):
        steps.append(k)
        indices.append(barrier.wait())


threads = [threading.Thread(target=march, args=(me,)) for me in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(steps)
print(sorted(indices), barrier.parties, barrier.n_waiting, barrier.broken)
try:
    barrier.wait(0.01)
except threading.BrokenBarrierError as e:
    print("broken", e.args, barrier.broken)
barrier.reset()
print(barrier.broken)
failed = []


def wait_for_nothing():
    try:
        barrier.wait()
    except threading.BrokenBarrierError:
        failed.append(True)


threads = [threading.Thread(target=wait_for_nothing) for _ in range(3)]
for t in threads:
    t.start()
while barrier.n_waiting < 3:
    time.sleep(0.001)
barrier.abort()
for t in threads:
    t.join()
print(failed)
