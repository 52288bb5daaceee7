# The import statement.


# `package` is False in the library's own code, for which no __import__ of the program's stands in.
def import_name(name, level, names, package):
    if package is not False and (other := _overriding("__import__")) is not None:
        code, _, names_here, locals_here = _frame_info(0)
        if code.co_flags & 1:  # a function's variables are no dict
            locals_here = None
        return other(name, names_here, locals_here, names, level)
    return _import_by_name(name, level, names, package)


def _import_by_name(name, level, names, package):
    if level > 0:
        name = _absolute_name(name, level, package)
    module = _import_module(name)
    if names and names[0] == "*" and _module_value(module, "__getattr__") is not _missing:
        _complete_for_star(module)
    if names:
        path = _module_value(module, "__path__")
        if path is not _missing:
            for n in names:
                if n == "*":
                    if _module_value(module, "__all__") is not _missing:
                        for exported in module.__all__:
                            _import_submodule(module, name, exported)
                else:
                    _import_submodule(module, name, n)
        return module
    if level > 0:
        return module
    return _modules()[name.partition(".")[0]]


# `import *` takes what a module has. What __all__ names and __getattr__ makes is put there.
def _complete_for_star(module):
    names = _module_value(module, "__all__")
    if _is_list(names) or _is_tuple(names):
        for name in names:
            if _is_str(name) and _module_value(module, name) is _missing:
                try:
                    value = getattr(module, name)
                except AttributeError:
                    continue
                setattr(module, name, value)


def _import_submodule(module, name, n):
    if _module_value(module, n) is not _missing:
        return
    try:
        _import_module(name + "." + n)
    except ModuleNotFoundError as e:
        if e.name != name + "." + n:
            raise


def _absolute_name(name, level, package):
    if not package:
        raise ImportError("attempted relative import with no known parent package")
    base = package
    while level > 1:
        base, dot, _ = base.rpartition(".")
        if not dot:
            raise ImportError("attempted relative import beyond top-level package")
        level -= 1
    return base + "." + name if name else base


def _import_module(name):
    modules = _modules()
    module = modules.get(name, _missing)
    if module is not _missing:
        if module is None:
            raise ModuleNotFoundError(f"import of {name} halted; None in sys.modules", name=name)
        return _wait_for_import(name) if _imports_elsewhere(name) else module
    parent, dot, tail = name.rpartition(".")
    path = None
    if dot:
        package = _import_module(parent)
        if name in modules:
            return modules[name]
        path = _module_value(package, "__path__")
        if path is _missing:
            path = None
    found = None
    if _watched_files():  # what was written may be what is imported
        _import_module("_io")._settle_all()
    spec = _find_custom_spec(name, path)
    if spec is None:
        found = _find_module(name, path)
        if found is None:
            spec = _find_archived_spec(name, path) or _find_late_spec(name, path)
    if spec is not None:
        from importlib.machinery import _load
        module = _load(spec)
        if dot:
            setattr(package, tail, module)
        return module
    if found is None:
        if dot and path is None:
            raise ModuleNotFoundError(f"No module named {name!r}; {parent!r} is not a package",
                                      name=name)
        raise ModuleNotFoundError(f"No module named {name!r}{_why_missing(name)}", name=name)
    module, body = found
    if _is_tuple(body):
        source, encoding, file = body
        code = _compile_text(_decode_source(source, encoding, file), file, 0)
        body = lambda: exec(code, module.__dict__)
    modules[name] = module
    if body is not None:
        _begin_import(name, module)
        try:
            body()
            _finish_module(module)
        except BaseException:
            modules.pop(name, None)
            raise
        finally:
            _end_import(name)
    if dot:
        setattr(package, tail, modules[name])
    return modules[name]


# Waits while another thread runs the body of a module - unless that one waits for this thread, and
# so on: then the module is taken as far as it has come.
def _wait_for_import(name):
    from _threads import ident, wait
    importing = _importing()
    me = ident()
    row = importing.get(name)
    while row is not None:
        thread, waiting = row[1], row[2]
        while thread is not None:
            if thread == me:
                return row[0]
            for other in importing.values():
                if thread in other[2]:
                    thread = other[1]
                    break
            else:
                thread = None
        waiting.append(me)
        try:
            wait(-1)
        finally:
            waiting.remove(me)
        row = importing.get(name)
    return _import_module(name)


# What the finders that the program put into sys.meta_path say.
def _find_custom_spec(name, path):
    for finder in _meta_path():
        if _is_own_finder(finder):
            break
        find_spec = getattr(finder, "find_spec", None)
        if find_spec is not None:
            spec = find_spec(name, path, None)
            if spec is not None:
                return spec
    own = _modules().get("_sys")
    if own is not None and "path_hooks" in getattr(own, "_made", ()):  # it may be on its way
        from importlib.machinery import _find_spec_by_hooks
        return _find_spec_by_hooks(name, path)
    return None


# What lies in a zip file of the path.
def _find_archived_spec(name, path):
    import sys
    archives = []
    for entry in sys.path if path is None else path:
        if _is_str(entry) and entry and not _is_directory(entry):
            archives.append(entry)
    if not archives or name == "zipimport":
        return None
    from zipimport import _find_spec
    return _find_spec(name, archives)


# What the finders say that stand behind ours, when those have found nothing.
def _find_late_spec(name, path):
    behind = False
    for finder in list(_meta_path()):
        if _is_own_finder(finder):
            behind = True
        elif behind and (find_spec := getattr(finder, "find_spec", None)) is not None:
            spec = find_spec(name, path, None)
            if spec is not None:
                return spec
    return None


# Of the classes that sys.meta_path begins with, which stand for what is done here.
def _is_own_finder(finder):
    return _is_type(finder) and "_stands_for_import" in finder.__dict__


# __path__ of a package of ours: CPython's library may have more of its modules.
def _package_path(name):
    folder = _standard_library()
    return [f"{folder}/{name}"] if folder else []


# What there is to say about a module of CPython's that was not found.
def _why_missing(name):
    import sys
    if name not in sys.stdlib_module_names:
        return ""
    if not _standard_library():
        return (": it is not built into Hothouse, and no CPython 3.11 is installed whose library "
                "has it")
    return ": Hothouse does not have this part of CPython"


def import_from(module, name):
    value = _module_value(module, name)
    if value is not _missing:
        return value
    try:
        return getattr(module, name)
    except AttributeError:
        pass
    full = getattr(module, "__name__", None)
    submodule = _modules().get(f"{full}.{name}")
    if submodule is not None:
        return submodule
    file = getattr(module, "__file__", None)
    if full is None:
        full = "<unknown module name>"
    where = "unknown location" if file is None else file
    if full in _importing():
        raise ImportError(f"cannot import name {name!r} from partially initialized module {full!r} "
                          f"(most likely due to a circular import) ({where})",
                          name=full, path=file)
    raise ImportError(f"cannot import name {name!r} from {full!r} ({where})", name=full, path=file)


# Of a program that is a zip file: its text and where that is from, or None.
def _archive_main(path):
    from zipimport import _main_of
    return _main_of(path)


# What `-m name` runs: (file, package), or a text that says why nothing can be run.
def _find_main(name):
    parent, dot, tail = name.rpartition(".")
    path = None
    if dot:
        try:
            package = _import_module(parent)
        except ModuleNotFoundError as e:
            return f"No module named {name}" if e.name != parent else \
                f"Error while finding module specification for {name!r} " \
                f"(ModuleNotFoundError: {e})"
        path = _module_value(package, "__path__")
        if path is _missing:
            return f"Error while finding module specification for {name!r} " \
                f"(ModuleNotFoundError: __path__ attribute not found on {parent!r} while trying " \
                f"to find {name!r})"
    found = _module_file(name, path)
    if found is None:
        return f"No module named {name}"
    file, is_package = found
    if not is_package:
        return file, parent
    path = _module_value(_import_module(name), "__path__")
    found = _module_file(name + ".__main__", path)
    if found is None:
        return f"No module named {name}.__main__; {name!r} is a package and cannot be directly " \
            "executed"
    return found[0], name


def builtin___import__(name, globals=None, locals=None, fromlist=(), level=0):
    if not _is_str(name):
        raise TypeError("module name must be a string")
    if level < 0:
        raise ValueError("level must be >= 0")
    if not name and level == 0:
        raise ValueError("Empty module name")
    package = None
    if level > 0 and globals:
        package = globals.get("__package__") or globals.get("__name__")
    return _import_by_name(name, level, fromlist, package)


def builtin___build_class__(func, name, bases=(), keywords=None):
    return _build_class(func, name, bases, keywords or {})


# The program has ended: waits for its threads.
def _join_threads():
    threading = _modules()["threading"]
    try:
        threading._shutdown()
    except BaseException as e:
        import sys
        sys.stderr.write(f"Exception ignored in: {threading!r}\n" + _traceback_text(e, True))


def _run_exit_functions():
    row = _exit_functions()
    while row:
        function, args, kwargs = row.pop()
        try:
            function(*args, **kwargs)
        except BaseException as e:
            from _sys import _report_unraisable
            _report_unraisable(function, e, "Exception ignored in atexit callback")
