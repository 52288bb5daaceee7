# The system calls that CPython's os module is made of: those that programs use often.
from _binary import ask_host as _ask

(_WORKING_FOLDER, _ENVIRONMENT, _LIST_FOLDER, _STATUS, _LINK_STATUS, _READ_LINK, _MAKE_FOLDER,
 _REMOVE_FOLDER, _REMOVE_FILE, _RENAME, _CHANGE_FOLDER, _PROCESS_ID) = range(12)

F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND = 0, 1, 2, 64, 128, 512, 1024
EX_OK = 0
_have_functions = []
error = OSError


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    f = getattr(type(path), "__fspath__", None)
    if f is None:
        raise TypeError("expected str, bytes or os.PathLike object, not " + type(path).__name__)
    return f(path)


def _text(path):
    path = fspath(path)
    return path.decode() if isinstance(path, bytes) else path


def _do(question, a="", b="", shown=None):
    error, answer = _ask(question, _text(a), _text(b))
    if error:
        message = _strerror(error)
        if b != "":
            raise OSError(error, message, a, None, b)
        if a != "":
            raise OSError(error, message, a)
        raise OSError(error, message)
    return answer


def _strerror(error):
    return _TEXTS.get(error, f"Unknown error {error}")


def strerror(code):
    return _strerror(code)


_TEXTS = {1: "Operation not permitted", 2: "No such file or directory", 5: "Input/output error",
          13: "Permission denied", 16: "Device or resource busy", 17: "File exists",
          18: "Invalid cross-device link", 20: "Not a directory", 21: "Is a directory",
          22: "Invalid argument", 28: "No space left on device", 36: "File name too long",
          38: "Function not implemented", 39: "Directory not empty",
          40: "Too many levels of symbolic links"}


def _read_environment():
    names = {}
    for entry in _do(_ENVIRONMENT).split("\0"):
        name, equals, value = entry.partition("=")
        if equals:
            names[name.encode("utf-8", "surrogateescape")] = value.encode("utf-8",
                                                                            "surrogateescape")
    return names


environ = _read_environment()


def putenv(name, value):
    pass


def unsetenv(name):
    pass


def getcwd():
    return _do(_WORKING_FOLDER)


def getcwdb():
    return getcwd().encode()


def listdir(path="."):
    names = _do(_LIST_FOLDER, path if path is not None else ".").split("\0")[:-1]
    if isinstance(path, bytes):
        return [n.encode() for n in names]
    return names


class stat_result(tuple):
    __module__ = "os"

    def __new__(cls, row, times=None):
        self = tuple.__new__(cls, row)
        if times is not None:
            self.st_atime_ns, self.st_mtime_ns, self.st_ctime_ns = times
            self.st_atime = times[0] / 1e9
            self.st_mtime = times[1] / 1e9
            self.st_ctime = times[2] / 1e9
        return self

    st_mode = property(lambda self: self[0])
    st_ino = property(lambda self: self[1])
    st_dev = property(lambda self: self[2])
    st_nlink = property(lambda self: self[3])
    st_uid = property(lambda self: self[4])
    st_gid = property(lambda self: self[5])
    st_size = property(lambda self: self[6])

    def __repr__(self):
        names = ("st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size",
                 "st_atime", "st_mtime", "st_ctime")
        return f"os.stat_result({', '.join([f'{n}={v}' for n, v in zip(names, self)])})"


def _result(answer):
    row = [int(n) for n in answer.split()]
    return stat_result(row[:7] + [t // 1000000000 for t in row[7:]], row[7:])


def stat(path, *, dir_fd=None, follow_symlinks=True):
    if isinstance(path, int):
        raise NotImplementedError("os.stat of a file descriptor is not supported by Hothouse")
    return _result(_do(_STATUS if follow_symlinks else _LINK_STATUS, path))


def lstat(path, *, dir_fd=None):
    return _result(_do(_LINK_STATUS, path))


def access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True):
    return _ask(_STATUS, _text(path), "")[0] == 0


def readlink(path, *, dir_fd=None):
    return _do(_READ_LINK, path)


def mkdir(path, mode=511, *, dir_fd=None):
    _do(_MAKE_FOLDER, path)


def rmdir(path, *, dir_fd=None):
    _do(_REMOVE_FOLDER, path)


def unlink(path, *, dir_fd=None):
    _do(_REMOVE_FILE, path)


remove = unlink


def rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    _do(_RENAME, src, dst)


replace = rename


def chdir(path):
    _do(_CHANGE_FOLDER, path)


class DirEntry:
    __module__ = "posix"

    def __init__(self, folder, name):
        self.name = name
        self.path = name if folder == "." and False else (
            folder + name if folder.endswith("/") else f"{folder}/{name}")

    def stat(self, *, follow_symlinks=True):
        return stat(self.path, follow_symlinks=follow_symlinks)

    def inode(self):
        return lstat(self.path).st_ino

    def _mode(self, follow_symlinks):
        try:
            return stat(self.path, follow_symlinks=follow_symlinks).st_mode & 0o170000
        except OSError:
            return 0

    def is_dir(self, *, follow_symlinks=True):
        return self._mode(follow_symlinks) == 0o040000

    def is_file(self, *, follow_symlinks=True):
        return self._mode(follow_symlinks) == 0o100000

    def is_symlink(self):
        return self._mode(False) == 0o120000

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"


class _Scan:
    def __init__(self, path):
        self._rows = iter([DirEntry(_text(path), n) for n in listdir(path)])

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._rows)

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass


def scandir(path="."):
    return _Scan("." if path is None else path)


def getpid():
    return int(_do(_PROCESS_ID))


def getuid():
    return lstat("/proc/self").st_uid


geteuid = getuid


def umask(mask):
    return 0o22


def urandom(size):
    import _random
    return _random.urandom(size)


def cpu_count():
    return 1


def isatty(fd):
    return False


def get_terminal_size(fd=1):
    raise OSError(25, "Inappropriate ioctl for device")


class uname_result(tuple):
    __module__ = "posix"
    sysname = property(lambda self: self[0])
    nodename = property(lambda self: self[1])
    release = property(lambda self: self[2])
    version = property(lambda self: self[3])
    machine = property(lambda self: self[4])


def uname():
    def read(name):
        import io
        try:
            with io.open("/proc/sys/kernel/" + name) as f:
                return f.read().strip()
        except OSError:
            return ""
    return uname_result(("Linux", read("hostname"), read("osrelease"), read("version"), "x86_64"))


def _open(path, flags, mode=511, *, dir_fd=None):
    raise NotImplementedError("os.open is not supported by Hothouse")


def _unsupported(name):
    def function(*args, **kwargs):
        raise NotImplementedError(f"os.{name} is not supported by Hothouse")
    function.__name__ = name
    return function


for _name in ("close", "read", "write", "lseek", "dup", "dup2", "pipe", "chmod", "chown", "link",
              "symlink", "utime", "truncate", "ftruncate", "fstat", "fsync", "kill", "waitpid",
              "wait", "execv", "execve", "getppid", "getgid", "getegid", "getlogin", "times",
              "nice", "sched_yield", "mkfifo", "statvfs", "popen", "scandir_fd"):
    globals()[_name] = _unsupported(_name)


def _exit(status):
    raise SystemExit(status)


def abort():
    raise SystemExit(134)


def system(command):
    raise NotImplementedError("os.system is not supported by Hothouse")


def fork():
    raise NotImplementedError("os.fork is not supported by Hothouse")


class terminal_size(tuple):
    __module__ = "os"
    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])

    def __repr__(self):
        return f"os.terminal_size(columns={self[0]}, lines={self[1]})"


# Under its own name only at the end: the functions above open files.
globals()["open"] = _open
