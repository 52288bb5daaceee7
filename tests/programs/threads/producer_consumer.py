"""Producers and consumers that wait for each other through queues of every kind."""
import queue
import threading

items = queue.Queue(maxsize=3)
results = queue.Queue()


def produce(first, count):
    for i in range(first, first + count):
        items.put(i)


def consume():
    while True:
        item = items.get()
        if item is None:
            items.task_done()
            return
        results.put(item * item)
        items.task_done()


consumers = [threading.Thread(target=consume) for _ in range(3)]
producers = [threading.Thread(target=produce, args=(k * 100, 100)) for k in range(4)]
for t in consumers + producers:
    t.start()
for t in producers:
    t.join()
for _ in consumers:
    items.put(None)
items.join()
for t in consumers:
    t.join()
got = sorted(results.queue)
print(len(got), got[:5], got[-1], sum(got) == sum(i * i for i in range(400)))
print(items.empty(), items.full(), items.qsize(), items.unfinished_tasks)

# A consumer that is started first.
simple = queue.SimpleQueue()
answer = []
waiting = threading.Thread(target=lambda: answer.append(simple.get()))
waiting.start()
simple.put("late")
waiting.join()
print(answer, simple.empty())

lifo, ordered = queue.LifoQueue(), queue.PriorityQueue()
for n in (3, 1, 2):
    lifo.put(n)
    ordered.put((n, str(n)))
print([lifo.get() for _ in range(3)], [ordered.get()[1] for _ in range(3)])

for call in (lambda: items.get(timeout=0.01), items.get_nowait, lambda: simple.get(timeout=0.01),
             lambda: simple.get(block=False)):
    try:
        call()
    except queue.Empty as e:
        print("Empty", e.args)
for _ in range(3):
    items.put_nowait(0)
for call in (lambda: items.put(1, timeout=0.01), lambda: items.put_nowait(1)):
    try:
        call()
    except queue.Full as e:
        print("Full", e.args)
for call in (lambda: items.get(timeout=-1), lambda: simple.get(timeout=-1)):
    try:
        call()
    except ValueError as e:
        print(e)

# Back pressure: order is kept between one producer and one consumer.
narrow = queue.Queue(1)
seen = []


def read():
    for _ in range(200):
        seen.append(narrow.get())


reader = threading.Thread(target=read)
reader.start()
for i in range(200):
    narrow.put(i)
reader.join()
print(seen == list(range(200)))
