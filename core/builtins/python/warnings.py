# Warnings: filters, and where a warning comes from (_frame_info).
import sys

__all__ = ["warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings",
           "simplefilter", "resetwarnings", "catch_warnings"]

# (action, text, category, module, line)
filters = [("default", None, DeprecationWarning, "__main__", 0),
           ("ignore", None, DeprecationWarning, None, 0),
           ("ignore", None, PendingDeprecationWarning, None, 0),
           ("ignore", None, ImportWarning, None, 0),
           ("ignore", None, ResourceWarning, None, 0)]
_initial = filters[:]
defaultaction = "default"
onceregistry = {}
_seen = {}


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (f"{{message : {self.message!r}, category : {self._category_name!r}, "
                f"filename : {self.filename!r}, lineno : {self.lineno}, line : {self.line!r}}}")


def formatwarning(message, category, filename, lineno, line=None):
    text = f"{filename}:{lineno}: {category.__name__}: {message}\n"
    if line is None:
        line = _source_line(filename, lineno)
    if line:
        text += f"  {line.strip()}\n"
    return text


def _source_line(filename, lineno):
    try:
        with open(filename) as f:
            for number, line in enumerate(f, 1):
                if number == lineno:
                    return line
    except OSError:
        pass
    return ""


def showwarning(message, category, filename, lineno, file=None, line=None):
    (sys.stderr if file is None else file).write(
        formatwarning(message, category, filename, lineno, line))


_showwarning = showwarning


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    import re
    text = re.compile(message, re.I) if message else None
    place = re.compile(module) if module else None
    _add((action, text, category, place, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    _add((action, None, category, None, lineno), append)


# Does another warning show than those that do by themselves?
def _are_changed():
    return filters != _initial


def _add(entry, append):
    if entry[0] not in ("error", "ignore", "always", "default", "module", "once"):
        raise AssertionError(f"invalid action: {entry[0]!r}")
    if append:
        if entry not in filters:
            filters.append(entry)
    else:
        if entry in filters:
            filters.remove(entry)
        filters.insert(0, entry)


def resetwarnings():
    filters[:] = []


def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = message.__class__
    if category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass, not "
                        f"'{type(category).__name__}'")
    info = _frame_info(max(stacklevel, 1) - 1)
    if info is None:
        _warn(message, category, "sys", 1, "sys", source, _seen)
    else:
        code, lineno, names, _ = info
        _warn(message, category, code.co_filename, lineno, names.get("__name__") or "<string>",
              source, _seen)


def warn_explicit(message, category, filename, lineno, module=None, registry=None,
                  module_globals=None, source=None):
    if module is None:
        module = filename[:-3] if filename.endswith(".py") else filename or "<unknown>"
    if isinstance(message, Warning):
        category = message.__class__
    _warn(message, category, filename, lineno, module, source, registry)


# What was shown once is kept in `seen`; without one everything counts as new.
def _warn(message, category, filename, lineno, module, source, seen):
    if isinstance(message, Warning):
        text = str(message)
    else:
        text = message
        message = category(message)
    action = defaultaction
    for entry in filters:
        name, pattern, kind, place, line = entry
        if (issubclass(category, kind) and (line == 0 or line == lineno)
                and (pattern is None or pattern.match(text))
                and (place is None or (place == module if isinstance(place, str)
                                       else place.match(module)))):
            action = name
            break
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action != "always":
        if action == "once":
            key = (text, category)
        elif action == "module":
            key = (text, category, module)
        else:
            key = (text, category, filename, lineno)
        if action == "once":
            seen = onceregistry
        if seen is not None:
            if key in seen:
                return
            seen[key] = True
    record = WarningMessage(message, category, filename, lineno, source=source)
    show = sys.modules["warnings"].showwarning
    if show is not _showwarning:
        show(message, category, filename, lineno)
    elif _log is not None:
        _log.append(record)
    else:
        text = formatwarning(message, category, filename, lineno)
        if source is not None and not sys.is_finalizing():
            text += (f"{category.__name__}: Enable tracemalloc to get the object allocation "
                     "traceback\n")
        sys.stderr.write(text)


def _warn_unawaited_coroutine(coro):
    warn(f"coroutine '{coro.__qualname__}' was never awaited", RuntimeWarning, source=coro)


_log = None


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0,
                 append=False):
        self._record = record
        self._action = action
        self._category = category
        self._lineno = lineno
        self._append = append

    def __enter__(self):
        global _log, _seen
        self._saved = filters[:], _log, showwarning, _seen
        _seen = {}
        if self._action is not None:
            simplefilter(self._action, self._category, self._lineno, self._append)
        if not self._record:
            return None
        _log = []
        sys.modules["warnings"].showwarning = _showwarning
        return _log

    def __exit__(self, *args):
        global _log, _seen
        filters[:], _log, show, _seen = self._saved
        sys.modules["warnings"].showwarning = show


_DEPRECATED_MSG = "{name!r} is deprecated and slated for removal in Python {remove}"


# Warns that a part of the library is to go.
def _deprecated(name, message=_DEPRECATED_MSG, *, remove, _version=None):
    version = sys.version_info if _version is None else _version
    remove_text = f"{remove[0]}.{remove[1]}"
    if tuple(version[:2]) > remove or (tuple(version[:2]) == remove and version[3] != "alpha"):
        raise RuntimeError(f"{name!r} was slated for removal after Python {remove_text} alpha")
    warn(message.format(name=name, remove=remove_text), DeprecationWarning, stacklevel=2)


def _filters_mutated():
    pass
