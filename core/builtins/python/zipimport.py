# Modules in zip files: entries of sys.path that name one, or a folder in one. The import statement
# comes here for entries that are no folders (protocol/imports.py), and the command for a program that
# is a zip file.
#
#   archive   front | local header, name, data ... | central directory | its end
#                   ^ offsets count from here: anything may stand in front
import posix
import sys
from importlib.machinery import ModuleSpec, NamespaceLoader, _LoaderBasics, spec_from_loader

__all__ = ["ZipImportError", "zipimporter"]
path_sep = "/"
alt_path_sep = ""


class ZipImportError(ImportError):
    pass


# What has been read: by archive, {name: (place of the local header, compression, packed size)}.
_zip_directory_cache = {}


class zipimporter(_LoaderBasics):
    def __init__(self, path):
        if not isinstance(path, str):
            path = posix.fspath(path)
            if isinstance(path, bytes):
                path = path.decode("utf-8", "surrogateescape")
        if not path:
            raise ZipImportError("archive path is empty", path=path)
        inside = []
        archive = path
        while not _is_regular(archive):
            folder, slash, last = archive.rpartition("/")
            if not slash or _exists(archive):
                raise ZipImportError("not a Zip file", path=path)
            archive = folder
            inside.append(last)
        self.archive = archive
        self._files = _zip_directory_cache.get(archive)
        if self._files is None:
            self._files = _zip_directory_cache[archive] = _read_directory(archive)
        self.prefix = "".join([name + "/" for name in reversed(inside)])

    def _place(self, fullname):
        return self.prefix + fullname.rpartition(".")[2]

    # Whether a package, and the name in the archive; or None.
    def _find(self, fullname):
        place = self._place(fullname)
        for name, package in ((place + "/__init__.py", True), (place + ".py", False)):
            if name in self._files:
                return package, name
        return None

    def _found(self, fullname):
        found = self._find(fullname)
        if found is None:
            raise ZipImportError(f"can't find module {fullname!r}", name=fullname)
        return found

    def find_spec(self, fullname, target=None):
        if self._find(fullname) is not None:
            return spec_from_loader(fullname, self, is_package=self.is_package(fullname))
        folder = self._place(fullname) + "/"
        if folder not in self._files:
            return None
        where = [f"{self.archive}/{folder[:-1]}"]
        spec = ModuleSpec(fullname, None, is_package=True)
        spec.submodule_search_locations = where
        return spec

    def get_filename(self, fullname):
        return f"{self.archive}/{self._found(fullname)[1]}"

    def is_package(self, fullname):
        return self._found(fullname)[0]

    def get_data(self, pathname):
        name = pathname
        if name.startswith(self.archive + "/"):
            name = name[len(self.archive) + 1:]
        row = self._files.get(name)
        if row is None:
            raise OSError(0, "", name)
        return _read_member(self.archive, row)

    def get_source(self, fullname):
        from importlib.machinery import decode_source
        name = self._found(fullname)[1]
        return decode_source(_read_member(self.archive, self._files[name]))

    def get_code(self, fullname):
        name = self._found(fullname)[1]
        data = _read_member(self.archive, self._files[name])
        return compile(data, f"{self.archive}/{name}", "exec", dont_inherit=True)

    def get_resource_reader(self, fullname):
        if not self.is_package(fullname):
            return None
        from importlib.readers import ZipReader
        return ZipReader(self, fullname)

    def invalidate_caches(self):
        try:
            self._files = _zip_directory_cache[self.archive] = _read_directory(self.archive)
        except ZipImportError:
            _zip_directory_cache.pop(self.archive, None)
            self._files = {}

    def __repr__(self):
        return f'<zipimporter object "{self.archive}/{self.prefix}">'


def _exists(path):
    try:
        posix.stat(path)
    except (OSError, ValueError):
        return False
    return True


def _is_regular(path):
    try:
        return posix.stat(path).st_mode & 0o170000 == 0o100000
    except (OSError, ValueError):
        return False


def _read_directory(archive):
    try:
        with open(archive, "rb") as file:
            size = file.seek(0, 2)
            back = min(size, 22 + 65535)
            file.seek(size - back)
            tail = file.read()
            at = tail.rfind(b"PK\5\6")
            if at < 0 or len(tail) - at < 22:
                raise ZipImportError(f"not a Zip file: {archive!r}", path=archive)
            length = int.from_bytes(tail[at + 12:at + 16], "little")
            offset = int.from_bytes(tail[at + 16:at + 20], "little")
            begin = size - back + at - length
            front = begin - offset
            if front < 0:
                raise ZipImportError(f"bad central directory size or offset: {archive!r}",
                                     path=archive)
            file.seek(begin)
            data = file.read(length)
    except OSError:
        raise ZipImportError(f"can't open Zip file: {archive!r}", path=archive) from None
    return _read_rows(data, front)


def _read_rows(data, front):
    files = {}
    at = 0
    while data[at:at + 4] == b"PK\1\2":
        def number(place, size):
            return int.from_bytes(data[at + place:at + place + size], "little")
        length, extra, comment = number(28, 2), number(30, 2), number(32, 2)
        name = data[at + 46:at + 46 + length]
        name = name.decode("utf-8" if number(8, 2) & 0x800 else "cp437")
        files[name] = front + number(42, 4), number(10, 2), number(20, 4)
        at += 46 + length + extra + comment
    return files


def _read_member(archive, row):
    place, compression, size = row
    with open(archive, "rb") as file:
        file.seek(place)
        head = file.read(30)
        if head[:4] != b"PK\3\4":
            raise ZipImportError(f"bad local file header: {archive!r}", path=archive)
        file.seek(place + 30 + int.from_bytes(head[26:28], "little")
                  + int.from_bytes(head[28:30], "little"))
        data = file.read(size)
    if compression == 0:
        return data
    import zlib
    return zlib.decompress(data, -15)


# The finder of an entry of sys.path; None if it is no archive.
def _importer_of(entry):
    cache = sys.path_importer_cache
    if entry not in cache:
        try:
            cache[entry] = zipimporter(entry)
        except ImportError:
            cache[entry] = None
    finder = cache[entry]
    return finder if isinstance(finder, zipimporter) else None


# What a module is that lies in an archive of the path.
def _find_spec(fullname, path):
    for entry in path:
        finder = _importer_of(entry)
        spec = None if finder is None else finder.find_spec(fullname)
        if spec is not None:
            if spec.loader is None:
                spec.loader = NamespaceLoader(fullname, spec.submodule_search_locations)
            return spec
    return None


# The text and the file name of a program that is an archive; None if there is no __main__.
def _main_of(archive):
    finder = _importer_of(archive)
    if finder is None or finder._find("__main__") is None:
        return None
    return finder.get_data("__main__.py"), finder.get_filename("__main__")
