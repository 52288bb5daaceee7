# globals() in a function of another module, called from hot loops and hot functions here.
import _names

there = 3
reader = _names.Reader()


def total(n):
    t = 0
    for i in range(n):
        t += reader.read() + _names.names()
    return t


def relay(r):
    return r.read()


def deep(n):
    return relay(reader) if n == 0 else deep(n - 1)


print(total(3000))
print(sum([deep(3) for i in range(3000)]))
t = 0
for i in range(3000):
    t += reader.add(i)
    if i == 2000:
        _names.here = 7
    t += relay(reader) + len([n for n in globals() if n == "there"])
print(t, _names.added)


def own():
    return globals()["there"]


for i in range(3000):
    if i == 1500:
        there = 4
    t += own()
print(t)
