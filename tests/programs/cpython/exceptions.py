# Exceptions on their way through both worlds, uncaught ones at the end too.
import sys
sys.path.insert(0, __file__.rpartition("/")[0] + "/modules")
from bridge import cpython

builtins = cpython.import_module("builtins")
json = cpython.import_module("json")
decimal = cpython.import_module("decimal")


def attempt(f, *args):
    try:
        print("no error", f(*args))
    except Exception as e:
        print(type(e).__name__, e.args if type(e).__module__ == "builtins" else str(e), e)


attempt(builtins.int, "zwölf")
attempt(builtins.dict().__getitem__, "missing")
attempt(builtins.open, "/no/such/file")
attempt(builtins.list([1]).index, 5)
attempt(lambda: builtins.len(5))
attempt(lambda: json.nothing)
attempt(lambda: builtins.divmod(1, 0))
attempt(lambda: decimal.Decimal("x"))
attempt(lambda: json.loads("[1,"))
attempt(lambda: cpython.import_module("no_such_module"))
attempt(lambda: builtins.bytes(b"\xff\xfe").decode("ascii"))
attempt(lambda: next(builtins.iter([])))
attempt(lambda: builtins.range(3) + 1)
attempt(lambda: builtins.list([1]) < 3)
attempt(lambda: builtins.slice(1, 2)[0])


class Refused(Exception):
    def __init__(self, why, code):
        super().__init__(why, code)
        self.code = code


seen = []


def refuse(x):
    e = Refused("not this", x)
    seen.append(e)
    raise e


try:
    list(builtins.map(refuse, [7]))
except Refused as e:
    print(e, e.code, e is seen[0])
try:
    builtins.sorted([1, 2], key=lambda x: x / 0)
except ZeroDivisionError as e:
    print(e)


def stop():
    raise StopIteration("enough")


print(list(builtins.iter(lambda: next(iter([])), 1)))
try:
    json.loads("{")
except ValueError as e:
    print("json.decoder.JSONDecodeError: Expecting" in cpython.traceback(e))
    print("in raw_decode" in cpython.traceback(e))

contextlib = cpython.import_module("contextlib")
with contextlib.suppress(KeyError):
    {}["gone"]
print("suppressed")
try:
    with contextlib.suppress(KeyError):
        [][1]
except IndexError as e:
    print("not suppressed:", e)
with cpython.import_module("io").StringIO("text") as f:
    print(f.read(), f.closed)
print(f.closed)
try:
    with json:
        pass
except TypeError as e:
    print(e)
for i in range(100):
    try:
        builtins.int("x" * (i % 2) + "1")
    except ValueError as e:
        last = str(e)
print(last)
