# The system calls that CPython's os module is made of. Those that programs use often go through the
# host (core/host.h); the others are in _posix_libc.py and _posix_process.py, over the C library.
import _signals
from _binary import ask_host as _ask, ask_host_bytes as _ask_bytes
from time import monotonic as _monotonic
from _posix_names import (confstr_names, constants as _constants, error_text as _strerror,
                          pathconf_names, sysconf_names)

(_WORKING_FOLDER, _ENVIRONMENT, _LIST_FOLDER, _STATUS, _LINK_STATUS, _READ_LINK, _MAKE_FOLDER,
 _REMOVE_FOLDER, _REMOVE_FILE, _RENAME, _CHANGE_FOLDER, _PROCESS_ID, _OPEN, _CLOSE, _READ, _WRITE,
 _SEEK, _TRUNCATE, _FILE_STATUS, _SYNC, _TERMINAL, _DUPLICATE, _PIPE, _WAIT_FILES, _CHANGE_MODE,
 _SET_TIMES, _LINK, _SYMBOLIC_LINK, _SET_VARIABLE, _DROP_VARIABLE, _PARENT, _START, _WAIT,
 _SIGNAL) = range(34)

globals().update(_constants)
_have_functions = ["HAVE_FCHDIR", "HAVE_FCHMOD", "HAVE_FCHOWN", "HAVE_FDOPENDIR", "HAVE_FEXECVE",
                   "HAVE_FPATHCONF", "HAVE_FSTATVFS", "HAVE_FTRUNCATE", "HAVE_FUTIMENS",
                   "HAVE_LCHOWN", "HAVE_LSTAT", "HAVE_LUTIMES"]
error = OSError


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    f = getattr(type(path), "__fspath__", None)
    if f is None:
        raise TypeError("expected str, bytes or os.PathLike object, not " + type(path).__name__)
    found = f(path)
    if not isinstance(found, (str, bytes)):
        raise TypeError(f"expected {type(path).__name__}.__fspath__() to return str or bytes, "
                        f"not {type(found).__name__}")
    return found


def _text(path):
    path = fspath(path)
    if isinstance(path, bytes):
        path = path.decode("utf-8", "surrogateescape")
    if "\0" in path:
        raise ValueError("embedded null byte")
    return path


# The path as it is seen from the folder that is open as dir_fd.
def _beside(path, dir_fd):
    if dir_fd is None:
        return path
    if not isinstance(dir_fd, int):
        raise TypeError(f"argument should be integer or None, not {type(dir_fd).__name__}")
    if isinstance(path, int):
        raise ValueError("can't specify dir_fd without matching path")
    shown = fspath(path)
    if shown[:1] in ("/", b"/"):
        return path
    folder = f"/proc/self/fd/{dir_fd}/"
    return (folder.encode() if isinstance(shown, bytes) else folder) + shown


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


def strerror(code, /):
    return _strerror(code)


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
    return getcwd().encode("utf-8", "surrogateescape")


def listdir(path=None):
    if path is None:
        path = "."
    elif isinstance(path, int):
        path = f"/proc/self/fd/{path}"
    names = _do(_LIST_FOLDER, path).split("\0")[:-1]
    if isinstance(path, bytes):
        return [n.encode("utf-8", "surrogateescape") for n in names]
    return names


class stat_result(tuple):
    __module__ = "os"
    n_fields, n_sequence_fields, n_unnamed_fields = 19, 10, 3

    def __new__(cls, sequence, dict=None):
        row = tuple(sequence)
        if not 10 <= len(row) <= 19:
            raise TypeError(f"os.stat_result() takes an at {'least 10' if len(row) < 10 else 'most 19'}"
                            f"-sequence ({len(row)}-sequence given)")
        self = tuple.__new__(cls, row[:10])
        hidden = self.__dict__
        for i, name in enumerate(("st_atime", "st_mtime", "st_ctime")):
            hidden[name] = row[7 + i]
        for i, name in enumerate(_HIDDEN):
            if len(row) > 10 + i:
                hidden[name] = row[10 + i]
            else:
                hidden.setdefault(name, None)
        if dict:
            hidden.update(dict)
        return self

    def __repr__(self):
        return f"os.stat_result({', '.join([f'{n}={v}' for n, v in zip(_SHOWN, self)])})"

    def __reduce__(self):
        return stat_result, (tuple(self), dict(self.__dict__))


_SHOWN = ("st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime",
          "st_mtime", "st_ctime")
_HIDDEN = ("st_atime", "st_mtime", "st_ctime", "st_atime_ns", "st_mtime_ns", "st_ctime_ns",
           "st_blksize", "st_blocks", "st_rdev")
stat_result.__match_args__ = _SHOWN[:7]
for _i in range(7):
    setattr(stat_result, _SHOWN[_i], property(lambda self, i=_i: self[i]))


_store = object.__setattr__


def _result(answer):
    row = [int(n) for n in answer.split()]
    accessed, modified, changed = row[7:10]
    made = tuple.__new__(stat_result, row[:7] + [accessed // 1000000000, modified // 1000000000,
                                                 changed // 1000000000])
    # By the way of any attribute: instances share the layout that a dict would part.
    _store(made, "st_atime", accessed / 1e9)
    _store(made, "st_mtime", modified / 1e9)
    _store(made, "st_ctime", changed / 1e9)
    _store(made, "st_atime_ns", accessed)
    _store(made, "st_mtime_ns", modified)
    _store(made, "st_ctime_ns", changed)
    _store(made, "st_blksize", row[10])
    _store(made, "st_blocks", row[11])
    _store(made, "st_rdev", row[12])
    return made


def stat(path, *, dir_fd=None, follow_symlinks=True):
    if isinstance(path, int):
        return fstat(path)
    path = _beside(path, dir_fd)
    if not follow_symlinks:
        return _result(_do(_LINK_STATUS, path))
    found = _path_status(path)
    if _watched_files():
        from _io import _settle
        if _settle(found):
            return _path_status(path)
    return found


def _path_status(path):
    return _result(_do(_STATUS, path))


def lstat(path, *, dir_fd=None):
    return _result(_do(_LINK_STATUS, _beside(path, dir_fd)))


def readlink(path, *, dir_fd=None):
    found = _do(_READ_LINK, _beside(path, dir_fd))
    return found.encode("utf-8", "surrogateescape") if isinstance(fspath(path), bytes) else found


def mkdir(path, mode=511, *, dir_fd=None):
    error, _ = _ask(_MAKE_FOLDER, _text(_beside(path, dir_fd)), str(mode & 0o7777))
    if error:
        raise OSError(error, _strerror(error), path)


def rmdir(path, *, dir_fd=None):
    _do(_REMOVE_FOLDER, _beside(path, dir_fd))


def unlink(path, *, dir_fd=None):
    _do(_REMOVE_FILE, _beside(path, dir_fd))


remove = unlink


def rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    _do(_RENAME, _beside(src, src_dir_fd), _beside(dst, dst_dir_fd))


replace = rename


def chdir(path):
    if isinstance(path, int):
        return fchdir(path)
    _do(_CHANGE_FOLDER, path)


class DirEntry:
    __module__ = "posix"

    def __init__(self, *args):
        raise TypeError("cannot create 'posix.DirEntry' instances")

    def stat(self, *, follow_symlinks=True):
        kept = self._states
        if follow_symlinks not in kept:
            kept[follow_symlinks] = (stat if follow_symlinks else lstat)(self._place)
        return kept[follow_symlinks]

    def inode(self):
        return self._inode

    def _mode(self, follow_symlinks):
        try:
            return self.stat(follow_symlinks=follow_symlinks).st_mode & 0o170000
        except FileNotFoundError:
            return 0

    def is_dir(self, *, follow_symlinks=True):
        return self._mode(follow_symlinks) == 0o040000

    def is_file(self, *, follow_symlinks=True):
        return self._mode(follow_symlinks) == 0o100000

    def is_symlink(self):
        return self._mode(False) == 0o120000

    def is_junction(self):
        return False

    def __fspath__(self):
        return self.path

    def __reduce__(self):
        raise TypeError("cannot pickle 'posix.DirEntry' object")

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"


# The entries of a folder. What kind each is is asked at once, as a folder knows it.
class ScandirIterator:
    __module__ = "posix"

    def __init__(self, path):
        names = listdir(path)
        if isinstance(path, int):
            self._front, self._place = "", f"/proc/self/fd/{path}/"
        else:
            front = fspath(path)
            slash = b"/" if isinstance(front, bytes) else "/"
            self._front = self._place = front if front.endswith(slash) else front + slash
        self._names = iter(names)
        self._open = True

    def __iter__(self):
        return self

    def __next__(self):
        while True:
            name = next(self._names, None)
            if name is None:
                self._open = False
                raise StopIteration
            made = object.__new__(DirEntry)
            made.name, made.path, made._place = name, self._front + name, self._place + name
            made._states = {}
            try:
                state = lstat(made._place)
            except OSError:
                continue  # it is gone already
            made._states[False], made._inode = state, state.st_ino
            if state.st_mode & 0o170000 != 0o120000:
                made._states[True] = state
            return made

    def close(self):
        self._names = iter(())
        self._open = False

    def __del__(self):
        if self.__dict__.get("_open"):
            import _warnings
            _warnings.warn(f"unclosed scandir iterator {self!r}", ResourceWarning, source=self)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def scandir(path=None):
    return ScandirIterator("." if path is None else path)


def getpid():
    return int(_do(_PROCESS_ID))


def getppid():
    return int(_do(_PARENT))


def urandom(size):
    import _random
    return _random.urandom(size)


def cpu_count():
    try:
        return sysconf("SC_NPROCESSORS_ONLN")
    except ImportError:
        return None


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
    error, answer = _ask(_OPEN, _text(_beside(path, dir_fd)), f"{flags} {mode}")
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


# Of an open file: the numbers of _result(), as text.
def _status_row(fd):
    return _of(_FILE_STATUS, fd).split()


def fsync(fd):
    _of(_SYNC, fd)


fdatasync = fsync


def dup(fd, /):
    return int(_of(_DUPLICATE, fd))


def dup2(fd, fd2, inheritable=True):
    fd2 = int(_of(_DUPLICATE, fd, str(fd2)))
    if not inheritable:
        set_inheritable(fd2, False)
    return fd2


def pipe():
    return tuple([int(n) for n in _do(_PIPE).split()])


def chmod(path, mode, *, dir_fd=None, follow_symlinks=True):
    if isinstance(path, int):
        return fchmod(path, mode)
    error = _ask(_CHANGE_MODE, _text(_beside(path, dir_fd)), str(mode))[0]
    if error:
        raise OSError(error, _strerror(error), path)


def utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True):
    if times is not None and ns is not None:
        raise ValueError("utime: you may specify either 'times' or 'ns' but not both")
    given, name = (times, "times") if ns is None else (ns, "ns")
    if given is not None and (not isinstance(given, tuple) or len(given) != 2):
        raise TypeError(f"utime: '{name}' must be " + (
            "a tuple of two ints" if name == "ns" else "either a tuple of two ints or None"))
    if ns is None:
        import time
        ns = (time.time_ns(),) * 2 if times is None else [
            t * 1000000000 if isinstance(t, int) else int(t * 1e9 // 1) for t in times]
    place = f"/proc/self/fd/{path}" if isinstance(path, int) else _beside(path, dir_fd)
    if not follow_symlinks and lstat(place).st_mode & 0o170000 == 0o120000:
        return _set_link_times(place, ns)
    error = _ask(_SET_TIMES, _text(place), f"{ns[0]} {ns[1]}")[0]
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
    _signals.handle()


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
                   environment, keep, restore_signals=False):
    if _watched_files():
        from _io import _settle_all
        _settle_all()
    variables = [] if environment is None else environment
    rows = [f"{standard[0]} {standard[1]} {standard[2]} {errors} {close_others:d} {new_session:d} "
            f"{restore_signals:d}",
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
    begun = _monotonic()
    error, answer = _ask(_WAIT_FILES, text, str(milliseconds))
    while error == 4:  # EINTR: a signal's handler has run
        left = milliseconds
        if milliseconds > 0:
            left = max(0, milliseconds - int((_monotonic() - begun) * 1000))
        error, answer = _ask(_WAIT_FILES, text, str(left))
    if error:
        raise OSError(error, _strerror(error))
    row = [int(n) for n in answer.split()]
    return list(zip(row[::2], row[1::2]))


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


# A function of another module, which is loaded when the function is first called.
def _elsewhere(module, name):
    def function(*args, **kwargs):
        return getattr(__import__(module), name)(*args, **kwargs)
    function.__name__ = function.__qualname__ = name
    return function


_fork_hooks = [], [], []  # before, and after it in the parent and in the child


def register_at_fork(*, before=None, after_in_child=None, after_in_parent=None):
    hooks = before, after_in_parent, after_in_child
    if before is after_in_child is after_in_parent is None:
        raise TypeError("At least one argument is required.")
    for hook in hooks:
        if hook is not None and not callable(hook):
            raise TypeError("'before' must be callable, not " + type(hook).__name__)
    for hook, row in zip(hooks, _fork_hooks):
        if hook is not None:
            row.append(hook)


_calls_c = _has_builtin_module("_ctypes")  # not in a browser
for _module, _names in (("_posix_libc", """
        getpgid getpgrp getsid getuid geteuid getgid getegid umask tcgetpgrp tcsetpgrp setpgid setuid
        setgid seteuid setegid setreuid setregid setresuid setresgid setsid sched_yield killpg
        fchdir fchown sched_get_priority_max sched_get_priority_min sched_getscheduler
        posix_fallocate posix_fadvise login_tty setpgrp sync chown lchown fchmod chroot mkfifo mknod
        access statvfs fstatvfs getxattr setxattr removexattr listxattr pread pwrite readv writev
        preadv pwritev sendfile copy_file_range splice lockf pipe2 set_inheritable get_inheritable
        set_blocking get_blocking closerange eventfd eventfd_read eventfd_write memfd_create
        getrandom _set_link_times get_terminal_size openpty ttyname ctermid device_encoding"""),
                        ("_posix_process", """
        fork forkpty _exit abort execv execve posix_spawn posix_spawnp pidfd_open
        wait3 wait4 waitid times getlogin getgroups setgroups initgroups getgrouplist getresuid
        getresgid nice getpriority setpriority sched_getparam sched_setparam sched_setscheduler
        sched_rr_get_interval sched_getaffinity sched_setaffinity getloadavg sysconf confstr
        pathconf fpathconf""")):
    for _name in _names.split() if _calls_c else ():
        globals()[_name] = _elsewhere(_module, _name)


def major(device, /):
    return device >> 8 & 0xfff | device >> 32 & ~0xfff


def minor(device, /):
    return device & 0xff | device >> 12 & ~0xff


def makedev(major, minor, /):
    return (major & 0xfff) << 8 | (major & ~0xfff) << 32 | minor & 0xff | (minor & ~0xff) << 12


class terminal_size(tuple):
    __module__ = "os"
    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])

    def __repr__(self):
        return f"os.terminal_size(columns={self[0]}, lines={self[1]})"


# Under its own name only at the end: the functions above open files.
globals()["open"] = _open
