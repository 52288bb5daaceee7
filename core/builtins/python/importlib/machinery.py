# What importlib knows about modules: specifications, the loaders that run them, the finders that
# make those. The import statement itself does not need them (protocol/imports.py); finders that a
# program puts into sys.meta_path are asked by it before its own search.
import sys

__all__ = ["BuiltinImporter", "ModuleSpec", "PathFinder", "FileFinder", "SourceFileLoader",
           "SourcelessFileLoader", "ExtensionFileLoader", "FrozenImporter",
           "WindowsRegistryFinder", "NamespaceLoader", "all_suffixes"]

SOURCE_SUFFIXES = [".py"]
DEBUG_BYTECODE_SUFFIXES = OPTIMIZED_BYTECODE_SUFFIXES = BYTECODE_SUFFIXES = [".pyc"]
EXTENSION_SUFFIXES = []


def all_suffixes():
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES


class ModuleSpec:
    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.loader_state = loader_state
        self.submodule_search_locations = [] if is_package else None
        self._uninitialized_submodules = []
        self._set_fileattr = False
        self._cached = None

    @property
    def cached(self):
        if self._cached is None and self.origin is not None and self._set_fileattr:
            self._cached = cache_from_source(self.origin) if self.origin.endswith(".py") else None
        return self._cached

    @cached.setter
    def cached(self, cached):
        self._cached = cached

    @property
    def parent(self):
        if self.submodule_search_locations is None:
            return self.name.rpartition(".")[0]
        return self.name

    @property
    def has_location(self):
        return self._set_fileattr

    @has_location.setter
    def has_location(self, value):
        self._set_fileattr = bool(value)

    def _fields(self):
        return (self.name, self.loader, self.origin, self.submodule_search_locations, self.cached,
                self.has_location)

    def __eq__(self, other):
        return self._fields() == other._fields() if isinstance(other, ModuleSpec) else \
            NotImplemented

    def __repr__(self):
        fields = [f"name={self.name!r}", f"loader={self.loader!r}"]
        if self.origin is not None:
            fields.append(f"origin={self.origin!r}")
        if self.submodule_search_locations is not None:
            fields.append(f"submodule_search_locations={self.submodule_search_locations}")
        return f"{self.__class__.__name__}({', '.join(fields)})"


def cache_from_source(path, debug_override=None, *, optimization=None):
    import os
    head, tail = os.path.split(os.fspath(path))
    stem, dot, rest = tail.rpartition(".")
    name = f"{stem or rest}.{sys.implementation.cache_tag}"
    if optimization is None and debug_override is not None:
        optimization = "" if debug_override else 1
    if optimization is not None and str(optimization):
        if not str(optimization).isalnum():
            raise ValueError(f"{str(optimization)!r} is not alphanumeric")
        name += f".opt-{optimization}"
    return os.path.join(head, "__pycache__", name + ".pyc")


def source_from_cache(path):
    import os
    head, name = os.path.split(os.fspath(path))
    head, folder = os.path.split(head)
    if folder != "__pycache__":
        raise ValueError(f"__pycache__ not bottom-level directory in {path!r}")
    dots = name.count(".")
    if dots not in (2, 3):
        raise ValueError(f"expected only 2 or 3 dots in {name!r}")
    return os.path.join(head, name.partition(".")[0] + ".py")


def decode_source(source):
    import io
    import tokenize
    encoding = tokenize.detect_encoding(io.BytesIO(source).readline)[0]
    return source.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")


class _Loader:
    def create_module(self, spec):
        return None

    def load_module(self, fullname):
        spec = spec_from_loader(fullname, self)
        if fullname in sys.modules:
            self.exec_module(sys.modules[fullname])
            return sys.modules[fullname]
        return _load(spec)


class _LoaderBasics(_Loader):
    def is_package(self, fullname):
        name = self.get_filename(fullname).rpartition("/")[2].rsplit(".", 1)[0]
        return name == "__init__" and fullname.rpartition(".")[2] != "__init__"

    def exec_module(self, module):
        exec(self.get_code(module.__name__), module.__dict__)


class SourceLoader(_LoaderBasics):
    def path_stats(self, path):
        import os
        state = os.stat(path)
        return {"mtime": state.st_mtime, "size": state.st_size}

    def get_source(self, fullname):
        path = self.get_filename(fullname)
        try:
            data = self.get_data(path)
        except OSError as e:
            raise ImportError("source not available through get_data()", name=fullname) from e
        return decode_source(data)

    def source_to_code(self, data, path, *, _optimize=-1):
        return compile(data, path, "exec", dont_inherit=True, optimize=_optimize)

    def get_code(self, fullname):
        path = self.get_filename(fullname)
        return self.source_to_code(self.get_data(path), path)


class FileLoader:
    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def __eq__(self, other):
        return self.__class__ == other.__class__ and self.__dict__ == other.__dict__

    def __hash__(self):
        return hash(self.name) ^ hash(self.path)

    def get_filename(self, name=None):
        if name is not None and name != self.name:
            raise ImportError(f"loader for {self.name} cannot handle {name}", name=name)
        return self.path

    def get_data(self, path):
        with open(path, "rb") as file:
            return file.read()

    def get_resource_reader(self, module):
        from importlib.readers import FileReader
        return FileReader(self)


class SourceFileLoader(FileLoader, SourceLoader):
    __module__ = "_frozen_importlib_external"

    def set_data(self, path, data):
        with open(path, "wb") as file:
            file.write(data)


# CPython's bytecode and its extension modules are not what runs here.
class SourcelessFileLoader(FileLoader, _Loader):
    def exec_module(self, module):
        raise ImportError("Hothouse cannot run CPython's bytecode", name=self.name,
                          path=self.path)

    def get_source(self, fullname):
        return None


class ExtensionFileLoader(SourcelessFileLoader):
    pass


class NamespaceLoader(_Loader):
    __module__ = "_frozen_importlib_external"

    def __init__(self, name, path, path_finder=None):
        self._path = path

    def is_package(self, fullname):
        return True

    def get_source(self, fullname):
        return ""

    def get_code(self, fullname):
        return compile("", "<string>", "exec", dont_inherit=True)

    def exec_module(self, module):
        pass

    def get_resource_reader(self, module):
        from importlib.readers import NamespaceReader
        return NamespaceReader(self._path)


class BuiltinImporter:
    __module__ = "_frozen_importlib"
    _stands_for_import = True

    @staticmethod
    def find_spec(fullname, path=None, target=None):
        if path is not None or not _has_builtin_module(fullname):
            return None
        return ModuleSpec(fullname, BuiltinImporter, origin="built-in")

    @staticmethod
    def create_module(spec):
        return _import_module(spec.name)

    @staticmethod
    def exec_module(module):
        pass

    @staticmethod
    def load_module(fullname):
        return _import_module(fullname)

    @staticmethod
    def get_code(fullname):
        return None

    @staticmethod
    def get_source(fullname):
        return None

    @staticmethod
    def is_package(fullname):
        return hasattr(_import_module(fullname), "__path__")


class FrozenImporter(BuiltinImporter):
    __module__ = "_frozen_importlib"
    _stands_for_import = True

    @staticmethod
    def find_spec(fullname, path=None, target=None):
        return None

    @staticmethod
    def is_package(fullname):
        return False


class WindowsRegistryFinder:
    @staticmethod
    def find_spec(fullname, path=None, target=None):
        return None


class PathFinder:
    __module__ = "_frozen_importlib_external"
    _stands_for_import = True

    @staticmethod
    def invalidate_caches():
        pass

    @staticmethod
    def find_spec(fullname, path=None, target=None):
        found = _module_file(fullname, None if path is None else list(path))
        if found is not None:
            file, package = found
            if not file.endswith("/"):
                return spec_from_file_location(
                    fullname, file, submodule_search_locations=[file.rpartition("/")[0]]
                    if package else None)
        spec = _find_archived_spec(fullname, None if path is None else list(path))
        if spec is not None:
            return spec
        folders = _namespace_folders(fullname, sys.path if path is None else path)
        if not folders:
            return None
        spec = ModuleSpec(fullname, NamespaceLoader(fullname, folders), is_package=True)
        spec.submodule_search_locations = folders
        return spec

    @staticmethod
    def find_distributions(*args, **kwargs):
        from importlib.metadata import MetadataPathFinder
        return MetadataPathFinder.find_distributions(*args, **kwargs)


def _namespace_folders(fullname, path):
    import os
    tail = fullname.rpartition(".")[2]
    return [f for f in [os.path.join(p or os.getcwd(), tail) for p in path] if os.path.isdir(f)]


class FileFinder:
    __module__ = "_frozen_importlib_external"

    def __init__(self, path, *loader_details):
        self.path = path or "."
        self._loaders = [(suffix, loader) for loader, suffixes in loader_details
                         for suffix in suffixes]

    def invalidate_caches(self):
        pass

    def find_spec(self, fullname, target=None):
        import os
        base = os.path.join(self.path, fullname.rpartition(".")[2])
        for suffix, loader in self._loaders:
            for file, where in ((os.path.join(base, "__init__" + suffix), [base]),
                                (base + suffix, None)):
                if os.path.isfile(file):
                    return spec_from_file_location(fullname, file, loader=loader(fullname, file),
                                                   submodule_search_locations=where)
        return None

    @classmethod
    def path_hook(cls, *loader_details):
        def path_hook_for_FileFinder(path):
            import os
            if not os.path.isdir(path or "."):
                raise ImportError("only directories are supported", path=path)
            return cls(path, *loader_details)
        return path_hook_for_FileFinder

    def __repr__(self):
        return f"FileFinder({self.path!r})"


# What sys.path_hooks begins with.
def _path_hook(path):
    return FileFinder.path_hook((SourceFileLoader, SOURCE_SUFFIXES),
                                (SourcelessFileLoader, BYTECODE_SUFFIXES))(path)


# What finders of folders say that the program's own hooks make.
def _find_spec_by_hooks(fullname, path):
    from zipimport import zipimporter
    own = (zipimporter, _path_hook)
    if not [hook for hook in sys.path_hooks if hook not in own]:
        return None
    cache = sys.path_importer_cache
    for entry in sys.path if path is None else path:
        if not isinstance(entry, str):
            continue
        if entry not in cache:
            cache[entry] = None
            for hook in sys.path_hooks:
                try:
                    cache[entry] = hook(entry)
                    break
                except ImportError:
                    continue
        finder = cache[entry]
        if finder is not None and not isinstance(finder, (FileFinder, zipimporter)):
            spec = finder.find_spec(fullname)
            if spec is not None and spec.loader is not None:
                return spec
    return None


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=...):
    import os
    if location is None:
        location = "<unknown>"
        if hasattr(loader, "get_filename"):
            location = loader.get_filename(name)
    else:
        location = os.path.join(os.getcwd(), os.fspath(location))
    spec = ModuleSpec(name, loader, origin=location)
    spec._set_fileattr = True
    if loader is None:
        for suffix, made in ((".py", SourceFileLoader), (".pyc", SourcelessFileLoader)):
            if location.endswith(suffix):
                spec.loader = loader = made(name, location)
                break
        else:
            return None
    if submodule_search_locations is ...:
        if hasattr(loader, "is_package") and loader.is_package(name):
            spec.submodule_search_locations = []
    else:
        spec.submodule_search_locations = submodule_search_locations
    if spec.submodule_search_locations == []:
        spec.submodule_search_locations.append(os.path.dirname(location))
    return spec


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    if origin is None:
        origin = getattr(loader, "_ORIGIN", None)
    if origin is None and hasattr(loader, "get_filename"):
        if is_package is None:
            return spec_from_file_location(name, loader=loader)
        return spec_from_file_location(name, loader=loader,
                                       submodule_search_locations=[] if is_package else None)
    if is_package is None:
        try:
            is_package = loader.is_package(name) if hasattr(loader, "is_package") else False
        except ImportError:
            is_package = None
    return ModuleSpec(name, loader, origin=origin, is_package=is_package)


def module_from_spec(spec):
    module = None
    if hasattr(spec.loader, "create_module"):
        module = spec.loader.create_module(spec)
    elif hasattr(spec.loader, "exec_module"):
        raise ImportError("loaders that define exec_module() must also define create_module()")
    if module is None:
        module = type(sys)(spec.name)
    _init_module_attrs(spec, module)
    return module


def _init_module_attrs(spec, module):
    names = module.__dict__
    names["__spec__"] = spec
    names["__loader__"] = spec.loader
    names["__package__"] = spec.parent
    if spec.submodule_search_locations is not None:
        names["__path__"] = spec.submodule_search_locations
    if spec.has_location:
        names["__file__"] = spec.origin
        if spec.cached is not None:
            names["__cached__"] = spec.cached


# Makes and runs the module of a specification, as the import statement does.
def _load(spec):
    if not hasattr(spec.loader, "exec_module") and hasattr(spec.loader, "load_module"):
        return spec.loader.load_module(spec.name)
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    if spec.loader is None:
        if spec.submodule_search_locations is None:
            sys.modules.pop(spec.name, None)
            raise ImportError("missing loader", name=spec.name)
    else:
        try:
            spec.loader.exec_module(module)
        except BaseException:
            sys.modules.pop(spec.name, None)
            raise
    module = sys.modules.pop(spec.name)
    sys.modules[spec.name] = module
    return module


def _find_spec(name, path=None, target=None):
    spec = _find_custom_spec(name, path)
    if spec is not None:
        return spec
    if _has_builtin_module(name):
        return ModuleSpec(name, BuiltinImporter, origin="built-in",
                          is_package=hasattr(sys.modules.get(name), "__path__"))
    return PathFinder.find_spec(name, path) or _find_late_spec(name, path)


# The specification of a module that the import statement made: on demand, because few ask.
def _spec_of(module):
    name = module.__name__
    file = module.__dict__.get("__file__")
    path = module.__dict__.get("__path__")
    if file is not None and _is_frozen_module(name, file):
        return ModuleSpec(name, FrozenImporter, origin="frozen")
    if file is not None:
        return spec_from_file_location(name, file, submodule_search_locations=path)
    if path and not _has_builtin_module(name):
        spec = ModuleSpec(name, NamespaceLoader(name, path), is_package=True)
    else:
        spec = ModuleSpec(name, BuiltinImporter, origin="built-in", is_package=path is not None)
    if path is not None:
        spec.submodule_search_locations = path
    return spec


def _resolve_name(name, package, level):
    bits = package.rsplit(".", level - 1)
    if len(bits) < level:
        raise ImportError("attempted relative import beyond top-level package")
    return f"{bits[0]}.{name}" if name else bits[0]
