# Tracebacks of programs in trouble. What is written is the stack of the Python program that asks;
# signals that end the process end it without one.
import sys

_enabled = [False]


def _number(file):
    if file is None:
        file = sys.stderr
        if file is None:
            raise RuntimeError("sys.stderr is None")
    if isinstance(file, int):
        if file < 0:
            raise ValueError("file is not a valid file descripter")
        return file
    fd = file.fileno()
    if not isinstance(fd, int) or fd < 0:
        raise RuntimeError("file.fileno() is not a valid file descriptor")
    file.flush()
    return fd


def dump_traceback(file=None, all_threads=True):
    import os
    fd = _number(file)
    lines = ["Stack (most recent call first):"]
    frame = sys._getframe(1)
    while frame is not None:
        code = frame.f_code
        lines.append(f'  File "{code.co_filename}", line {frame.f_lineno} in {code.co_name}')
        frame = frame.f_back
    os.write(fd, "\n".join(lines + [""]).encode("ascii", "backslashreplace"))


def enable(file=None, all_threads=True):
    _number(file)
    _enabled[0] = True


def disable():
    was, _enabled[0] = _enabled[0], False
    return was


def is_enabled():
    return _enabled[0]


def _unsupported(name):
    def function(*args, **kwargs):
        raise NotImplementedError(f"faulthandler.{name} is not supported by Hothouse")
    function.__name__ = name
    return function


dump_traceback_later, register = _unsupported("dump_traceback_later"), _unsupported("register")


def cancel_dump_traceback_later():
    pass


def unregister(signum):
    return False
