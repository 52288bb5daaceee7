"""CPython's side: runs the programs inside the hunt's own process, which saves a start of CPython each.

A program, and each case of a batch, may take a budget of processor time. What is slow here is an
explosion of the program's own (a huge integer, a string that doubles), not a difference, and the hunt
leaves it out. Must be called from a process's main thread, as it works with signals.
"""
import contextlib
import io
import re
import resource
import signal
import traceback
import warnings

from modes import Outcome

MEMORY = 2 << 30
REPEAT = 0.05  # again and again, should a `return` in a `finally` swallow what stops a program


class Spent(BaseException):
    """Not an Exception: the cases catch those."""


def expire(_signal, _frame):
    raise Spent


@contextlib.contextmanager
def budget(seconds):
    before = resource.getrlimit(resource.RLIMIT_AS)
    signal.signal(signal.SIGPROF, expire)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, before[1]))
    signal.setitimer(signal.ITIMER_PROF, seconds, REPEAT)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        resource.setrlimit(resource.RLIMIT_AS, before)


def run(text, seconds, case_seconds=None):
    """The outcome of a program; its status is "timeout" if it takes too long.

    With case_seconds, each of the program's calls `run(NUMBER, CASE)` has that time, and the outcome's
    `spent` are the numbers of the cases that did not end in it.
    """
    output, error, status = io.StringIO(), "", 0
    namespace = {"__name__": "__main__"}
    spent = set()

    def timed(number, case):
        start = output.tell()
        try:
            signal.setitimer(signal.ITIMER_PROF, case_seconds, REPEAT)
            namespace["run"](number, case)
        except (Spent, MemoryError):
            spent.add(number)
        finally:
            signal.setitimer(signal.ITIMER_PROF, seconds, REPEAT)
        if "MemoryError" in output.getvalue()[start:]:
            spent.add(number)

    if case_seconds:
        namespace["timed"] = timed
        text = re.sub(r"^run\(", "timed(", text, flags=re.MULTILINE)
    with warnings.catch_warnings(), contextlib.redirect_stdout(output), contextlib.redirect_stderr(io.StringIO()):
        warnings.simplefilter("ignore")
        try:
            with budget(seconds):
                exec(compile(text, "p", "exec"), namespace)
        except (Spent, MemoryError, RecursionError):
            status = "timeout"
        except SystemExit as end:
            status = end.code
        except BaseException as unhandled:
            error, status = "".join(traceback.format_exception_only(unhandled)), 1
    outcome = Outcome(output.getvalue().encode("utf-8", "backslashreplace").decode(), error, status)
    outcome.spent = spent
    return outcome
