# What can be asked about functions, classes and modules.
import types
from types import BuiltinFunctionType, FunctionType, GeneratorType, MethodType, ModuleType

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
    while ismethod(object):
        object = object.__func__
    code = getattr(object, "__code__", None)
    return 0 if code is None or not isfunction(object) else code.co_flags


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


def getmembers(object, predicate=None):
    row = []
    for name in dir(object):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            row.append((name, value))
    row.sort(key=lambda pair: pair[0])
    return row


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


def unwrap(func, *, stop=None):
    while hasattr(func, "__wrapped__") and (stop is None or not stop(func)):
        func = func.__wrapped__
    return func


class _empty:
    pass


class _ParameterKind(int):
    def __new__(cls, value, name, description):
        self = int.__new__(cls, value)
        self.name = name
        self.description = description
        return self

    def __str__(self):
        return self.name

    def __repr__(self):
        return f"<_ParameterKind.{self.name}: {int(self)}>"


class Parameter:
    empty = _empty
    POSITIONAL_ONLY = _ParameterKind(0, "POSITIONAL_ONLY", "positional-only")
    POSITIONAL_OR_KEYWORD = _ParameterKind(1, "POSITIONAL_OR_KEYWORD", "positional or keyword")
    VAR_POSITIONAL = _ParameterKind(2, "VAR_POSITIONAL", "variadic positional")
    KEYWORD_ONLY = _ParameterKind(3, "KEYWORD_ONLY", "keyword-only")
    VAR_KEYWORD = _ParameterKind(4, "VAR_KEYWORD", "variadic keyword")

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self.name = name
        self.kind = kind
        self.default = default
        self.annotation = annotation

    def replace(self, *, name=_empty, kind=_empty, default=_empty, annotation=_empty):
        return Parameter(self.name if name is _empty else name,
                         self.kind if kind is _empty else kind,
                         default=self.default if default is _empty else default,
                         annotation=self.annotation if annotation is _empty else annotation)

    def __str__(self):
        text = self.name
        if self.annotation is not _empty:
            text += ": " + formatannotation(self.annotation)
        if self.default is not _empty:
            text += (" = " if self.annotation is not _empty else "=") + repr(self.default)
        if self.kind == 2:
            return "*" + text
        return "**" + text if self.kind == 4 else text

    def __repr__(self):
        return f'<Parameter "{self}">'

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self.name == other.name and self.kind == other.kind
                and self.default == other.default and self.annotation == other.annotation)

    def __hash__(self):
        return hash((self.name, self.kind))


def formatannotation(annotation, base_module=None):
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation).replace("typing.", "")


class BoundArguments:
    def __init__(self, signature, arguments):
        self.signature = signature
        self.arguments = arguments

    @property
    def args(self):
        row = []
        for name, p in self.signature.parameters.items():
            if p.kind in (3, 4) or name not in self.arguments:
                break
            if p.kind == 2:
                row.extend(self.arguments[name])
            else:
                row.append(self.arguments[name])
        return tuple(row)

    @property
    def kwargs(self):
        names = {}
        for name, p in self.signature.parameters.items():
            if name in self.arguments and p.kind == 3:
                names[name] = self.arguments[name]
            elif name in self.arguments and p.kind == 4:
                names.update(self.arguments[name])
        return names

    def apply_defaults(self):
        filled = {}
        for name, p in self.signature.parameters.items():
            if name in self.arguments:
                filled[name] = self.arguments[name]
            elif p.default is not _empty:
                filled[name] = p.default
            elif p.kind == 2:
                filled[name] = ()
            elif p.kind == 4:
                filled[name] = {}
        self.arguments = filled

    def __repr__(self):
        args = ", ".join([f"{k}={v!r}" for k, v in self.arguments.items()])
        return f"<BoundArguments ({args})>"


class Signature:
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self.parameters = types.MappingProxyType({p.name: p for p in parameters or ()})
        self.return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True):
        return signature(obj, follow_wrapped=follow_wrapped)

    def replace(self, *, parameters=_empty, return_annotation=_empty):
        return Signature(self.parameters.values() if parameters is _empty else parameters,
                         return_annotation=self.return_annotation if return_annotation is _empty
                         else return_annotation)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        found = {}
        i = 0
        kwargs = dict(kwargs)
        for name, p in self.parameters.items():
            if p.kind == 2:
                found[name] = tuple(args[i:])
                i = len(args)
                if not found[name]:
                    del found[name]
            elif p.kind == 4:
                if kwargs:
                    found[name] = kwargs
                    kwargs = {}
            elif p.kind != 3 and i < len(args):
                if name in kwargs and p.kind == 1:
                    raise TypeError(f"multiple values for argument {name!r}")
                found[name] = args[i]
                i += 1
            elif name in kwargs and p.kind != 0:
                found[name] = kwargs.pop(name)
            elif p.default is _empty and not partial:
                raise TypeError(f"missing a required argument: {name!r}")
        if i < len(args):
            raise TypeError("too many positional arguments")
        if kwargs:
            raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
        return BoundArguments(self, found)

    def __str__(self):
        row = []
        seen_only = False
        star = False
        for p in self.parameters.values():
            if p.kind == 0:
                seen_only = True
            elif seen_only:
                row.append("/")
                seen_only = False
            if p.kind == 2:
                star = True
            elif p.kind == 3 and not star:
                row.append("*")
                star = True
            row.append(str(p))
        if seen_only:
            row.append("/")
        text = f"({', '.join(row)})"
        if self.return_annotation is not _empty:
            text += " -> " + formatannotation(self.return_annotation)
        return text

    def __repr__(self):
        return f"<Signature {self}>"

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return (list(self.parameters.values()) == list(other.parameters.values())
                and self.return_annotation == other.return_annotation)

    __hash__ = None


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if ismethod(obj):
        return _without_first(signature(obj.__func__, follow_wrapped=follow_wrapped))
    if follow_wrapped:
        obj = unwrap(obj)
    given = getattr(obj, "__signature__", None)
    if given is not None:
        return given
    if isfunction(obj):
        return _of_function(obj)
    if type(obj).__name__ == "partial":
        return _of_partial(obj)
    if isclass(obj):
        for name in ("__new__", "__init__"):
            f = getattr(obj, name, None)
            if isfunction(f):
                return _without_first(_of_function(f))
        if obj.__init__ is object.__init__ and obj.__new__ is object.__new__:
            return Signature()
        raise ValueError(f"no signature found for builtin type {obj!r}")
    call = getattr(type(obj), "__call__", None)
    if isfunction(call):
        return _without_first(_of_function(call))
    raise ValueError(f"no signature found for builtin {obj!r}")


def _without_first(s):
    row = list(s.parameters.values())
    if row and row[0].kind in (0, 1):
        row = row[1:]
    return Signature(row, return_annotation=s.return_annotation)


def _of_function(f):
    code = f.__code__
    names = code.co_varnames
    notes = getattr(f, "__annotations__", {})
    count = code.co_argcount
    only = code.co_posonlyargcount
    defaults = f.__defaults__ or ()
    kw_defaults = f.__kwdefaults__ or {}
    row = []
    for i in range(count):
        d = i - (count - len(defaults))
        row.append(Parameter(names[i], Parameter.POSITIONAL_ONLY if i < only
                             else Parameter.POSITIONAL_OR_KEYWORD,
                             default=defaults[d] if d >= 0 else _empty,
                             annotation=notes.get(names[i], _empty)))
    at = count + code.co_kwonlyargcount
    if code.co_flags & CO_VARARGS:
        row.append(Parameter(names[at], Parameter.VAR_POSITIONAL,
                             annotation=notes.get(names[at], _empty)))
        at += 1
    for i in range(count, count + code.co_kwonlyargcount):
        row.append(Parameter(names[i], Parameter.KEYWORD_ONLY,
                             default=kw_defaults.get(names[i], _empty),
                             annotation=notes.get(names[i], _empty)))
    if code.co_flags & CO_VARKEYWORDS:
        row.append(Parameter(names[at], Parameter.VAR_KEYWORD,
                             annotation=notes.get(names[at], _empty)))
    return Signature(row, return_annotation=notes.get("return", _empty))


def _of_partial(p):
    base = signature(p.func)
    bound = base.bind_partial(*p.args, **p.keywords)
    row = []
    taken = len(p.args)
    for name, q in base.parameters.items():
        if q.kind in (0, 1) and taken > 0:
            taken -= 1
            continue
        if name in p.keywords:
            q = q.replace(kind=Parameter.KEYWORD_ONLY, default=p.keywords[name])
        elif row and row[-1].kind == 3 and q.kind == 1:
            q = q.replace(kind=Parameter.KEYWORD_ONLY)
        row.append(q)
    return Signature(row, return_annotation=base.return_annotation)


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


def currentframe():
    import sys
    return sys._getframe(0)


def stack(context=1):
    raise NotImplementedError("inspect.stack is not supported by Hothouse")


def getattr_static(obj, attr, default=_empty):
    for c in (type(obj) if not isclass(obj) else obj).__mro__:
        if attr in c.__dict__:
            found = c.__dict__[attr]
            break
    else:
        found = _empty
    own = getattr(obj, "__dict__", {})
    if not isclass(obj) and attr in own:
        return own[attr]
    if found is _empty:
        if default is _empty:
            raise AttributeError(attr)
        return default
    return found


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    return dict(getattr(obj, "__annotations__", {}) or {})


def classify_class_attrs(cls):
    raise NotImplementedError("inspect.classify_class_attrs is not supported by Hothouse")


class EndOfBlock(Exception):
    pass
