# What CPython has of the module warnings in C: filters, what was warned of, and how a warning is
# shown as long as the module warnings, which programs change, is not loaded.
import sys

filters = [("default", None, DeprecationWarning, "__main__", 0),
           ("ignore", None, DeprecationWarning, None, 0),
           ("ignore", None, PendingDeprecationWarning, None, 0),
           ("ignore", None, ImportWarning, None, 0),
           ("ignore", None, ResourceWarning, None, 0)]
_initial = filters[:]
_defaultaction = "default"
_onceregistry = {}
_version = 0


# What registries know holds for the filters of one version.
def _filters_mutated():
    global _version
    _version += 1


def _setting(name, default):
    module = sys.modules.get("warnings")
    return default if module is None else getattr(module, name, default)


# Does another warning show than those that do by themselves?
def _are_changed():
    return _setting("filters", filters) != _initial


def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = message.__class__
    elif category is None:
        category = UserWarning
    elif not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass, not "
                        f"'{type(category).__name__}'")
    info = _frame_info(max(stacklevel, 1) - 1)
    if info is None:
        file, line, names = "sys", 1, sys.__dict__
    else:
        code, line, names, _ = info
        file = code.co_filename
    registry = names.get("__warningregistry__")
    if registry is None:
        registry = names["__warningregistry__"] = {}
    module = names.get("__name__")
    if not isinstance(module, str):
        module = "<string>"
    _warn(message, category, file, line, module, registry, source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None,
                  module_globals=None, source=None):
    if registry is not None and not isinstance(registry, dict):
        raise TypeError("'registry' must be a dict or None")
    if module is None:
        module = filename.removesuffix(".py") or "<unknown>"
    _warn(message, category, filename, lineno, module, registry, source)


def _warn(message, category, filename, lineno, module, registry, source):
    if isinstance(message, Warning):
        text = str(message)
        category = message.__class__
    else:
        text = message
        message = category(message)
    key = text, category, lineno
    if registry is not None and _is_known(registry, key):
        return
    action, entry = _find_filter(text, category, lineno, module)
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action != "always":
        if registry is not None:
            registry[key] = True
        if action == "once":
            if _note(_setting("onceregistry", _onceregistry) if registry is None else registry,
                     (text, category)):
                return
        elif action == "module":
            if registry is not None and _note(registry, (text, category, 0)):
                return
        elif action != "default":
            raise RuntimeError(f"Unrecognized action ({action!r}) in warnings.filters:\n {entry!r}")
    _show(message, category, text, filename, lineno, source)


def _is_known(registry, key):
    if registry.get("version") != _version:
        registry.clear()
        registry["version"] = _version
    return bool(registry.get(key))


def _note(registry, key):
    if _is_known(registry, key):
        return True
    registry[key] = True
    return False


# The action of the first filter that matches, and the filter.
def _find_filter(text, category, lineno, module):
    for k, entry in enumerate(_setting("filters", filters)):
        if not (isinstance(entry, tuple) and len(entry) == 5):
            raise ValueError(f"warnings.filters item {k} isn't a 5-tuple")
        action, pattern, kind, place, line = entry
        if not isinstance(action, str):
            raise TypeError(f"action must be a string, not '{type(action).__name__}'")
        if (_matches(pattern, text) and issubclass(category, kind) and _matches(place, module)
                and line in (0, lineno)):
            return action, entry
    return _setting("defaultaction", _defaultaction), None


def _matches(pattern, text):
    if pattern is None:
        return True
    return pattern == text if type(pattern) is str else bool(pattern.match(text))


def _show(message, category, text, filename, lineno, source):
    warnings = None
    if sys.is_finalizing():
        pass  # modules are going away
    elif source is not None:
        import warnings
    else:
        warnings = sys.modules.get("warnings")
    show = getattr(warnings, "_showwarnmsg", None)
    if show is not None:
        if not callable(show):
            raise TypeError("warnings._showwarnmsg() must be set to a callable")
        show(warnings.WarningMessage(message, category, filename, lineno, source=source))
    elif sys.stderr is not None:
        line = _source_line(filename, lineno).strip()
        sys.stderr.write(f"{filename}:{lineno}: {category.__name__}: {text}\n"
                         + (f"  {line}\n" if line else ""))


def _source_line(filename, lineno):
    try:
        with open(filename) as f:
            for number, line in enumerate(f, 1):
                if number == lineno:
                    return line
    except (OSError, ValueError):
        pass
    return ""
