# The name under which CPython's library reaches the file side of importlib.
from importlib.machinery import (BYTECODE_SUFFIXES, _LoaderBasics, EXTENSION_SUFFIXES, SOURCE_SUFFIXES,
                                 ExtensionFileLoader, FileFinder, FileLoader, NamespaceLoader,
                                 PathFinder, SourceFileLoader, SourceLoader, SourcelessFileLoader,
                                 WindowsRegistryFinder, cache_from_source, decode_source,
                                 source_from_cache, spec_from_file_location)
from importlib.util import MAGIC_NUMBER

_NamespaceLoader = NamespaceLoader
path_sep = "/"
_pathseps_with_colon = {":/"}


def _path_join(*parts):
    return "/".join([part.rstrip("/") for part in parts if part])


def _find_module_shim(self, fullname):
    loader, portions = self.find_loader(fullname)
    return loader


def _unpack_uint16(data):
    return int.from_bytes(data, "little")


_unpack_uint32 = _unpack_uint16


def _pack_uint32(x):
    return (int(x) & 0xffffffff).to_bytes(4, "little")


def _classify_pyc(data, name, exc_details):
    if data[:4] != MAGIC_NUMBER:
        raise ImportError(f"bad magic number in {name!r}: {data[:4]!r}", **exc_details)
    if len(data) < 16:
        raise EOFError(f"reached EOF while reading pyc header of {name!r}")
    flags = _unpack_uint32(data[4:8])
    if flags & ~3:
        raise ImportError(f"invalid flags {flags!r} in {name!r}", **exc_details)
    return flags


def _get_supported_file_loaders():
    return [(ExtensionFileLoader, EXTENSION_SUFFIXES), (SourceFileLoader, SOURCE_SUFFIXES),
            (SourcelessFileLoader, BYTECODE_SUFFIXES)]


path_separators = "/"
