# sys.exit with a code: finally blocks run, nothing is printed on stderr, the status is the code. Checked by exit(0) too.
import sys


def leave(code):
    try:
        sys.exit(code)
    finally:
        print("leaving", code)


for code in (0, 3, None, "text", (1, 2), True):
    try:
        leave(code)
    except SystemExit as e:
        print(repr(e), repr(e.code))
try:
    leave(1)
except Exception:
    print("never: SystemExit is no Exception")
except BaseException as e:
    print(type(e).__mro__[1].__name__)
leave(7)
