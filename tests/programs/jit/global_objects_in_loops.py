# Module-level objects changed by functions while module-level loops run: lists, dicts, instances, counters, functions.
class State:
    n = 0


state = State()
items = []
table = {}
mode = "add"


def add(i):
    state.n += i
    items.append(i)
    table[i % 5] = table.get(i % 5, 0) + 1


def sub(i):
    global items
    state.n -= i
    items = items[-3:]


def act(i):
    (add if mode == "add" else sub)(i)


for i in range(300):
    act(i)
    if i == 200:
        mode = "sub"
    if i == 250:
        mode = "add"
print(state.n, len(items), items[:4], table)
for i in range(600):
    if i == 300:
        def act(i):
            state.n = state.n * 0.5
    if i == 400:
        act = len
        items = "text"
    if i >= 400:
        state.n += act(items)
    else:
        act(i)
print(state.n)
x = y = 0
for i in range(700):
    x, y = y, x + (i if i < 650 else i / 2)
    if x > 10 ** 6:
        x = -x // 1000
print(x, y)
import math

for i in range(400):
    x = math.sqrt(i) if i < 300 else math.floor(x)
    if i == 350:
        saved = math.floor
        math.floor = lambda v: v + 0.25
math.floor = saved
print(x, math.floor(2.5))
print_ = print
for i in range(300):
    if i == 299:
        print = lambda *a: print_("wrapped", *a)
print("hello")
del print
print("plain", i)


class Late:
    pass


for i in range(300):
    if i == 150:
        class Late:
            value = 1
    if i > 150:
        state.n += Late.value
print(state.n)
