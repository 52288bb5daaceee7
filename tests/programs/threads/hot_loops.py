"""Threads that are switched inside of compiled loops and functions."""
import sys
import threading

sys.setswitchinterval(0.0005)


def run(targets):
    threads = [threading.Thread(target=target, args=args) for target, *args in targets]
    for t in threads:
        t.start()
    for t in threads:
        t.join()


# Sums: each has its own registers.
results = {}


def work(n):
    s = x = 0
    f = 0.5
    for i in range(20000):
        s += i * n
        x ^= s & 0xffff
        f = f * 0.5 + i
    results[n] = (s, x, f)


def expected(n):
    s = x = 0
    f = 0.5
    for i in range(20000):
        s += i * n
        x ^= s & 0xffff
        f = f * 0.5 + i
    return s, x, f


run([(work, n) for n in range(6)])
print([results[n] == expected(n) for n in range(6)])

# A loop that waits for what another thread writes: to a global, an attribute, a list, a cell.
flag = False


class Box:
    ready = False


box, row = Box(), [0]


def spin_global():
    n = 0
    while not flag:
        n += 1
    return n


def spin_attribute():
    n = 0
    while not box.ready:
        n += 1
    return n


def spin_list():
    n = 0
    while row[0] < 3:
        n += 1
    return n


def spin_cell():
    done = False

    def finish():
        nonlocal done
        done = True
    t = threading.Timer(0.02, finish)
    t.start()
    n = 0
    while not done:
        n += 1
    t.join()
    return n


seen = []
waiting = [threading.Thread(target=lambda f=f: seen.append(f() >= 0))
           for f in (spin_global, spin_attribute, spin_list, spin_cell)]
for t in waiting:
    t.start()
for _ in range(30000):
    row[0] += 0
flag = True
box.ready = True
row[0] = 3
for t in waiting:
    t.join()
print(seen)


# Recursion, as compiled functions.
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


fibs = []
run([(lambda n=n: fibs.append((n, fib(n))),) for n in (15, 16, 17, 14)])
print(sorted(fibs))


# Objects, strings and dicts made in each, with collections.
class Node:
    def __init__(self, value, rest):
        self.value = value
        self.rest = rest


def chain(name):
    words = {}
    node = None
    for i in range(6000):
        node = Node((name, i), node)
        if i % 100 == 0:
            words[f"{name}{i}"] = node
            if i % 1000 == 0:
                node = None
    total = count = 0
    for word, head in words.items():
        count += len(word)
        while head is not None:
            assert head.value[0] == name
            total += head.value[1]
            head = head.rest
    results[name] = (len(words), count, total)


run([(chain, name) for name in "abcd"])
print([results[name] for name in "abcd"])


# Methods whose class changes while other threads are in their compiled code.
class Shape:
    side = 1

    def area(self):
        return self.side * self.side


areas = []


def measure():
    shape = Shape()
    total = last = 0
    while last != 100:
        last = shape.area()
        total += last
    areas.append(total > 0)


threads = [threading.Thread(target=measure) for _ in range(3)]
for t in threads:
    t.start()
for k in range(2000):
    Shape.side = k % 3
Shape.area = lambda self: 100
for t in threads:
    t.join()
print(areas)
