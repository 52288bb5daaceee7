# pkgutil and importlib over folders: which modules a package has, finders of folders, and hooks of
# the program's own.
import importlib.util
import os
import pkgutil
import sys
import tempfile

with tempfile.TemporaryDirectory() as folder:
    package = os.path.join(folder, "made_package")
    os.makedirs(os.path.join(package, "inner"))
    for name in ("__init__.py", "one.py", "inner/__init__.py", "inner/two.py", "data.txt"):
        with open(os.path.join(package, name), "w") as f:
            f.write("")
    sys.path.insert(0, folder)
    print([(m.name, m.ispkg) for m in pkgutil.iter_modules([package])])
    print([m.name for m in pkgutil.walk_packages([package], "made_package.")])
    print(pkgutil.get_importer(folder).path == folder, pkgutil.get_importer(os.path.join(folder, "none")))
    print(importlib.util._find_spec_from_path("two", [os.path.join(package, "inner")]).name)
    print(importlib.util._find_spec_from_path("os").name, pkgutil.resolve_name("os.path:join") is os.path.join)


class Loader:
    def create_module(self, spec):
        return None

    def exec_module(self, module):
        module.value = module.__name__ * 2


class Finder:
    def find_spec(self, fullname, target=None):
        if fullname.startswith("from_hook"):
            return importlib.util.spec_from_loader(fullname, Loader())


def hook(entry):
    if entry != "hook:":
        raise ImportError
    return Finder()


sys.path_hooks.append(hook)
sys.path.append("hook:")
import from_hook
print(from_hook.value)
try:
    import not_from_hook
except ImportError as e:
    print(e)
