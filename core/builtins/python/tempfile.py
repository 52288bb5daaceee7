# Temporary files and folders.
import io
import os

tempdir = None
template = "tmp"
_letters = "abcdefghijklmnopqrstuvwxyz0123456789_"


def gettempdir():
    if tempdir is not None:
        return tempdir
    for name in ("TMPDIR", "TEMP", "TMP"):
        folder = os.environ.get(name)
        if folder and os.path.isdir(folder):
            return os.path.abspath(folder)
    return "/tmp" if os.path.isdir("/tmp") else os.getcwd()


def gettempprefix():
    return template


def _new_path(suffix, prefix, dir):
    import random
    source = random.Random()
    while True:
        name = "".join([source.choice(_letters) for _ in range(8)])
        path = os.path.join(gettempdir() if dir is None else os.path.abspath(dir),
                            (template if prefix is None else prefix) + name + (suffix or ""))
        if not os.path.lexists(path):
            return path


def mkdtemp(suffix=None, prefix=None, dir=None):
    path = _new_path(suffix, prefix, dir)
    os.mkdir(path, 0o700)
    return path


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    path = _new_path(suffix, prefix, dir)
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), path


class TemporaryDirectory:
    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
        self.name = mkdtemp(suffix, prefix, dir)

    def __enter__(self):
        return self.name

    def __exit__(self, *args):
        self.cleanup()

    def cleanup(self):
        if os.path.isdir(self.name):
            _remove_folder(self.name)

    def __repr__(self):
        return f"<TemporaryDirectory {self.name!r}>"


def _remove_folder(folder):
    for name in os.listdir(folder):
        path = os.path.join(folder, name)
        if os.path.isdir(path) and not os.path.islink(path):
            _remove_folder(path)
        else:
            os.unlink(path)
    os.rmdir(folder)


class _TemporaryFile:
    def __init__(self, file, path, delete):
        self.file = file
        self.name = path
        self._delete = delete

    def __getattr__(self, name):
        return getattr(self.file, name)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __iter__(self):
        return iter(self.file)

    def close(self):
        self.file.close()
        if self._delete and os.path.exists(self.name):
            os.unlink(self.name)


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None,
                       prefix=None, dir=None, delete=True, *, errors=None):
    path = _new_path(suffix, prefix, dir)
    return _TemporaryFile(io.open(path, mode, buffering, encoding, errors, newline), path, delete)


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None,
                  dir=None, *, errors=None):
    return NamedTemporaryFile(mode, buffering, encoding, newline, suffix, prefix, dir,
                              errors=errors)
