# The system calls that CPython's os module is made of: those that programs use often.
from _binary import ask_host as _ask, ask_host_bytes as _ask_bytes

(_WORKING_FOLDER, _ENVIRONMENT, _LIST_FOLDER, _STATUS, _LINK_STATUS, _READ_LINK, _MAKE_FOLDER,
 _REMOVE_FOLDER, _REMOVE_FILE, _RENAME, _CHANGE_FOLDER, _PROCESS_ID, _OPEN, _CLOSE, _READ, _WRITE,
 _SEEK, _TRUNCATE, _FILE_STATUS, _SYNC, _TERMINAL, _DUPLICATE, _PIPE, _WAIT_FILES, _CHANGE_MODE,
 _SET_TIMES, _LINK, _SYMBOLIC_LINK, _SET_VARIABLE, _DROP_VARIABLE, _PARENT, _START, _WAIT,
 _SIGNAL) = range(34)

F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND = 0, 1, 2, 64, 128, 512, 1024
O_NONBLOCK, O_CLOEXEC, O_NOFOLLOW, O_DIRECTORY = 2048, 524288, 131072, 65536
WNOHANG, WUNTRACED = 1, 2
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


_TEXTS = {1: "Operation not permitted", 2: "No such file or directory", 3: "No such process",
          4: "Interrupted system call", 5: "Input/output error", 6: "No such device or address",
          7: "Argument list too long", 8: "Exec format error", 9: "Bad file descriptor",
          10: "No child processes", 11: "Resource temporarily unavailable",
          12: "Cannot allocate memory", 14: "Bad address", 24: "Too many open files",
          25: "Inappropriate ioctl for device", 26: "Text file busy", 27: "File too large",
          29: "Illegal seek", 30: "Read-only file system", 31: "Too many links",
          32: "Broken pipe", 110: "Connection timed out",
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
    _do(_SET_VARIABLE, name, value)


def unsetenv(name):
    _do(_DROP_VARIABLE, name)


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
        return fstat(path)
    return _result(_do(_STATUS if follow_symlinks else _LINK_STATUS, path))


def lstat(path, *, dir_fd=None):
    return _result(_do(_LINK_STATUS, path))


def access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True):
    return _ask(_STATUS, _text(path), "")[0] == 0


def readlink(path, *, dir_fd=None):
    return _do(_READ_LINK, path)


def mkdir(path, mode=511, *, dir_fd=None):
    error, _ = _ask(_MAKE_FOLDER, _text(path), str(mode & 0o7777))
    if error:
        raise OSError(error, _strerror(error), path)


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


def getppid():
    return int(_do(_PARENT))


def getgid():
    return lstat("/proc/self").st_gid


getegid = getgid


def umask(mask):
    return 0o22


def urandom(size):
    import _random
    return _random.urandom(size)


def cpu_count():
    return 1


def isatty(fd):
    return _ask(_TERMINAL, str(fd), "")[0] == 0


# --- open files


def _of(question, fd, b=""):
    if not isinstance(fd, int):
        raise TypeError(f"'{type(fd).__name__}' object cannot be interpreted as an integer")
    error, answer = _ask(question, str(int(fd)), b)
    if error:
        raise OSError(error, _strerror(error))
    return answer


def _open(path, flags, mode=511, *, dir_fd=None):
    error, answer = _ask(_OPEN, _text(path), f"{flags} {mode & ~umask(0)}")
    if error:
        raise OSError(error, _strerror(error), path)
    return int(answer)


def close(fd):
    _of(_CLOSE, fd)


def read(fd, length, /):
    if length < 0:
        raise OSError(22, _strerror(22))
    error, data = _ask_bytes(_READ, str(fd), str(length))
    if error:
        raise OSError(error, _strerror(error))
    return data


def write(fd, data, /):
    if fd == 1 or fd == 2:
        import sys
        sys._flush()  # what was printed comes first
    return int(_of(_WRITE, fd, data if isinstance(data, bytes) else bytes(memoryview(data))))


def lseek(fd, position, whence, /):
    return int(_of(_SEEK, fd, f"{position} {whence}"))


def ftruncate(fd, length, /):
    _of(_TRUNCATE, fd, str(length))


def truncate(path, length):
    if isinstance(path, int):
        return ftruncate(path, length)
    fd = _open(path, O_WRONLY)
    try:
        ftruncate(fd, length)
    finally:
        close(fd)


def fstat(fd):
    return _result(_of(_FILE_STATUS, fd))


def fsync(fd):
    _of(_SYNC, fd)


fdatasync = fsync


def dup(fd, /):
    return int(_of(_DUPLICATE, fd))


def dup2(fd, fd2, inheritable=True):
    return int(_of(_DUPLICATE, fd, str(fd2)))


def pipe():
    return tuple([int(n) for n in _do(_PIPE).split()])


def set_inheritable(fd, inheritable, /):
    pass


def get_inheritable(fd, /):
    return False


def set_blocking(fd, blocking, /):
    pass


def get_blocking(fd, /):
    return True


def chmod(path, mode, *, dir_fd=None, follow_symlinks=True):
    _do(_CHANGE_MODE, path, str(mode))


def utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True):
    if times is not None and ns is not None:
        raise ValueError("utime: you may specify either 'times' or 'ns' but not both")
    if ns is None:
        import time
        ns = (time.time_ns(),) * 2 if times is None else [int(t * 1000000000) for t in times]
    error = _ask(_SET_TIMES, _text(path), f"{ns[0]} {ns[1]}")[0]
    if error:
        raise OSError(error, _strerror(error), path)


def link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True):
    _do(_LINK, src, dst)


def symlink(src, dst, target_is_directory=False, *, dir_fd=None):
    _do(_SYMBOLIC_LINK, src, dst)


# --- processes


def kill(pid, signal, /):
    error = _ask(_SIGNAL, str(pid), str(int(signal)))[0]
    if error:
        raise OSError(error, _strerror(error))


def waitpid(pid, options, /):
    return tuple([int(n) for n in _of(_WAIT, pid, str(options)).split()])


def wait():
    return waitpid(-1, 0)


def WIFSTOPPED(status):
    return status & 0xff == 0x7f


def WSTOPSIG(status):
    return status >> 8 & 0xff


def WIFSIGNALED(status):
    return (status & 0x7f) + 1 & 0xff > 1 and status & 0x7f != 0x7f


def WTERMSIG(status):
    return status & 0x7f


def WIFEXITED(status):
    return status & 0x7f == 0


def WEXITSTATUS(status):
    return status >> 8 & 0xff


def WCOREDUMP(status):
    return bool(status & 0x80)


def waitstatus_to_exitcode(status):
    if WIFEXITED(status):
        return WEXITSTATUS(status)
    if WIFSIGNALED(status):
        return -WTERMSIG(status)
    if WIFSTOPPED(status):
        raise ValueError(f"process stopped by delivery of signal {WSTOPSIG(status)}")
    raise ValueError(f"invalid wait status: {status}")


# Starts a program; native/host/posix_process.cpp says what is passed.
def _start_process(arguments, programs, standard, errors, close_others, new_session, folder,
                   environment, keep):
    variables = [] if environment is None else environment
    rows = [f"{standard[0]} {standard[1]} {standard[2]} {errors} {close_others:d} {new_session:d}",
            folder, str(len(programs)), *programs,
            str(-1 if environment is None else len(variables)), *variables,
            " ".join([str(fd) for fd in keep])]

    def joined(row):
        return b"".join([(x if isinstance(x, bytes) else x.encode("utf-8", "surrogateescape"))
                         + b"\0" for x in row])
    error, answer = _ask(_START, joined(arguments), joined(rows))
    if error:
        raise OSError(error, _strerror(error))
    return int(answer)


def system(command):
    import sys
    sys._flush()
    pid = _start_process(["sh", "-c", command], ["/bin/sh"], (-1, -1, -1), -1, False, False, "",
                         None, ())
    return waitpid(pid, 0)[1]


# (descriptor, events) of those that are ready, as poll(2) says.
def _wait_files(wanted, milliseconds):
    text = " ".join([f"{fd} {events}" for fd, events in wanted])
    error, answer = _ask(_WAIT_FILES, text, str(milliseconds))
    if error:
        raise OSError(error, _strerror(error))
    row = [int(n) for n in answer.split()]
    return list(zip(row[::2], row[1::2]))


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


def _unsupported(name):
    def function(*args, **kwargs):
        raise NotImplementedError(f"os.{name} is not supported by Hothouse")
    function.__name__ = name
    return function


for _name in ("chown", "execv", "execve", "getlogin", "times", "nice", "sched_yield", "mkfifo",
              "statvfs", "scandir_fd"):
    globals()[_name] = _unsupported(_name)


def _exit(status):
    raise SystemExit(status)


def abort():
    raise SystemExit(134)


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
