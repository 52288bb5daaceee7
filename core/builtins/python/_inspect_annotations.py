# Annotations, and what is behind wrappers (for inspect.py and _inspect_signature.py).
import sys
import types


def unwrap(func, *, stop=None):
    first = func
    seen = {id(func): func}
    while hasattr(func, "__wrapped__") and (stop is None or not stop(func)):
        func = func.__wrapped__
        if id(func) in seen or len(seen) >= sys.getrecursionlimit():
            raise ValueError(f"wrapper loop when unwrapping {first!r}")
        seen[id(func)] = func
    return func


def formatannotation(annotation, base_module=None):
    if getattr(annotation, "__module__", None) == "typing":
        import re
        return re.sub(r"[\w\.]+", lambda match: match.group().removeprefix("typing."),
                      repr(annotation))
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    own_globals = own_locals = behind = None
    if isinstance(obj, type):
        notes = obj.__dict__.get("__annotations__")
        if isinstance(notes, types.GetSetDescriptorType):
            notes = None
        module = sys.modules.get(getattr(obj, "__module__", None))
        own_globals = getattr(module, "__dict__", None)
        own_locals = dict(vars(obj))
        behind = obj
    elif isinstance(obj, types.ModuleType):
        notes = getattr(obj, "__annotations__", None)
        own_globals = obj.__dict__
    elif callable(obj):
        notes = getattr(obj, "__annotations__", None)
        own_globals = getattr(obj, "__globals__", None)
        behind = obj
    else:
        raise TypeError(f"{obj!r} is not a module, class, or callable.")
    if notes is None:
        return {}
    if not isinstance(notes, dict):
        raise ValueError(f"{obj!r}.__annotations__ is neither a dict nor None")
    if not notes:
        return {}
    if not eval_str:
        return dict(notes)
    if behind is not None:
        import functools
        while True:
            if hasattr(behind, "__wrapped__"):
                behind = behind.__wrapped__
            elif isinstance(behind, functools.partial):
                behind = behind.func
            else:
                break
        if hasattr(behind, "__globals__"):
            own_globals = behind.__globals__
    globals = own_globals if globals is None else globals
    locals = own_locals if locals is None else locals
    return {key: eval(note, globals, locals) if isinstance(note, str) else note
            for key, note in notes.items()}
