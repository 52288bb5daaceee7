# sys.meta_path: what stands before CPython's finders is asked before them, and what stands behind
# them when they have found nothing. And what packages find there.
import importlib.machinery
import importlib.metadata
import importlib.util
import sys
import types
import zipimport

names = [getattr(f, "__name__", type(f).__name__) for f in sys.meta_path]
print([n for n in names if n in ("BuiltinImporter", "FrozenImporter", "PathFinder")])


class Loader:
    def create_module(self, spec):
        return None

    def exec_module(self, module):
        module.where = self.__class__.__name__


class Finder:
    def __init__(self, name, answers):
        self.name = name
        self.answers = answers

    def find_spec(self, fullname, path=None, target=None):
        if fullname.startswith("made_up") or fullname in ("colorsys", "this_is_nowhere"):
            print(self.name, "is asked for", fullname)
        if fullname in self.answers:
            return importlib.machinery.ModuleSpec(fullname, Loader())
        return None


first, last = Finder("first", ("made_up_one",)), Finder("last", ("made_up_two",))
sys.meta_path.insert(0, first)
sys.meta_path.append(last)
import made_up_one
import made_up_two
import colorsys

print(made_up_one.where, made_up_two.where, colorsys.__name__)
try:
    import this_is_nowhere
except ModuleNotFoundError as e:
    print(e)
print(importlib.util.find_spec("made_up_two").name, importlib.util.find_spec("made_up_three"))
sys.meta_path.remove(first)
sys.meta_path.remove(last)
try:
    import made_up_four
except ModuleNotFoundError as e:
    print(e)
try:
    importlib.metadata.version("no-such-distribution")
except importlib.metadata.PackageNotFoundError as e:
    print(e)
print(all([isinstance(d.version, str) for d in importlib.metadata.distributions() if d.metadata["Name"]]))


# A module that puts an object of a class of its own into its place.
class Lazy(types.ModuleType):
    def __getattr__(self, name):
        if name == "answer":
            return 42
        raise AttributeError(name)


package = Lazy("lazy_package")
package.__path__ = []
sys.modules["lazy_package"] = package
sys.modules["lazy_package.inner"] = types.ModuleType("lazy_package.inner")
import lazy_package.inner
from lazy_package import answer

print(lazy_package.inner.__name__, answer)
try:
    import lazy_package.missing
except ModuleNotFoundError as e:
    print(e)
print(zipimport.zipimporter.__name__, importlib.util.find_spec("_warnings") is not None)
import _warnings

print(_warnings.warn is not None, isinstance(_warnings.filters, list))
import cProfile
from _collections_abc import dict_items, dict_keys, generator

print(isinstance({}.keys(), dict_keys), isinstance({}.items(), dict_items), generator.__name__)
