# importlib: specifications, loaders, finders of a program's own.
import importlib
import importlib.machinery
import importlib.util
import os
import sys
import tempfile
import types

made = types.ModuleType("made", "text")
print(made, sorted(made.__dict__.items(), key=str))
import textwrap
print(textwrap.__spec__.name, type(textwrap.__loader__).__name__, textwrap.__spec__.has_location,
      textwrap.__spec__.parent == "", importlib.util.find_spec("textwrap").origin == textwrap.__file__)
print(importlib.util.find_spec("not_there"), sys.__spec__.origin, importlib.util.find_spec("sys").name)
for name, package in [(".a", "b.c"), ("..a", "b.c"), ("x", None), (".a", None), ("...a", "b")]:
    try:
        print(importlib.util.resolve_name(name, package))
    except ImportError as e:
        print(type(e).__name__, e)
spec = importlib.machinery.ModuleSpec("n", None, origin="o", is_package=True)
print(spec, spec.parent, spec.cached, spec == importlib.machinery.ModuleSpec("n", None))

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "counted.py")
    with open(path, "w") as f:
        f.write("count = globals().get('count', 0) + 1\n")
    spec = importlib.util.spec_from_file_location("counted", path)
    module = importlib.util.module_from_spec(spec)
    print(module.__name__, module.__file__ == path, hasattr(module, "count"))
    spec.loader.exec_module(module)
    print(module.count, spec.loader.get_source("counted"), spec.loader.is_package("counted"))
    sys.path.insert(0, folder)
    import counted
    print(counted.count, importlib.reload(counted) is counted, counted.count)
    os.mkdir(os.path.join(folder, "pack"))
    with open(os.path.join(folder, "pack", "__init__.py"), "w") as f:
        f.write("x = 1\n")
    with open(os.path.join(folder, "pack", "part.py"), "w") as f:
        f.write("y = 2\n")
    print(importlib.util.find_spec("pack.part").origin == os.path.join(folder, "pack", "part.py"))
    print(importlib.import_module(".part", "pack").y, sys.modules["pack"].__spec__.submodule_search_locations
          == [os.path.join(folder, "pack")])
    del sys.path[0]
for bad in [textwrap.dedent, types.ModuleType("zzz")]:
    try:
        importlib.reload(bad)
    except (TypeError, ImportError) as e:
        print(type(e).__name__, e)


class Finder:
    def find_spec(self, name, path, target=None):
        if name.startswith("virtual"):
            return importlib.util.spec_from_loader(name, self, is_package=name == "virtual")

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        module.value = module.__name__.upper()


sys.meta_path.append(Finder())
import virtual.part
print(virtual.value, virtual.part.value, virtual.__package__, virtual.part.__package__, virtual.__path__)
try:
    import other_virtual
except ImportError as e:
    print(e)
# A module's __dict__ has all its names, and what is deleted stays deleted.
import math
print("exit" in sys.__dict__, "sin" in vars(math), "tau" in dir(math))
math.added = 1
del math.added
print(hasattr(math, "added"))
