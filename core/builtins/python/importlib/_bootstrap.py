# The name under which CPython's library reaches importlib's inside.
from importlib.machinery import (BuiltinImporter, FrozenImporter, ModuleSpec, _find_spec,
                                 _init_module_attrs, _load, _resolve_name, module_from_spec,
                                 spec_from_loader)

_ERR_MSG_PREFIX = "No module named "
_ERR_MSG = _ERR_MSG_PREFIX + "{!r}"


def _exec(spec, module):
    _init_module_attrs(spec, module)
    spec.loader.exec_module(module)
    return module


def _builtin_from_name(name):
    spec = BuiltinImporter.find_spec(name)
    if spec is None:
        raise ImportError("no built-in module named " + name)
    return _load(spec)
