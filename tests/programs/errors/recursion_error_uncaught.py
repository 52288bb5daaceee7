# RecursionError is caught at any depth and the program goes on; uncaught, its stderr depends on the limit.
# stderr: ignore
def down(n):
    return down(n + 1) + 1


class Node:
    def __init__(self):
        self.me = self

    def __str__(self):
        return str(self.me)

    def __getattr__(self, name):
        return getattr(self, name + "x") if len(name) < 5 else name


for i in range(3):
    try:
        down(0)
    except RecursionError as e:
        print(i, type(e).__name__, str(e).startswith("maximum recursion depth exceeded"))
try:
    str(Node())
except RecursionError as e:
    print("str", isinstance(e, RuntimeError))
print(Node().ab)


def ping(n):
    pong(n)


def pong(n):
    ping(n)


try:
    ping(1)
except RecursionError:
    print("mutual")
print("last")
down(0)
