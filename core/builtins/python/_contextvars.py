# Context variables: a context maps variables to values; copies share nothing.
from _threads import context_changed as _context_changed, state as _state


@_in_c
class Token:
    __module__ = "_contextvars"
    MISSING = None

    def __init__(self, context, var, old):
        self._context = context
        self.var = var
        self.old_value = old
        self._used = False

    def __repr__(self):
        used = " used" if self._used else ""
        return f"<Token{used} var={self.var!r} at {id(self):#x}>"

    def __init_subclass__(cls):
        raise TypeError("type '_contextvars.Token' is not an acceptable base type")

    def __class_getitem__(cls, item):
        return _generic_alias(cls, item)


class _Missing:
    def __repr__(self):
        return "<Token.MISSING>"


Token.MISSING = _Missing()


@_in_c
class ContextVar:
    __module__ = "_contextvars"

    def __init__(self, /, *args, default=Token.MISSING):
        if len(args) != 1:
            raise TypeError("ContextVar() takes exactly 1 positional argument "
                            f"({len(args)} given)")
        name = args[0]
        if not isinstance(name, str):
            raise TypeError("context variable name must be a str")
        self.name = name
        self._default = default

    def get(self, default=Token.MISSING):
        v = _contexts()[-1]._values.get(self, Token.MISSING)
        if v is not Token.MISSING:
            return v
        if default is not Token.MISSING:
            return default
        if self._default is not Token.MISSING:
            return self._default
        raise LookupError(self)

    def set(self, value):
        context = _contexts()[-1]
        token = Token(context, self, context._values.get(self, Token.MISSING))
        context._values[self] = value
        _context_changed()
        return token

    def reset(self, token):
        if not isinstance(token, Token):
            raise TypeError(f"expected an instance of Token, got {token!r}")
        if token._used:
            raise RuntimeError(f"{token!r} has already been used once")
        if token.var is not self:
            raise ValueError(f"{token!r} was created by a different ContextVar")
        if token._context is not _contexts()[-1]:
            raise ValueError(f"{token!r} was created in a different Context")
        token._used = True
        if token.old_value is Token.MISSING:
            token._context._values.pop(self, None)
        else:
            token._context._values[self] = token.old_value
        _context_changed()

    def __class_getitem__(cls, item):
        return _generic_alias(cls, item)

    def __init_subclass__(cls):
        raise TypeError("type '_contextvars.ContextVar' is not an acceptable base type")

    def __repr__(self):
        default = "" if self._default is Token.MISSING else f" default={self._default!r}"
        return f"<ContextVar name={self.name!r}{default} at {id(self):#x}>"


@_in_c
class Context:
    __module__ = "_contextvars"

    def __init__(self, /, *args, **keywords):
        if args or keywords:
            raise TypeError("Context() does not accept any arguments")
        self._values = {}
        self._entered = False

    def __init_subclass__(cls):
        raise TypeError("type '_contextvars.Context' is not an acceptable base type")

    def __hash__(self):
        raise TypeError("unhashable type: '_contextvars.Context'")

    def __eq__(self, other):
        return self._values == other._values if isinstance(other, Context) else NotImplemented

    def run(self, callable, /, *args, **kwargs):
        if self._entered:
            raise RuntimeError(f"cannot enter context: {self!r} is already entered")
        stack = _contexts()
        stack.append(self)
        self._entered = True
        _context_changed()
        try:
            return callable(*args, **kwargs)
        finally:
            self._entered = False
            stack.pop()
            _context_changed()

    def copy(self):
        c = Context()
        c._values = dict(self._values)
        return c

    def get(self, var, default=None, /):
        return self._values.get(_variable(var), default)

    def __getitem__(self, var):
        return self._values[_variable(var)]

    def __contains__(self, var):
        return _variable(var) in self._values

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def keys(self):
        return self._values.keys()

    def values(self):
        return self._values.values()

    def items(self):
        return self._values.items()


def _variable(var):
    if not isinstance(var, ContextVar):
        raise TypeError(f"a ContextVar key was expected, got {var!r}")
    return var


# The contexts that the running thread has entered.
def _contexts():
    state = _state()
    stack = state.get("contexts")
    if stack is None:
        stack = state["contexts"] = [Context()]
        stack[0]._entered = True
    return stack


def copy_context():
    return _contexts()[-1].copy()
