# What can be asked about functions, classes and modules.
#
# Neighbours: _inspect_signature.py, _inspect_annotations.py, _inspect_members.py and
# _inspect_frames.py, which do the rest of it.
import types
from types import BuiltinFunctionType, FunctionType, GeneratorType, MethodType, ModuleType

from _inspect_annotations import formatannotation, get_annotations, unwrap
from _inspect_frames import (
    ArgInfo, Arguments, ClosureVars, FrameInfo, Traceback, currentframe, formatargvalues, getargs,
    getargvalues, getclosurevars, getframeinfo, getinnerframes, getlineno, getouterframes, stack,
    trace)
from _inspect_members import (
    Attribute, classify_class_attrs, getattr_static, getclasstree, getmembers, getmembers_static,
    walktree)
from _inspect_signature import BoundArguments, Parameter, Signature, _empty, signature

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS = 1, 2, 4, 8
CO_NESTED, CO_GENERATOR, CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = (
    16, 32, 128, 256, 512)
GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = (
    "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED")


def ismodule(object):
    return isinstance(object, ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, MethodType)


def isfunction(object):
    return isinstance(object, type(isfunction))


def isbuiltin(object):
    return type(object).__name__ == "builtin_function_or_method"


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or (
        type(object).__name__ in ("method_descriptor", "wrapper_descriptor"))


def _flags(object):
    object = _unwrap_partial(object)
    code = getattr(object, "__code__", None)
    return 0 if code is None or not isfunction(object) else code.co_flags


# functools.partial objects tell of what they call.
def _unwrap_partial(object):
    import functools
    while ismethod(object) or isinstance(object, functools.partial):
        object = object.__func__ if ismethod(object) else object.func
    return object


def isgeneratorfunction(object):
    return _flags(object) & CO_GENERATOR != 0


def iscoroutinefunction(object):
    return _flags(object) & CO_COROUTINE != 0


def isasyncgenfunction(object):
    return _flags(object) & CO_ASYNC_GENERATOR != 0


def isgenerator(object):
    return type(object).__name__ == "generator"


def iscoroutine(object):
    return type(object).__name__ == "coroutine"


def isasyncgen(object):
    return type(object).__name__ == "async_generator"


def isawaitable(object):
    return iscoroutine(object) or hasattr(type(object), "__await__")


def iscode(object):
    return type(object).__name__ == "code"


def istraceback(object):
    return type(object).__name__ == "traceback"


def isframe(object):
    return type(object).__name__ == "frame"


def isabstract(object):
    return isinstance(object, type) and bool(getattr(object, "__abstractmethods__", None))


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    return hasattr(type(object), "__set__") or hasattr(type(object), "__delete__")


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    return hasattr(type(object), "__get__") and not hasattr(type(object), "__set__")


def isgetsetdescriptor(object):
    return type(object).__name__ == "getset_descriptor"


def ismemberdescriptor(object):
    return type(object).__name__ == "member_descriptor"


def getgeneratorstate(generator):
    if generator.gi_running:
        return GEN_RUNNING
    state = generator._state
    return (GEN_CREATED, GEN_SUSPENDED, GEN_RUNNING, GEN_CLOSED)[state]


def getcoroutinestate(coroutine):
    return ("CORO_CREATED", "CORO_SUSPENDED", "CORO_RUNNING", "CORO_CLOSED")[coroutine._state]


def getgeneratorlocals(generator):
    if not isgenerator(generator):
        raise TypeError(f"{generator!r} is not a Python generator")
    frame = generator.gi_frame
    return {} if frame is None else frame.f_locals


def getcoroutinelocals(coroutine):
    frame = coroutine.cr_frame
    return {} if frame is None else frame.f_locals


def indentsize(line):
    line = line.expandtabs()
    return len(line) - len(line.lstrip())


def ismethodwrapper(object):
    return isinstance(object, types.MethodWrapperType)


def getmro(cls):
    return cls.__mro__


def getmodule(object, _filename=None):
    import sys
    if ismodule(object):
        return object
    return sys.modules.get(getattr(object, "__module__", None))


def getmodulename(path):
    import os
    name = os.path.basename(path)
    return name[:-3] if name.endswith(".py") else None


def getfile(object):
    if ismodule(object):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError(f"{object!r} is a built-in module")
    if isclass(object):
        module = getmodule(object)
        if getattr(module, "__file__", None):
            return module.__file__
        raise TypeError(f"{object!r} is a built-in class")
    while ismethod(object):
        object = object.__func__
    code = getattr(object, "__code__", None) or object
    if iscode(code):
        return code.co_filename
    raise TypeError("module, class, method, function, traceback, frame, or code object was "
                    f"expected, got {type(object).__name__}")


getsourcefile = getfile


def getsourcelines(object):
    while hasattr(object, "__wrapped__"):
        object = object.__wrapped__
    try:
        with open(getfile(object)) as f:
            lines = f.readlines()
    except OSError:
        raise OSError("could not get source code") from None
    if ismodule(object):
        return lines, 0
    if isclass(object):
        start = None
        for i, line in enumerate(lines):
            words = line.split("#")[0].replace("(", " ").replace(":", " ").split()
            if words[:2] == ["class", object.__name__]:
                start = i
                break
        if start is None:
            raise OSError("could not find class definition")
        while start > 0 and lines[start - 1].lstrip().startswith("@"):
            start -= 1
    else:
        while ismethod(object):
            object = object.__func__
        start = object.__code__.co_firstlineno - 1
    return _block(lines[start:]), start + 1


def _block(lines):
    indent = len(lines[0]) - len(lines[0].lstrip())
    end = 1
    head = True
    depth = 0
    for i, line in enumerate(lines):
        text = line.strip()
        here = len(line) - len(line.lstrip())
        if head:
            depth += line.count("(") + line.count("[") - line.count(")") - line.count("]")
            end = i + 1
            if depth <= 0 and text.split("#")[0].rstrip().endswith(":"):
                head = False
            elif "lambda" in line or (depth <= 0 and ":" in text and not text.startswith("@")):
                head = False
            continue
        if text and here <= indent and not text.startswith("#"):
            break
        if text and here > indent:
            end = i + 1
    return lines[:end]


def getsource(object):
    return "".join(getsourcelines(object)[0])


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margin = None
    for line in lines[1:]:
        text = line.lstrip()
        if text and (margin is None or len(line) - len(text) < margin):
            margin = len(line) - len(text)
    lines[0] = lines[0].lstrip()
    if margin is not None:
        lines[1:] = [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getdoc(object):
    doc = getattr(object, "__doc__", None)
    if doc is None and isclass(object):
        for base in object.__mro__:
            if base is not types.SimpleNamespace and base.__doc__ is not None:
                doc = base.__doc__
                break
    return cleandoc(doc) if isinstance(doc, str) else None


def getcomments(object):
    return None


class FullArgSpec(tuple):
    _fields = ("args", "varargs", "varkw", "defaults", "kwonlyargs", "kwonlydefaults",
               "annotations")

    def __new__(cls, *row):
        return tuple.__new__(cls, row)

    def __getattr__(self, name):
        if name in FullArgSpec._fields:
            return self[FullArgSpec._fields.index(name)]
        raise AttributeError(name)

    def __repr__(self):
        parts = [f"{n}={v!r}" for n, v in zip(FullArgSpec._fields, self)]
        return f"FullArgSpec({', '.join(parts)})"


def getfullargspec(func):
    args, kwonly, defaults, kwdefaults = [], [], [], {}
    varargs = varkw = None
    f = func.__func__ if ismethod(func) else func
    for p in signature(f).parameters.values():
        if p.kind in (0, 1):
            args.append(p.name)
            if p.default is not _empty:
                defaults.append(p.default)
        elif p.kind == 2:
            varargs = p.name
        elif p.kind == 3:
            kwonly.append(p.name)
            if p.default is not _empty:
                kwdefaults[p.name] = p.default
        else:
            varkw = p.name
    return FullArgSpec(args, varargs, varkw, tuple(defaults) or None, kwonly, kwdefaults or None,
                       dict(getattr(f, "__annotations__", {})))


def getcallargs(func, /, *args, **kwargs):
    bound = signature(func).bind(*args, **kwargs)
    bound.apply_defaults()
    return bound.arguments


class EndOfBlock(Exception):
    pass
