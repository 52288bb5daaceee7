# Classes derived from the type of modules.
import sys
import types


class Lazy(types.ModuleType):
    def __init__(self, name, extra):
        super().__init__(name, "documented")
        self.extra = extra

    def __getattr__(self, name):
        if name.startswith("lazy_"):
            return name[5:]
        raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")

    @property
    def twice(self):
        return self.extra * 2


m = Lazy("made", 4)
print(m.__name__, m.__doc__, m.extra, m.twice, m.lazy_x, m.__spec__, m.__loader__, m.__package__)
print(repr(m), isinstance(m, types.ModuleType), sorted(n for n in m.__dict__))
try:
    m.missing
except AttributeError as e:
    print(e)
sys.modules["made"] = m
import made
from made import extra, lazy_y

print(made is m, extra, lazy_y)
bare = types.ModuleType.__new__(types.ModuleType)
print(type(bare).__name__)
