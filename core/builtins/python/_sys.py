# What sys has beyond its C++ table: streams, version_info and the like, made on first use.


class TextIOWrapper:
    encoding = "utf-8"
    errors = "strict"
    newlines = None
    closed = False
    line_buffering = True

    def __init__(self, fd, name, mode):
        self._fd = fd
        self.name = name
        self.mode = mode

    def write(self, text):
        return _write(self._fd, text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        _flush()

    def close(self):
        _flush()

    def fileno(self):
        return self._fd

    def isatty(self):
        return False

    def readable(self):
        return self._fd == 0

    def writable(self):
        return self._fd != 0

    def seekable(self):
        return False

    def readline(self, size=-1):
        line = _read_line()
        return line

    def readlines(self, hint=-1):
        lines = []
        while True:
            line = _read_line()
            if line == "":
                return lines
            lines.append(line)

    def read(self, size=-1):
        return "".join(self.readlines())

    def __iter__(self):
        return self

    def __next__(self):
        line = _read_line()
        if line == "":
            raise StopIteration
        return line

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return None

    def __repr__(self):
        return f"<_io.TextIOWrapper name='{self.name}' mode='{self.mode}' encoding='utf-8'>"


class _Record:
    # A tuple with names, as sys.version_info and its kin are.
    def __init__(self, name, **fields):
        self.__dict__ = fields
        self._name = name
        self._fields = list(fields)

    def _row(self):
        return tuple([getattr(self, f) for f in self._fields])

    def __getitem__(self, index):
        return self._row()[index]

    def __iter__(self):
        return iter(self._row())

    def __len__(self):
        return len(self._fields)

    def __eq__(self, other):
        return self._row() == (other._row() if isinstance(other, _Record) else other)

    def __lt__(self, other):
        return self._row() < (other._row() if isinstance(other, _Record) else other)

    def __le__(self, other):
        return self._row() <= (other._row() if isinstance(other, _Record) else other)

    def __gt__(self, other):
        return self._row() > (other._row() if isinstance(other, _Record) else other)

    def __ge__(self, other):
        return self._row() >= (other._row() if isinstance(other, _Record) else other)

    def __hash__(self):
        return hash(self._row())

    def __repr__(self):
        return f"{self._name}({', '.join([f'{f}={getattr(self, f)!r}' for f in self._fields])})"


class _Namespace:
    def __init__(self, **fields):
        self.__dict__ = fields


from sys import _flush, _read_line, _write

_made = {}


# The attribute `name` of sys, or AttributeError.
def attribute(name):
    if name in _made:
        return _made[name]
    if name == "stdout" or name == "__stdout__":
        v = TextIOWrapper(1, "<stdout>", "w")
        _set_stdout(v)
        _made["stdout"] = _made["__stdout__"] = v
    elif name == "stderr" or name == "__stderr__":
        v = TextIOWrapper(2, "<stderr>", "w")
        _made["stderr"] = _made["__stderr__"] = v
    elif name == "stdin" or name == "__stdin__":
        v = TextIOWrapper(0, "<stdin>", "r")
        _made["stdin"] = _made["__stdin__"] = v
    elif name == "version_info":
        v = _Record("sys.version_info", major=3, minor=11, micro=2, releaselevel="final", serial=0)
    elif name == "float_info":
        v = _Record("sys.float_info", max=1.7976931348623157e+308, max_exp=1024, max_10_exp=308,
                    min=2.2250738585072014e-308, min_exp=-1021, min_10_exp=-307, dig=15,
                    mant_dig=53, epsilon=2.220446049250313e-16, radix=2, rounds=1)
    elif name == "int_info":
        v = _Record("sys.int_info", bits_per_digit=30, sizeof_digit=4,
                    default_max_str_digits=4300, str_digits_check_threshold=640)
    elif name == "hash_info":
        v = _Record("sys.hash_info", width=64, modulus=2305843009213693951, inf=314159, nan=0,
                    imag=1000003, algorithm="siphash13", hash_bits=64, seed_bits=128, cutoff=0)
    elif name == "implementation":
        v = _Namespace(name="hothouse", cache_tag=None, version=attribute("version_info"),
                       hexversion=0x030b02f0)
    elif name == "flags":
        v = _Record("sys.flags", debug=0, inspect=0, interactive=0, optimize=0,
                    dont_write_bytecode=0, no_user_site=0, no_site=0, ignore_environment=0,
                    verbose=0, bytes_warning=0, quiet=0, hash_randomization=1, isolated=0,
                    dev_mode=False, utf8_mode=0, warn_default_encoding=0, safe_path=False,
                    int_max_str_digits=4300)
    elif name == "builtin_module_names":
        v = ("builtins", "itertools", "math", "sys", "time")
    elif name == "stdlib_module_names":
        v = frozenset()
    elif name == "warnoptions":
        v = []
    elif name == "excepthook" or name == "__excepthook__":
        v = lambda kind, value, traceback: None
    else:
        raise AttributeError(f"module 'sys' has no attribute '{name}'", name=name)
    _made[name] = v
    return v
