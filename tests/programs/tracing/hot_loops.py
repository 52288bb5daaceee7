# Tracing begins and ends while loops and functions are compiled.
import sys

lines = []


def tracer(frame, event, arg):
    lines.append((frame.f_code.co_name, event, frame.f_lineno - frame.f_code.co_firstlineno))
    return tracer


def step(i, at):
    if i == at:
        sys.settrace(tracer)
    if i == at + 2:
        sys.settrace(None)
    return i + 1


def loop(n, at):
    total = 0
    for i in range(n):
        total += step(i, at)
    return total


def recursive(n, at):
    if n == at:
        sys.settrace(tracer)
    if n == at - 3:
        sys.settrace(None)
    return 1 if n == 0 else recursive(n - 1, at) + 1


for n, at in ((3000, 2500), (3000, 10), (2000, 1990)):
    lines.clear()
    print(loop(n, at), len(lines), lines[:30])
for k in range(30):
    recursive(60, -10)
lines.clear()
print(recursive(60, 30), lines)


def own(n, at):
    x = 0
    for i in range(n):
        x += i
        if i == at:
            frame = sys._getframe()
            frame.f_trace = tracer
            sys.settrace(tracer)
        if i == at + 1:
            sys.settrace(None)
            frame.f_trace = None
    return x


lines.clear()
print(own(4000, 3500), lines)
print(own(4000, 3999), len(lines))
sys.settrace(None)


# Called from C++ code in a compiled loop.
def keyed(v):
    if v == 77:
        sys.settrace(tracer)
    return -v


def sorting(n):
    out = 0
    for i in range(n):
        out += sorted([i, i + 1], key=keyed)[0]
    return out


lines.clear()
print(sorting(80))
sys.settrace(None)
print(lines[:20])
