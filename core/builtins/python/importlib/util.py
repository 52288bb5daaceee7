# Helpers for programs that import by hand.
import sys

from importlib.machinery import (_find_spec, _resolve_name, cache_from_source, decode_source,
                                 module_from_spec, source_from_cache, spec_from_file_location,
                                 spec_from_loader)

__all__ = ["LazyLoader", "Loader", "MAGIC_NUMBER", "cache_from_source", "decode_source",
           "find_spec", "module_for_loader", "module_from_spec", "resolve_name", "set_loader",
           "set_package", "source_from_cache", "source_hash", "spec_from_file_location",
           "spec_from_loader"]
# CPython 3.11's: nothing is written with it, but programs name it.
MAGIC_NUMBER = (3495).to_bytes(2, "little") + b"\r\n"


def source_hash(source_bytes):
    import _imp
    return _imp.source_hash(3495, source_bytes)


def resolve_name(name, package):
    if not name.startswith("."):
        return name
    if not package:
        raise ImportError(f"no package specified for {repr(name)} (required for relative module "
                          "names)")
    level = len(name) - len(name.lstrip("."))
    return _resolve_name(name[level:], package, level)


# The specification of a module that is imported; the name of what is not.
def _known_spec(name):
    module = sys.modules.get(name, name)
    if module is None or module is name:
        return module
    try:
        spec = module.__spec__
    except AttributeError:
        raise ValueError(f"{name}.__spec__ is not set") from None
    if spec is None:
        raise ValueError(f"{name}.__spec__ is None")
    return spec


def _find_spec_from_path(name, path=None):
    known = _known_spec(name)
    return _find_spec(name, path) if known is name else known


def find_spec(name, package=None):
    fullname = resolve_name(name, package) if name.startswith(".") else name
    known = _known_spec(fullname)
    if known is not fullname:
        return known
    parent = fullname.rpartition(".")[0]
    if not parent:
        return _find_spec(fullname)
    package = __import__(parent, fromlist=["__path__"])
    try:
        path = package.__path__
    except AttributeError as e:
        raise ModuleNotFoundError(f"__path__ attribute not found on {parent!r} while trying to "
                                  f"find {fullname!r}", name=fullname) from e
    return _find_spec(fullname, path)


def _after(function, attribute, value_of):
    import functools
    import _warnings
    _warnings.warn(f"The import system now takes care of this automatically; this decorator is "
                  f"slated for removal in Python 3.12", DeprecationWarning, stacklevel=3)

    @functools.wraps(function)
    def wrapper(self, *args, **kwargs):
        module = function(self, *args, **kwargs)
        if getattr(module, attribute, None) is None:
            setattr(module, attribute, value_of(self, module))
        return module
    return wrapper


def set_package(fxn):
    return _after(fxn, "__package__", lambda loader, module: module.__spec__.parent)


def set_loader(fxn):
    return _after(fxn, "__loader__", lambda loader, module: loader)


def module_for_loader(fxn):
    import functools

    @functools.wraps(fxn)
    def wrapper(self, fullname, *args, **kwargs):
        module = sys.modules.get(fullname)
        known = module is not None
        if not known:
            module = sys.modules[fullname] = type(sys)(fullname)
        module.__loader__ = self
        try:
            return fxn(self, module, *args, **kwargs)
        except BaseException:
            if not known:
                sys.modules.pop(fullname, None)
            raise
    return wrapper


class LazyLoader:
    def __init__(self, loader):
        if not hasattr(loader, "exec_module"):
            raise TypeError("loader must define exec_module()")
        self.loader = loader

    @classmethod
    def factory(cls, loader):
        if not hasattr(loader, "exec_module"):
            raise TypeError("loader must define exec_module()")
        return lambda *args, **kwargs: cls(loader(*args, **kwargs))

    def create_module(self, spec):
        return self.loader.create_module(spec)

    # Laziness is not observable here, except in time: the module is run at once.
    def exec_module(self, module):
        module.__spec__.loader = module.__loader__ = self.loader
        self.loader.exec_module(module)


def __getattr__(name):
    if name == "Loader":
        from importlib.abc import Loader
        return Loader
    raise AttributeError(f"module 'importlib.util' has no attribute {name!r}")
