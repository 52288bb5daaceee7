# Coroutines by send: broadcast, filters, a scheduler of tasks, an event loop with a queue, all deterministic.
from collections import deque


def coroutine(f):
    def start(*a):
        g = f(*a)
        next(g)
        return g
    return start


@coroutine
def collect(out):
    while True:
        out.append((yield))


@coroutine
def where(pred, target):
    while True:
        x = yield
        if pred(x):
            target.send(x)


@coroutine
def mapped(f, *targets):
    n = 0
    while True:
        x = f((yield n))
        for t in targets:
            t.send(x)
        n += 1


evens, big = [], []
pipe = mapped(lambda x: x * 3, where(lambda x: x % 2 == 0, collect(evens)), where(lambda x: x > 850, collect(big)))
for i in range(300):
    last = pipe.send(i)
print(len(evens), evens[-3:], big, last)
log = []


def task(name, n):
    for i in range(n):
        log.append("%s%d" % (name, i))
        got = yield
        if got:
            log.append("%s got %s" % (name, got))
    return name


def run(tasks):
    q = deque(tasks)
    done = []
    turn = 0
    while q:
        t = q.popleft()
        turn += 1
        try:
            t.send(None if turn < 4 or turn % 4 else turn)
        except StopIteration as e:
            done.append(e.value)
        else:
            q.append(t)
    return done, turn


print(run([task("a", 2), task("b", 4), task("c", 1)]), log)


def producer(n):
    for i in range(n):
        yield ("put", i)
    yield ("stop", None)


def consumer(box, out):
    while True:
        while not box:
            yield
        kind, v = box.popleft()
        if kind == "stop":
            return
        out.append(v * v)
        yield


box, out = deque(), []
c = consumer(box, out)
alive = True
for msg in producer(200):
    box.append(msg)
    if len(box) > 3:
        try:
            while box:
                next(c)
        except StopIteration:
            alive = False
while alive:
    try:
        next(c)
    except StopIteration:
        alive = False
print(len(out), out[-1], sum(out), len(box))


def accumulate():
    total = 0
    while True:
        cmd = yield total
        if cmd is None:
            continue
        if cmd == "reset":
            total = 0
        else:
            total += cmd


acc = accumulate()
next(acc)
t = 0
for i in range(500):
    t = acc.send(i if i % 3 else None if i % 2 else 1.5)
    if i == 250:
        t = acc.send("reset")
print(t)
