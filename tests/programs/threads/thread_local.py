"""threading.local, contexts, exceptions and repr() belong to a thread."""
import contextvars
import decimal
import sys
import threading

data = threading.local()
data.x = "main"
seen = []


def use(n):
    seen.append(hasattr(data, "x"))
    data.x = n
    for _ in range(300):
        data.x += 1
    seen.append(data.x)
    seen.append(sorted(data.__dict__))


def run(target, *args):
    t = threading.Thread(target=target, args=args)
    t.start()
    t.join()


for n in (1, 2):
    run(use, n)
print(seen, data.x, data.__dict__)
del data.x
try:
    data.x
except AttributeError as e:
    print(e)
for wrong in (lambda: delattr(data, "x"), lambda: setattr(data, "__dict__", {})):
    try:
        wrong()
    except AttributeError as e:
        print(e)
try:
    threading.local(1)
except TypeError as e:
    print(e)


class Counter(threading.local):
    kind = "counter"
    made = 0

    def __init__(self, start):
        Counter.made += 1
        self.n = start

    def up(self):
        self.n += 1
        return self.n

    @property
    def double(self):
        return self.n * 2

    @double.setter
    def double(self, value):
        self.n = value // 2


counter = Counter(10)
print(counter.up(), counter.up(), counter.kind, counter.double)
run(lambda: print(counter.up(), counter.kind, counter.double))
counter.double = 100
print(counter.n, Counter.made)

# Contexts.
var = contextvars.ContextVar("var", default="default")
var.set("main")
run(lambda: print(var.get(), var.set("thread") is not None, var.get()))
context = contextvars.copy_context()
run(lambda: context.run(lambda: print(var.get(), var.set("copied") is None)))
print(var.get(), context[var])
decimal.getcontext().prec = 5
run(lambda: print(decimal.getcontext().prec))
print(decimal.getcontext().prec)

# The exception that is handled.
try:
    1 / 0
except ZeroDivisionError:
    run(lambda: print(sys.exc_info()))
    print(sys.exc_info()[0].__name__)

# repr() of what another thread shows meanwhile.
inside, go = threading.Event(), threading.Event()


class Slow:
    def __repr__(self):
        inside.set()
        go.wait()
        return "slow"


row = [Slow()]
t = threading.Thread(target=lambda: print(repr(row)))
t.start()
inside.wait()
go.set()
shown = repr(row)
t.join()
print(shown)
