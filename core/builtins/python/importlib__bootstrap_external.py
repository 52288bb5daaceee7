# The name under which CPython's library reaches the file side of importlib.
from importlib.machinery import (BYTECODE_SUFFIXES, EXTENSION_SUFFIXES, SOURCE_SUFFIXES,
                                 ExtensionFileLoader, FileFinder, FileLoader, NamespaceLoader,
                                 PathFinder, SourceFileLoader, SourceLoader, SourcelessFileLoader,
                                 WindowsRegistryFinder, cache_from_source, decode_source,
                                 source_from_cache, spec_from_file_location)
from importlib.util import MAGIC_NUMBER

_NamespaceLoader = NamespaceLoader
path_sep = "/"
path_separators = "/"
