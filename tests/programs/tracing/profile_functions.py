# sys.setprofile: calls and returns of Python and C functions.
import sys

told = []


def profiler(frame, event, arg):
    if event.startswith("c_"):
        arg = arg.__name__
    elif callable(arg):
        arg = None
    told.append((event, frame.f_code.co_name, arg))


def leaf(x):
    return abs(x) + len("abc")


def failing():
    return [].index(1)


def caught():
    try:
        failing()
    except ValueError:
        return "caught"


def gen():
    yield leaf(-1)


def run():
    leaf(-2)
    caught()
    for v in gen():
        pass
    sorted([3, 1], key=leaf)
    return list(map(leaf, [1]))


sys.setprofile(profiler)
run()
sys.setprofile(None)
for row in told:
    print(*row)
print(sys.getprofile())


def broken(frame, event, arg):
    raise KeyError("in the profile function")


sys.setprofile(broken)
try:
    leaf(1)
except KeyError as e:
    print(repr(e), sys.getprofile())
