"""Generators that run in threads, and go from one to another."""
import sys
import threading
import queue

sys.setswitchinterval(0.0005)


def numbers(n):
    total = 0
    for i in range(n):
        total += i
        yield total


def evens(source):
    for x in source:
        if x % 2 == 0:
            yield x


sums = {}


def drain(name, n):
    sums[name] = sum(evens(numbers(n)))


threads = [threading.Thread(target=drain, args=(k, 3000 + k)) for k in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print([sums[k] for k in range(4)])

# One generator, drawn from by turns.
shared = numbers(50)
turns = [threading.Event() for _ in range(2)]
got = []
over = []


def draw(me):
    while True:
        turns[me].wait()
        turns[me].clear()
        try:
            got.append((me, next(shared)))
        except StopIteration:
            over.append(me)
            turns[1 - me].set()
            return
        turns[1 - me].set()


threads = [threading.Thread(target=draw, args=(me,)) for me in range(2)]
for t in threads:
    t.start()
turns[0].set()
for t in threads:
    t.join()
print(got[:4], got[-1], len(got), sorted(over))

# One that is running in another thread.
inside, go = threading.Event(), threading.Event()


def waits():
    yield 1
    inside.set()
    go.wait()
    yield 2


g = waits()
print(next(g))
answers = []
t = threading.Thread(target=lambda: answers.append(next(g)))
t.start()
inside.wait()
for use in (lambda: next(g), g.close, lambda: g.throw(KeyError)):
    try:
        use()
    except ValueError as e:
        print(e)
go.set()
t.join()
print(answers, list(g))

# A pipeline of threads.
first, second, third = queue.Queue(), queue.Queue(), queue.Queue()


def stage(source, sink, change):
    for item in iter(source.get, None):
        sink.put(change(item))
    sink.put(None)


threads = [threading.Thread(target=stage, args=row) for row in (
    (first, second, lambda x: x + 1), (second, third, lambda x: x * 10))]
for t in threads:
    t.start()
for i in range(20):
    first.put(i)
first.put(None)
print(list(iter(third.get, None)))
for t in threads:
    t.join()
