# What inspect says of frames and tracebacks.
import sys
from collections import namedtuple


class FrameInfo(namedtuple("FrameInfo", "frame filename lineno function code_context index")):
    __module__ = "inspect"

    def __new__(cls, frame, filename, lineno, function, code_context, index, *, positions=None):
        self = super().__new__(cls, frame, filename, lineno, function, code_context, index)
        self.positions = positions
        return self

    def __repr__(self):
        return _shown(self, self._fields)


class Traceback(namedtuple("Traceback", "filename lineno function code_context index")):
    __module__ = "inspect"

    def __new__(cls, filename, lineno, function, code_context, index, *, positions=None):
        self = super().__new__(cls, filename, lineno, function, code_context, index)
        self.positions = positions
        return self

    def __repr__(self):
        return _shown(self, self._fields)


def _shown(row, fields):
    text = ", ".join([f"{name}={value!r}" for name, value in zip(fields, row)])
    return f"{type(row).__name__}({text}, positions={row.positions!r})"


def _lines_of(filename):
    try:
        with open(filename, encoding="utf-8") as f:
            return f.readlines()
    except (OSError, UnicodeError):
        return []


# (filename, line, name) and the lines around.
def getframeinfo(frame, context=1):
    if hasattr(frame, "tb_frame"):
        line, code = frame.tb_lineno, frame.tb_frame.f_code
    elif hasattr(frame, "f_code"):
        line, code = frame.f_lineno, frame.f_code
    else:
        raise TypeError(f"{frame!r} is not a frame or traceback object")
    lines = index = None
    if context > 0:
        everything = _lines_of(code.co_filename)
        if everything:
            start = max(0, min(line - 1 - context // 2, len(everything) - context))
            lines = everything[start:start + context]
            index = line - 1 - start
    return Traceback(code.co_filename, line, code.co_name, lines, index)


def getlineno(frame):
    return frame.f_lineno


def getouterframes(frame, context=1):
    row = []
    while frame is not None:
        row.append(FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return row


def getinnerframes(tb, context=1):
    row = []
    while tb is not None:
        row.append(FrameInfo(tb.tb_frame, *getframeinfo(tb, context)))
        tb = tb.tb_next
    return row


def currentframe():
    return sys._getframe(0)


def stack(context=1):
    return getouterframes(sys._getframe(0), context)


def trace(context=1):
    error = sys.exc_info()[1]
    return getinnerframes(None if error is None else error.__traceback__, context)


ArgInfo = namedtuple("ArgInfo", "args varargs keywords locals", module="inspect")
Arguments = namedtuple("Arguments", "args, varargs, varkw", module="inspect")
ClosureVars = namedtuple("ClosureVars", "nonlocals globals builtins unbound", module="inspect")


def getargs(code):
    names = code.co_varnames
    count = code.co_argcount
    args = list(names[:count]) + list(names[count:count + code.co_kwonlyargcount])
    at = len(args)
    varargs = varkw = None
    if code.co_flags & 4:
        varargs = names[at]
        at += 1
    if code.co_flags & 8:
        varkw = names[at]
    return Arguments(args, varargs, varkw)


def getargvalues(frame):
    args, varargs, varkw = getargs(frame.f_code)
    return ArgInfo(args, varargs, varkw, frame.f_locals)


def _assigned(value):
    return "=" + repr(value)


def formatargvalues(args, varargs, varkw, locals, formatarg=str,
                    formatvarargs=lambda name: "*" + name, formatvarkw=lambda name: "**" + name,
                    formatvalue=_assigned):
    row = [formatarg(name) + formatvalue(locals[name]) for name in args]
    if varargs:
        row.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        row.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return f"({', '.join(row)})"


# What the names in a function's code stand for now.
def getclosurevars(func):
    if hasattr(func, "__func__"):
        func = func.__func__
    if not hasattr(func, "__code__"):
        raise TypeError(f"{func!r} is not a Python function")
    code = func.__code__
    nonlocals = {}
    for name, cell in zip(code.co_freevars, func.__closure__ or ()):
        nonlocals[name] = cell.cell_contents
    import builtins
    global_names, builtin_names, unbound = {}, {}, set()
    for name in code.co_names:
        if name in ("None", "True", "False"):
            continue
        if name in func.__globals__:
            global_names[name] = func.__globals__[name]
        elif hasattr(builtins, name):
            builtin_names[name] = getattr(builtins, name)
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, global_names, builtin_names, unbound)
