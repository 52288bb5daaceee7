# What inspect says of the parameters of callables.
#
# Neighbours: inspect.py (which shows these under its name), _inspect_annotations.py.
# Invariant: objects of these classes do not change; replace() makes others.
import functools
import types
from collections import OrderedDict, _keywords

from _inspect_annotations import formatannotation, get_annotations, unwrap


class _empty:
    __module__ = "inspect"


class _ParameterKind(int):
    __module__ = "inspect"

    def __new__(cls, value, name, description):
        self = int.__new__(cls, value)
        self.name = name
        self.description = description
        return self

    def __str__(self):
        return self.name

    def __repr__(self):
        return f"<_ParameterKind.{self.name}: {int(self)}>"

    def __reduce__(self):
        return getattr, (Parameter, self.name)


_POSITIONAL_ONLY = _ParameterKind(0, "POSITIONAL_ONLY", "positional-only")
_POSITIONAL_OR_KEYWORD = _ParameterKind(1, "POSITIONAL_OR_KEYWORD", "positional or keyword")
_VAR_POSITIONAL = _ParameterKind(2, "VAR_POSITIONAL", "variadic positional")
_KEYWORD_ONLY = _ParameterKind(3, "KEYWORD_ONLY", "keyword-only")
_VAR_KEYWORD = _ParameterKind(4, "VAR_KEYWORD", "variadic keyword")
_KINDS = (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD)


class Parameter:
    __module__ = "inspect"
    __slots__ = ("_name", "_kind", "_default", "_annotation")

    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        if not isinstance(kind, int) or not 0 <= kind <= 4:
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind")
        self._kind = kind = _KINDS[kind]
        if default is not _empty and kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f"{kind.description} parameters cannot have default values")
        self._default = default
        self._annotation = annotation
        if name is _empty:
            raise ValueError("name is a required attribute for Parameter")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if name[:1] == "." and name[1:].isdigit():  # what a generator expression draws from
            if kind != _POSITIONAL_OR_KEYWORD:
                raise ValueError("implicit arguments must be passed as positional or keyword "
                                 f"arguments, not {kind.description}")
            self._kind = _POSITIONAL_ONLY
            name = "implicit" + name[1:]
        if not name.isidentifier() or (name in _keywords and kind is not _POSITIONAL_ONLY):
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name = name

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def __reduce__(self):
        return (_parameter, (type(self), self._name, self._kind, self._default, self._annotation))

    def replace(self, *, name=_empty, kind=_empty, default=_empty, annotation=_empty):
        return type(self)(self._name if name is _empty else name,
                          self._kind if kind is _empty else kind,
                          default=self._default if default is _empty else default,
                          annotation=self._annotation if annotation is _empty else annotation)

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text += ": " + formatannotation(self._annotation)
        if self._default is not _empty:
            text += (" = " if self._annotation is not _empty else "=") + repr(self._default)
        if self._kind == _VAR_POSITIONAL:
            return "*" + text
        return "**" + text if self._kind == _VAR_KEYWORD else text

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self._name == other._name and self._kind == other._kind
                and self._default == other._default and self._annotation == other._annotation)

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))


def _parameter(cls, name, kind, default, annotation):
    return cls(name, kind, default=default, annotation=annotation)


class BoundArguments:
    __module__ = "inspect"
    __slots__ = ("arguments", "_signature", "__weakref__")

    def __init__(self, signature, arguments):
        self._signature = signature
        self.arguments = arguments

    signature = property(lambda self: self._signature)

    # Positional arguments end where one is missing that others could follow only by their names.
    @property
    def args(self):
        row = []
        for name, p in self._signature.parameters.items():
            if p.kind in (_KEYWORD_ONLY, _VAR_KEYWORD) or name not in self.arguments:
                break
            if p.kind == _VAR_POSITIONAL:
                row.extend(self.arguments[name])
            else:
                row.append(self.arguments[name])
        return tuple(row)

    @property
    def kwargs(self):
        names = {}
        by_name = False
        for name, p in self._signature.parameters.items():
            if p.kind in (_KEYWORD_ONLY, _VAR_KEYWORD):
                by_name = True
            elif name not in self.arguments:
                by_name = True
                continue
            if not by_name or name not in self.arguments:
                continue
            if p.kind == _VAR_KEYWORD:
                names.update(self.arguments[name])
            else:
                names[name] = self.arguments[name]
        return names

    def apply_defaults(self):
        filled = {}
        for name, p in self._signature.parameters.items():
            if name in self.arguments:
                filled[name] = self.arguments[name]
            elif p.default is not _empty:
                filled[name] = p.default
            elif p.kind == _VAR_POSITIONAL:
                filled[name] = ()
            elif p.kind == _VAR_KEYWORD:
                filled[name] = {}
        self.arguments = filled

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self._signature == other._signature and self.arguments == other.arguments

    def __getstate__(self):
        return {"_signature": self._signature, "arguments": self.arguments}

    def __setstate__(self, state):
        self._signature = state["_signature"]
        self.arguments = state["arguments"]

    def __repr__(self):
        args = ", ".join([f"{k}={v!r}" for k, v in self.arguments.items()])
        return f"<{type(self).__name__} ({args})>"


# The order that a signature needs: kinds ascend, and no plain parameter follows one with a default.
def _in_order(parameters):
    row = OrderedDict()
    last = _POSITIONAL_ONLY
    defaults = False
    for p in parameters:
        if p.kind < last:
            raise ValueError(f"wrong parameter order: {last.description} parameter before "
                             f"{p.kind.description} parameter")
        last = p.kind
        if p.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            if p.default is not _empty:
                defaults = True
            elif defaults:
                raise ValueError("non-default argument follows default argument")
        if p.name in row:
            raise ValueError(f"duplicate parameter name: {p.name!r}")
        row[p.name] = p
    return row


class Signature:
    __module__ = "inspect"
    __slots__ = ("_parameters", "_return_annotation")

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        if parameters is None:
            row = OrderedDict()
        elif __validate_parameters__:
            row = _in_order(parameters)
        else:
            row = OrderedDict([(p.name, p) for p in parameters])
        self._parameters = types.MappingProxyType(row)
        self._return_annotation = return_annotation

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return _of_callable(obj, _Wish(cls, follow_wrapped, globals, locals, eval_str))

    def replace(self, *, parameters=_empty, return_annotation=_empty):
        return type(self)(self._parameters.values() if parameters is _empty else parameters,
                          return_annotation=self._return_annotation if return_annotation is _empty
                          else return_annotation)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        found = {}
        i = 0
        rest = None
        kwargs = dict(kwargs)
        for name, p in self._parameters.items():
            if p.kind == _VAR_POSITIONAL:
                if i < len(args):
                    found[name] = tuple(args[i:])
                    i = len(args)
            elif p.kind == _VAR_KEYWORD:
                rest = name
            elif p.kind != _KEYWORD_ONLY and i < len(args):
                if name in kwargs and p.kind == _POSITIONAL_OR_KEYWORD:
                    raise TypeError(f"multiple values for argument {name!r}")
                found[name] = args[i]
                i += 1
            elif name in kwargs and p.kind != _POSITIONAL_ONLY:
                found[name] = kwargs.pop(name)
            elif name in kwargs and p.default is _empty:
                raise TypeError(f"{name!r} parameter is positional only, but was passed as a "
                                "keyword")
            elif p.default is _empty and not partial:
                raise TypeError(f"missing a required argument: {name!r}")
        if i < len(args):
            raise TypeError("too many positional arguments")
        if kwargs:
            if rest is None:
                raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
            found[rest] = kwargs
        return BoundArguments(self, found)

    def __reduce__(self):
        return (_signature_of, (type(self), tuple(self._parameters.values()),
                                self._return_annotation))

    def __str__(self):
        row = []
        seen_only = False
        star = False
        for p in self._parameters.values():
            if p.kind == _POSITIONAL_ONLY:
                seen_only = True
            elif seen_only:
                row.append("/")
                seen_only = False
            if p.kind == _VAR_POSITIONAL:
                star = True
            elif p.kind == _KEYWORD_ONLY and not star:
                row.append("*")
                star = True
            row.append(str(p))
        if seen_only:
            row.append("/")
        text = f"({', '.join(row)})"
        if self._return_annotation is not _empty:
            text += " -> " + formatannotation(self._return_annotation)
        return text

    def __repr__(self):
        return f"<{type(self).__name__} {self}>"

    # The order of keyword-only parameters says nothing.
    def _basis(self):
        row = self._parameters.values()
        return (tuple([p for p in row if p.kind != _KEYWORD_ONLY]),
                {p.name: p for p in row if p.kind == _KEYWORD_ONLY}, self._return_annotation)

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Signature):
            return NotImplemented
        return self._basis() == other._basis()

    def __hash__(self):
        row, by_name, answer = self._basis()
        return hash((row, frozenset(by_name.values()), answer))


def _signature_of(cls, parameters, return_annotation):
    return cls(parameters, return_annotation=return_annotation)


# What signature() was asked for.
class _Wish:
    def __init__(self, kind, follow_wrapped, globals, locals, eval_str):
        self.kind = kind
        self.follow_wrapped = follow_wrapped
        self.globals = globals
        self.locals = locals
        self.eval_str = eval_str


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    return _of_callable(obj, _Wish(Signature, follow_wrapped, globals, locals, eval_str))


def _ends_unwrapping(f):
    return hasattr(f, "__signature__") or isinstance(f, types.MethodType)


def _of_callable(obj, wish):
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if isinstance(obj, types.MethodType):
        return _bound(_of_callable(obj.__func__, wish))
    if wish.follow_wrapped:
        obj = unwrap(obj, stop=_ends_unwrapping)
        if isinstance(obj, types.MethodType):
            return _of_callable(obj, wish)
    given = getattr(obj, "__signature__", None)
    if given is not None:
        if not isinstance(given, Signature):
            raise TypeError(f"unexpected object {given!r} in __signature__ attribute")
        return given
    method = getattr(obj, "_partialmethod", None)
    if isinstance(method, functools.partialmethod):
        return _of_partial_method(method, wish)
    if isinstance(obj, types.FunctionType):
        return _of_function(obj, wish)
    if isinstance(obj, functools.partial):
        return _of_partial(_of_callable(obj.func, wish), obj)
    if isinstance(obj, type):
        return _of_class(obj, wish)
    if isinstance(obj, (types.BuiltinFunctionType, types.MethodDescriptorType)):
        raise ValueError(f"no signature found for builtin {obj!r}")
    call = _of_program(type(obj), "__call__")
    if call is None:
        raise ValueError(f"callable {obj!r} is not supported by signature")
    try:
        found = _of_callable(call, wish)
    except ValueError as e:
        raise ValueError(f"no signature found for {obj!r}") from e
    return _bound(found)


# The attribute of a class, unless it is of a built-in one.
def _of_program(cls, name):
    f = getattr(cls, name, None)
    if isinstance(f, (types.BuiltinFunctionType, types.MethodDescriptorType)):
        return None
    return f


def _of_class(cls, wish):
    call = None if type(cls) is type else _of_program(type(cls), "__call__")
    if call is not None:
        return _bound(_of_callable(call, wish))
    for base in cls.__mro__:
        for name in ("__new__", "__init__"):
            if name in base.__dict__:
                f = _of_program(cls, name)
                if f is not None:
                    return _bound(_of_callable(f, wish))
    if type not in cls.__mro__ and cls.__init__ is object.__init__ and \
            cls.__new__ is object.__new__:
        return wish.kind()
    raise ValueError(f"no signature found for builtin type {cls!r}")


def _bound(found):
    row = list(found.parameters.values())
    if not row or row[0].kind in (_KEYWORD_ONLY, _VAR_KEYWORD):
        raise ValueError("invalid method signature")
    return found.replace(parameters=row if row[0].kind == _VAR_POSITIONAL else row[1:])


def _of_function(f, wish):
    code = f.__code__
    names = code.co_varnames
    notes = get_annotations(f, globals=wish.globals, locals=wish.locals, eval_str=wish.eval_str)
    count = code.co_argcount
    only = code.co_posonlyargcount
    defaults = f.__defaults__ or ()
    kw_defaults = f.__kwdefaults__ or {}
    row = []

    def add(name, kind, default=_empty):
        row.append(Parameter(name, kind, default=default, annotation=notes.get(name, _empty)))

    for i in range(count):
        d = i - (count - len(defaults))
        add(names[i], _POSITIONAL_ONLY if i < only else _POSITIONAL_OR_KEYWORD,
            defaults[d] if d >= 0 else _empty)
    at = count + code.co_kwonlyargcount
    if code.co_flags & 4:
        add(names[at], _VAR_POSITIONAL)
        at += 1
    for i in range(count, count + code.co_kwonlyargcount):
        add(names[i], _KEYWORD_ONLY, kw_defaults.get(names[i], _empty))
    if code.co_flags & 8:
        add(names[at], _VAR_KEYWORD)
    return wish.kind(row, return_annotation=notes.get("return", _empty),
                     __validate_parameters__=False)


# Without what the partial object gives: a parameter that it gives by name, and all behind that, can
# only be given by name.
def _of_partial(base, p, first=()):
    try:
        given = base.bind_partial(*first, *p.args, **p.keywords).arguments
    except TypeError as e:
        raise ValueError(f"partial object {p!r} has incorrect arguments") from e
    row, by_name = [], []
    only_names = False
    for name, q in base.parameters.items():
        if name in given:
            if q.kind == _POSITIONAL_ONLY:
                continue
            if q.kind == _POSITIONAL_OR_KEYWORD:
                if name not in p.keywords:
                    continue
                only_names = True
                q = q.replace(default=given[name])
            elif q.kind == _KEYWORD_ONLY:
                q = q.replace(default=given[name])
        if not only_names:
            row.append(q)
        elif q.kind == _POSITIONAL_OR_KEYWORD:
            by_name.append(q.replace(kind=_KEYWORD_ONLY))
        elif q.kind in (_KEYWORD_ONLY, _VAR_KEYWORD):
            by_name.append(q)
    return base.replace(parameters=row + by_name)


def _of_partial_method(method, wish):
    base = _of_callable(method.func, wish)
    rest = _of_partial(base, method, (None,))
    first = next(iter(base.parameters.values()))
    if first.kind == _VAR_POSITIONAL:
        return rest
    return rest.replace(parameters=[first] + list(rest.parameters.values()))
