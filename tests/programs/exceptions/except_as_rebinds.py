# The name of `except ... as` is deleted and bound again; code that has seen it goes on working.
def raising(kind):
    raise kind("from " + kind.__name__)


for kind in (ValueError, KeyError, TypeError, IndexError):
    try:
        raising(kind)
    except (KeyError, IndexError) as e:
        print("lookup", e)
    except Exception as e:
        print("other", e)
    print("e" in globals())


for i in range(60):
    try:
        if i % 3:
            raising(ValueError)
    except ValueError as error:
        last = str(error)
    try:
        error
    except NameError as missing:
        text = str(missing)
print(last, text)


for i in range(40):
    len = 5
    kept = len
    del len
    kept += len("abc")
print(kept)


def bump():
    global counter
    try:
        counter += 1
    except NameError:
        counter = 0


for i in range(60):
    bump()
    if i % 25 == 24:
        print(counter)
        del counter
print(counter)

first, second = 1, 2
del first
third = 3
first = 4
print([name for name in globals() if name in ("first", "second", "third")])
