import sys

__path__ = []


def import_module(name, package=None):
    level = 0
    if name.startswith("."):
        if not package:
            raise TypeError("the 'package' argument is required to perform a relative import for "
                            f"{name!r}")
        while name[level:level + 1] == ".":
            level += 1
        base = package.rsplit(".", level - 1)[0] if level > 1 else package
        rest = name[level:]
        name = f"{base}.{rest}" if rest else base
    __import__(name)
    return sys.modules[name]


def reload(module):
    raise NotImplementedError("importlib.reload is not supported by Hothouse")


def invalidate_caches():
    pass
