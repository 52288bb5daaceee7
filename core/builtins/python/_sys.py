# What sys has beyond its C++ table: streams, version_info and the like, made on first use.


# A standard stream of which a program asks what most do. For anything else, and when io is there,
# complete() makes a file of it (_io_standard.py).
class TextIOWrapper:
    __module__ = "_io"
    encoding = "utf-8"
    newlines = None
    closed = False
    write_through = False

    def __init__(self, fd, name, mode):
        self._fd = fd
        self.name = name
        self.mode = mode

    @property
    def errors(self):
        return "backslashreplace" if self._fd == 2 else _stream_errors()

    @property
    def line_buffering(self):
        return self._fd == 2 or self.isatty()

    def complete(self):
        import _io_standard
        _io_standard.complete(self)
        return self

    def __getattr__(self, name):
        if name[:2] == "__":
            raise AttributeError(f"'_io.TextIOWrapper' object has no attribute '{name}'")
        return getattr(self.complete(), name)

    def write(self, text, /):
        if self._fd == 0:
            return self.complete().write(text)
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        n = _write(self._fd, text)
        if n is None:  # what UTF-8 has no bytes for
            _write(self._fd, text.encode("utf-8", self.errors))
            n = len(text)
        return n

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)

    def flush(self, /):
        _flush()

    def close(self, /):
        self.complete().close()

    def fileno(self, /):
        return self._fd

    def isatty(self, /):
        import posix
        return posix.isatty(self._fd)

    def readable(self, /):
        return self._fd == 0

    def writable(self, /):
        return self._fd != 0

    def readline(self, size=-1, /):
        if size != -1 or self._fd != 0:
            return self.complete().readline(size)
        return _decoded_line()

    def readlines(self, hint=-1, /):
        return self.complete().readlines(hint)

    def read(self, size=-1, /):
        return self.complete().read(size)

    def __iter__(self):
        return self

    def __next__(self):
        if self._fd != 0:
            return next(self.complete())
        line = _decoded_line()
        if line == "":
            raise StopIteration
        return line

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def __repr__(self):
        return f"<_io.TextIOWrapper name='{self.name}' mode='{self.mode}' encoding='utf-8'>"


# What stdin and stdout do with bytes that are not UTF-8: the C locale lets them through.
def _stream_errors():
    import posix
    names = posix.environ
    locale = names.get(b"LC_ALL") or names.get(b"LC_CTYPE") or names.get(b"LANG") or b"C"
    return "surrogateescape" if locale in (b"C", b"POSIX", b"C.UTF-8", b"C.utf8") else "strict"


def _decoded_line():
    line = _read_line()
    return line if isinstance(line, str) else line.decode("utf-8", _stream_errors())


# When io is imported, the streams that there are become files.
def _complete_streams():
    for name in ("stdin", "stdout", "stderr"):
        stream = _made.get(name)
        if type(stream) is TextIOWrapper:
            stream.complete()


def _make_stream(fd, name, mode):
    stream = TextIOWrapper(fd, f"<{name}>", mode)
    _made[name] = _made[f"__{name}__"] = stream
    if fd == 1:
        _set_stdout(stream)
    elif fd == 0:
        _set_stdin(stream)
    from sys import modules
    if "io" in modules:
        stream.complete()
    return stream


# A tuple with names, as sys.version_info and its kin are.
def _record(kind, module="sys", /, **fields):
    import _structseq
    made = _structseq.make(module, kind, tuple(fields))
    record = made(tuple(fields.values()))

    def __new__(cls, *args, **keywords):
        raise TypeError(f"cannot create '{module}.{kind}' instances")
    made.__new__ = __new__
    return record


from sys import _flush, _read_line, _write

_made = {}


# Of the thread that asks: the others' are not to be seen from here.
def _current_frames():
    from _thread import get_ident
    from _frames import getframe
    return {get_ident(): getframe()}


def _set_switch_interval(interval, /):
    from _threads import set_switch_interval
    if isinstance(interval, str) or not hasattr(interval, "__float__"):
        raise TypeError(f"must be real number, not {type(interval).__name__}")
    if interval <= 0:
        raise ValueError("switch interval must be strictly positive")
    set_switch_interval(float(interval))


# Set when the program has ended and its objects are finalized.
_finalizing = []


def _is_finalizing():
    return bool(_finalizing)


def _displayhook(value):
    if value is not None:
        import builtins
        builtins._ = None
        print(repr(value))
        builtins._ = value


class UnraisableHookArgs:
    # What sys.unraisablehook is told of an exception that cannot go anywhere.
    def __init__(self, exc_type, exc_value, exc_traceback, err_msg, object):
        self.exc_type = exc_type
        self.exc_value = exc_value
        self.exc_traceback = exc_traceback
        self.err_msg = err_msg
        self.object = object


# What breakpoint() calls: the function that PYTHONBREAKPOINT names, the debugger's by default.
def _breakpointhook(*args, **kws):
    import os
    name = os.environ.get("PYTHONBREAKPOINT") or "pdb.set_trace"
    if name == "0":
        return None
    module, _, function = name.rpartition(".")
    try:
        if not function:
            raise AttributeError(name)
        hook = getattr(__import__(module or "builtins", fromlist=[function]), function)
    except (ImportError, AttributeError, ValueError):
        import _warnings
        _warnings.warn(f'Ignoring unimportable $PYTHONBREAKPOINT: "{name}"', RuntimeWarning,
                      stacklevel=2)
        return None
    return hook(*args, **kws)


def _unraisablehook(args):
    import sys
    if args.err_msg is None:
        text = "Exception ignored in"
    else:
        text = args.err_msg
    if args.object is not None:
        text += f": {args.object!r}"
    elif args.err_msg is None:
        text = ""
    else:
        text += ":"
    if text:
        text += "\n"
    sys.stderr.write(text + _traceback_only(args.exc_traceback))
    kind = args.exc_type
    if kind is None:
        return
    name = kind.__qualname__
    if kind.__module__ not in ("builtins", "__main__"):
        name = f"{kind.__module__}.{name}"
    if args.exc_value is not None:  # a colon stands there even if nothing follows
        try:
            name += f": {args.exc_value}"
        except Exception:
            name += ": <exception str() failed>"
    sys.stderr.write(name + "\n")


def _traceback_only(traceback):
    if traceback is None:
        return ""
    shown = BaseException()
    shown.__traceback__ = traceback
    return _traceback_text(shown, True).removesuffix("BaseException\n")


def _report_unraisable(object, exception, message):
    import sys
    args = UnraisableHookArgs(type(exception), exception, exception.__traceback__, message, object)
    try:
        sys.unraisablehook(args)
    except BaseException as e:
        _unraisablehook(UnraisableHookArgs(type(e), e, e.__traceback__,
                                           "Exception ignored in sys.unraisablehook",
                                           sys.unraisablehook))


def _excepthook(kind, value, traceback):
    import sys
    if not isinstance(value, BaseException):
        sys.stderr.write("TypeError: print_exception(): Exception expected for value, "
                         f"{type(value).__name__} found\n")
        return
    value.__traceback__ = traceback
    sys.stderr.write(_traceback_text(value, True))


# The attribute `name` of sys, or AttributeError.
def attribute(name):
    if name in _made:
        return _made[name]
    if name == "stdout" or name == "__stdout__":
        v = _make_stream(1, "stdout", "w")
    elif name == "stderr" or name == "__stderr__":
        v = _make_stream(2, "stderr", "w")
    elif name == "stdin" or name == "__stdin__":
        v = _make_stream(0, "stdin", "r")
    elif name == "version_info":
        v = _record("version_info", major=3, minor=11, micro=2, releaselevel="final", serial=0)
    elif name == "float_info":
        v = _record("float_info", max=1.7976931348623157e+308, max_exp=1024, max_10_exp=308,
                    min=2.2250738585072014e-308, min_exp=-1021, min_10_exp=-307, dig=15,
                    mant_dig=53, epsilon=2.220446049250313e-16, radix=2, rounds=1)
    elif name == "int_info":
        v = _record("int_info", bits_per_digit=30, sizeof_digit=4,
                    default_max_str_digits=4300, str_digits_check_threshold=640)
    elif name == "hash_info":
        v = _record("hash_info", width=64, modulus=2305843009213693951, inf=314159, nan=0,
                    imag=1000003, algorithm="siphash13", hash_bits=64, seed_bits=128, cutoff=0)
    elif name == "implementation":
        from _types import SimpleNamespace
        v = SimpleNamespace(name="hothouse", cache_tag="hothouse",
                            version=attribute("version_info"), hexversion=0x030b02f0,
                            _multiarch="x86_64-linux-gnu")
    elif name == "flags":
        v = _record("flags", debug=0, inspect=0, interactive=0, optimize=0,
                    dont_write_bytecode=0, no_user_site=0, no_site=0, ignore_environment=0,
                    verbose=0, bytes_warning=0, quiet=0, hash_randomization=1, isolated=0,
                    dev_mode=False, utf8_mode=0, warn_default_encoding=0, safe_path=False,
                    int_max_str_digits=4300)
    elif name == "builtin_module_names":
        v = ("_thread", "atexit", "builtins", "errno", "gc", "itertools", "math", "posix", "sys",
             "time")
    elif name == "stdlib_module_names":
        v = frozenset("""
__future__ _abc _aix_support _ast _asyncio _bisect _blake2 _bootsubprocess _bz2 _codecs
_codecs_cn _codecs_hk _codecs_iso2022 _codecs_jp _codecs_kr _codecs_tw _collections
_collections_abc _compat_pickle _compression _contextvars _crypt _csv _ctypes _curses
_curses_panel _datetime _dbm _decimal _elementtree _frozen_importlib
_frozen_importlib_external _functools _gdbm _hashlib _heapq _imp _io _json _locale _lsprof
_lzma _markupbase _md5 _msi _multibytecodec _multiprocessing _opcode _operator _osx_support
_overlapped _pickle _posixshmem _posixsubprocess _py_abc _pydecimal _pyio _queue _random
_scproxy _sha1 _sha256 _sha3 _sha512 _signal _sitebuiltins _socket _sqlite3 _sre _ssl _stat
_statistics _string _strptime _struct _symtable _thread _threading_local _tkinter _tokenize
_tracemalloc _typing _uuid _warnings _weakref _weakrefset _winapi _zoneinfo abc aifc
antigravity argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii
bisect builtins bz2 cProfile calendar cgi cgitb chunk cmath cmd code codecs codeop
collections colorsys compileall concurrent configparser contextlib contextvars copy copyreg
crypt csv ctypes curses dataclasses datetime dbm decimal difflib dis distutils doctest email
encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib
functools gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac
html http idlelib imaplib imghdr imp importlib inspect io ipaddress itertools json keyword
lib2to3 linecache locale logging lzma mailbox mailcap marshal math mimetypes mmap
modulefinder msilib msvcrt multiprocessing netrc nis nntplib nt ntpath nturl2path numbers
opcode operator optparse os ossaudiodev pathlib pdb pickle pickletools pipes pkgutil
platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr
pydoc pydoc_data pyexpat queue quopri random re readline reprlib resource rlcompleter runpy
sched secrets select selectors shelve shlex shutil signal site smtpd smtplib sndhdr socket
socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string
stringprep struct subprocess sunau symtable sys sysconfig syslog tabnanny tarfile telnetlib
tempfile termios textwrap this threading time timeit tkinter token tokenize tomllib trace
traceback tracemalloc tty turtle turtledemo types typing unicodedata unittest urllib uu uuid
venv warnings wave weakref webbrowser winreg winsound wsgiref xdrlib xml xmlrpc zipapp
zipfile zipimport zlib zoneinfo
""".split())
    elif name in ("settrace", "gettrace", "setprofile", "getprofile", "call_tracing"):
        import _frames
        v = getattr(_frames, name)
    elif name == "_getframe":
        from _frames import getframe as v
    elif name == "_current_frames":
        v = _current_frames
    elif name == "is_finalizing":
        v = _is_finalizing
    elif name in ("get_coroutine_origin_tracking_depth", "set_coroutine_origin_tracking_depth",
                  "get_asyncgen_hooks", "set_asyncgen_hooks"):
        import _awaitables
        v = getattr(_awaitables, name)
    elif name == "getswitchinterval":
        from _threads import switch_interval as v
    elif name == "setswitchinterval":
        v = _set_switch_interval
    elif name == "displayhook" or name == "__displayhook__":
        v = _displayhook
    elif name == "pycache_prefix":
        v = None
    elif name == "float_repr_style":
        v = "short"
    elif name == "meta_path":
        from importlib.machinery import BuiltinImporter, FrozenImporter, PathFinder
        v = _meta_path()
        v.extend([BuiltinImporter, FrozenImporter, PathFinder])
    elif name == "__spec__" or name == "__loader__":
        import sys
        return _module_specification(sys, name)
    elif name == "path_hooks":
        from importlib.machinery import _path_hook
        from zipimport import zipimporter
        v = [zipimporter, _path_hook]
    elif name == "path_importer_cache":
        v = {}
    elif name == "abiflags" or name == "_framework":
        v = ""
    elif name == "_git":
        v = ("CPython", "", "")
    elif name == "exec_prefix" or name == "base_exec_prefix":
        v = ""
    elif name == "platlibdir":
        v = "lib"
    elif name == "api_version":
        v = 1013
    elif name == "thread_info":
        v = _record("thread_info", name="pthread", lock="semaphore", version="NPTL 2.36")
    elif name == "orig_argv":
        import sys
        v = ["hothouse"] + sys.argv
    elif name == "getfilesystemencodeerrors":
        v = lambda: "surrogateescape"
    elif name == "unraisablehook" or name == "__unraisablehook__":
        v = _unraisablehook
    elif name == "breakpointhook" or name == "__breakpointhook__":
        v = _breakpointhook
    elif name == "audit":
        v = lambda *args: None
    elif name == "excepthook" or name == "__excepthook__":
        v = _excepthook
    else:
        raise AttributeError(f"module 'sys' has no attribute '{name}'")
    _made[name] = v
    return v
