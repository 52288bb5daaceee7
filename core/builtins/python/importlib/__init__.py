# The package importlib; its parts are importlib_*.py, and whatever CPython's library has beside.
import sys

from importlib.machinery import ModuleSpec, _find_spec, _resolve_name

__all__ = ["__import__", "import_module", "invalidate_caches", "reload"]
__path__ = _package_path("importlib")
__import__ = __import__


def import_module(name, package=None):
    level = 0
    if name.startswith("."):
        if not package:
            raise TypeError("the 'package' argument is required to perform a relative import for "
                            f"{name!r}")
        while name[level:level + 1] == ".":
            level += 1
        name = _resolve_name(name[level:], package, level)
    _import_module(name)
    return sys.modules[name]


def find_loader(name, path=None):
    import _warnings
    _warnings.warn("Deprecated since Python 3.4 and slated for removal in Python 3.12; use "
                  "importlib.util.find_spec() instead", DeprecationWarning, stacklevel=2)
    spec = _find_spec(name, path)
    return None if spec is None else spec.loader


def reload(module):
    spec = getattr(module, "__spec__", None)
    name = getattr(module, "__name__", None) if spec is None else spec.name
    if name is None:
        raise TypeError("reload() argument must be a module")
    if sys.modules.get(name) is not module:
        raise ImportError(f"module {name} not in sys.modules", name=name)
    parent = name.rpartition(".")[0]
    path = None
    if parent:
        if parent not in sys.modules:
            raise ImportError(f"parent {parent!r} not in sys.modules", name=parent)
        path = sys.modules[parent].__path__
    spec = _find_spec(name, path)
    if spec is None:
        raise ModuleNotFoundError(f"spec not found for the module {name!r}", name=name)
    module.__spec__ = spec
    if spec.loader is not None:
        spec.loader.exec_module(module)
    return sys.modules[name]


def invalidate_caches():
    for finder in sys.meta_path:
        if hasattr(finder, "invalidate_caches"):
            finder.invalidate_caches()
