# What inspect says of the attributes of objects and classes.
import types
from collections import namedtuple

Attribute = namedtuple("Attribute", "name kind defining_class object", module="inspect")
_missing_here = types.SimpleNamespace()


# Looks an attribute up without that anything of the program's runs.
def getattr_static(obj, attr, default=_missing_here):
    cls = obj if isinstance(obj, type) else type(obj)
    of_class = _missing_here
    if cls is not obj:
        for base in type.__dict__["__mro__"].__get__(cls):
            if attr in type.__dict__["__dict__"].__get__(base):
                of_class = base.__dict__[attr]
                break
        own = _own_names(obj)
        if type(of_class) is not types.MemberDescriptorType or attr not in own:
            kind = type(of_class)
            if of_class is not _missing_here and hasattr(kind, "__get__") and (
                    hasattr(kind, "__set__") or hasattr(kind, "__delete__")):
                return of_class
        if attr in own:
            return own[attr]
        if of_class is not _missing_here:
            return of_class
    else:
        for base in type.__dict__["__mro__"].__get__(cls):
            if attr in base.__dict__:
                return base.__dict__[attr]
        for base in type.__dict__["__mro__"].__get__(type(cls)):
            if attr in base.__dict__:
                return base.__dict__[attr]
    if default is _missing_here:
        raise AttributeError(attr)
    return default


# What is in the object's own __dict__, unless its class hides that.
def _own_names(obj):
    for base in type(obj).__mro__[:-1]:
        hiding = base.__dict__.get("__dict__")
        if hiding is not None and type(hiding) is not types.GetSetDescriptorType and \
                type(hiding).__name__ != "builtin_function_or_method":
            return {}
    try:
        own = object.__getattribute__(obj, "__dict__")
    except AttributeError:
        return {}
    return own if isinstance(own, dict) else {}


def _members(object, predicate, get):
    mro = object.__mro__ if isinstance(object, type) else ()
    names = dir(object)
    known = set(names)
    for base in mro[:1] and object.__bases__:  # attributes that only instances have
        for name, value in base.__dict__.items():
            if isinstance(value, types.DynamicClassAttribute) and name not in known:
                names.append(name)
    row = []
    done = set()
    for name in names:
        try:
            value = get(object, name)
            if name in done:
                raise AttributeError
        except AttributeError:
            for base in mro:
                if name in base.__dict__:
                    value = base.__dict__[name]
                    break
            else:
                continue
        if predicate is None or predicate(value):
            row.append((name, value))
        done.add(name)
    row.sort(key=lambda pair: pair[0])
    return row


def getmembers(object, predicate=None):
    return _members(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    return _members(object, predicate, getattr_static)


# One row a name of dir(cls): what kind of attribute it is, and which class has it.
def classify_class_attrs(cls):
    metaclasses = [m for m in type(cls).__mro__ if m not in (type, object)]
    everything = cls.__mro__ + tuple(metaclasses)
    names = dir(cls)
    for base in cls.__mro__:
        for name, value in base.__dict__.items():
            if isinstance(value, types.DynamicClassAttribute) and value.fget is not None and \
                    name not in names:
                names.append(name)
    row = []
    for name in dict.fromkeys(names):
        home = found = None
        for base in everything:
            if name in base.__dict__:
                home, found = base, base.__dict__[name]
                break
        if home is None:
            try:
                found = getattr(cls, name)
            except AttributeError:
                continue
            home = getattr(found, "__objclass__", None)
            if home is None:
                continue
        if isinstance(found, (staticmethod, types.BuiltinFunctionType)):
            kind = "static method"
        elif isinstance(found, (classmethod, types.ClassMethodDescriptorType)):
            kind = "class method"
        elif isinstance(found, (property, types.DynamicClassAttribute)):
            kind = "property"
        elif isinstance(found, (types.FunctionType, types.MethodDescriptorType)):
            kind = "method"
        else:
            kind = "data"
        row.append(Attribute(name, kind, home, found))
    return row


def getclasstree(classes, unique=False):
    below = {}
    roots = []
    for c in classes:
        if not c.__bases__:
            if c not in roots:
                roots.append(c)
            continue
        for base in c.__bases__:
            if c not in below.setdefault(base, []):
                below[base].append(c)
            if unique and base in classes:
                break
        else:
            continue
    for base in below:
        if base not in classes and base not in roots:
            roots.append(base)
    return walktree(roots, below, None)


def walktree(classes, children, parent):
    row = []
    for c in sorted(classes, key=lambda c: (c.__module__, c.__name__)):
        row.append((c, c.__bases__))
        if c in children:
            row.append(walktree(children[c], children, c))
    return row
