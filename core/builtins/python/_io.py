# The bases of all files, files by their descriptors, and bytes in memory. Neighbours:
# _io_buffered.py, io.py (text).
# Invariant: a buffer that holds what its file did not get is watched, so that it is flushed when a
# collection finds that nobody refers to it, and at the end of the program. In CPython that happens
# as the last reference goes; so where the program looks at a file which such a buffer is for, a
# collection finds out whether anybody refers to that.
import abc
import posix
import sys

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192
_CHUNK = 1 << 16


class UnsupportedOperation(OSError, ValueError):
    __module__ = "io"


def _writers():
    return [file for file in _watched_files() if type(file) is not FileIO]


def _flush_all():
    for writer in _writers():
        if not writer.closed and not _is_owned(writer):
            writer.flush()


# Is another thread at it? At the end of the program it will not go on.
def _is_owned(file):
    return getattr(getattr(file, "_buffer", file), "_owner", 0) != 0


# What those whom nobody refers to have written for the file of that status gets there: is it to be
# asked for again? A collection tells them from the others as long as that is cheap. After that none
# is taken to be referred to before the file is opened.
def _settle(status, opens=False):
    if not _is_written(status):
        return False
    if _collection_pays():
        _collect_garbage()
        return True
    if opens:
        for writer in _writers():
            if _is_for(writer, status):
                writer.flush()
    return opens


# In a frame of its own: what looks for the dead is not to be what refers to them.
def _is_written(status):
    for writer in _writers():
        if _is_for(writer, status):
            return True
    return False


def _is_for(writer, status):
    try:
        there = posix.fstat(writer.fileno())
    except (OSError, ValueError):
        return False
    return there.st_ino == status.st_ino and there.st_dev == status.st_dev


def _settle_path(path):
    try:
        status = posix._path_status(path)
    except (OSError, ValueError):
        return
    _settle(status, True)


# The same before another program runs, which may read any of them.
def _settle_all():
    if _writers() and _collection_pays():
        _collect_garbage()


class IOBase(metaclass=abc.ABCMeta):
    __module__ = "io"
    _closed = False

    @property
    def closed(self):
        return self._closed

    def _checkClosed(self, message=None):
        if self.closed:
            raise ValueError(message or "I/O operation on closed file.")

    def _checkReadable(self):
        if not self.readable():
            raise UnsupportedOperation("File or stream is not readable.")

    def _checkWritable(self):
        if not self.writable():
            raise UnsupportedOperation("File or stream is not writable.")

    def _checkSeekable(self):
        if not self.seekable():
            raise UnsupportedOperation("File or stream is not seekable.")

    def seek(self, offset, whence=0, /):
        raise UnsupportedOperation("seek")

    def tell(self, /):
        return self.seek(0, 1)

    def truncate(self, size=None, /):
        raise UnsupportedOperation("truncate")

    def flush(self, /):
        self._checkClosed()

    def close(self, /):
        if not self._closed:
            try:
                self.flush()
            finally:
                self._closed = True

    def seekable(self, /):
        return False

    def readable(self, /):
        return False

    def writable(self, /):
        return False

    def fileno(self, /):
        raise UnsupportedOperation("fileno")

    def isatty(self, /):
        self._checkClosed()
        return False

    def __enter__(self):
        self._checkClosed()
        return self

    def __exit__(self, *args):
        self.close()

    def readline(self, size=-1, /):
        size = -1 if size is None else _index(size)
        peek = getattr(self, "peek", None)
        out = bytearray()
        while size < 0 or len(out) < size:
            n = 1
            if peek is not None:
                ahead = peek(1)
                if not isinstance(ahead, bytes):
                    raise OSError("peek() should have returned a bytes object, not "
                                  f"'{type(ahead).__name__}'")
                if ahead:
                    n = ahead.find(b"\n") + 1 or len(ahead)
                    if size >= 0:
                        n = min(n, size - len(out))
            b = self.read(n)
            if not isinstance(b, bytes):
                raise OSError("read() should have returned a bytes object, not "
                              f"'{type(b).__name__}'")
            if not b:
                break
            out += b
            if b[-1] == 10:
                break
        return bytes(out)

    def __iter__(self):
        self._checkClosed()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1, /):
        lines = []
        size = 0
        hint = -1 if hint is None else _index(hint)
        for line in self:
            lines.append(line)
            size += len(line)
            if 0 < hint < size:
                break
        return lines

    def writelines(self, lines, /):
        self._checkClosed()
        for line in lines:
            self.write(line)

    def __del__(self, /):
        try:
            closed = self.closed
        except BaseException:
            return  # it was never whole
        if not closed:
            self._finalizing = True
            if _shows_unclosed():
                _warn_unclosed(self)
            self.close()

    def __reduce_ex__(self, protocol):
        raise TypeError(f"cannot pickle '{_type_name(type(self))}' object")


# Has the program asked for ResourceWarnings? Then files are looked after as they die, for as long as
# that is cheap.
def _shows_unclosed():
    warnings = sys.modules.get("_warnings")
    return warnings is not None and warnings._are_changed()


def _raw_of(file):
    while not isinstance(file, FileIO):
        inner = getattr(file, "_buffer", None)
        file = getattr(file, "_raw", None) if inner is None else inner
        if file is None:
            return None
    return file


# For one that nobody refers to any more.
def _warn_unclosed(file):
    raw = _raw_of(file)
    if raw is None or raw._fd < 0 or not raw._closefd:
        return
    import _warnings
    try:
        _warnings.warn(f"unclosed file {file!r}", ResourceWarning, source=file)
    except Warning as e:
        from _sys import _report_unraisable
        _report_unraisable(raw, e, None)


# How messages name a class: this module's with its module.
def _type_name(cls):
    name = cls.__name__
    return f"_io.{name}" if cls.__module__ == "_io" else name


# A size, which may be None where it is not given.
def _index(n):
    return n if type(n) is int else _as_integer(n, "argument should be integer or None, not '{}'")


def _integer(n):
    return n if type(n) is int else _as_integer(
        n, "'{}' object cannot be interpreted as an integer")


def _as_integer(n, refusal):
    f = getattr(type(n), "__index__", None)
    if f is None:
        raise TypeError(refusal.format(type(n).__name__))
    return f(n)


# The bytes that a method is to fill.
def _bytes_view(buffer, name):
    try:
        view = memoryview(buffer)
    except TypeError:
        view = None
    if view is None or view.readonly:
        raise TypeError(f"{name}() argument must be read-write bytes-like object, "
                        f"not {type(buffer).__name__}")
    return view if view.format == "B" and view.ndim == 1 else view.cast("B")


class RawIOBase(IOBase):
    __module__ = "io"

    def read(self, size=-1, /):
        if size is None or size < 0:
            return self.readall()
        buffer = bytearray(_integer(size))
        n = self.readinto(buffer)
        return None if n is None else bytes(buffer[:_integer(n)])

    def readall(self, /):
        pieces = []
        while True:
            piece = self.read(DEFAULT_BUFFER_SIZE)
            if piece is not None and not isinstance(piece, bytes):
                raise TypeError("read() should return bytes")
            if not piece:
                return b"".join(pieces) if pieces or piece is not None else None
            pieces.append(piece)

    def readinto(self, buffer, /):
        raise UnsupportedOperation("readinto")

    def write(self, data, /):
        raise UnsupportedOperation("write")


class BufferedIOBase(IOBase):
    __module__ = "io"

    def detach(self, /):
        raise UnsupportedOperation("detach")

    def read(self, size=-1, /):
        raise UnsupportedOperation("read")

    def read1(self, size=-1, /):
        raise UnsupportedOperation("read1")

    def write(self, data, /):
        raise UnsupportedOperation("write")

    def readinto(self, buffer, /):
        return _fill_view(_bytes_view(buffer, "readinto"), self.read)

    def readinto1(self, buffer, /):
        return _fill_view(_bytes_view(buffer, "readinto1"), self.read1)


def _fill_view(view, read):
    data = read(len(view))
    if not isinstance(data, bytes):
        raise TypeError("read() should return bytes")
    if len(data) > len(view):
        raise ValueError(f"read() returned too much data: {len(view)} bytes requested, "
                         f"{len(data)} returned")
    view[:len(data)] = data
    return len(data)


# What FileIO's modes say: the kind, whether to read and to write, the flags of open(2).
_modes = {}


def _parse_mode(mode):
    kinds = [c for c in mode if c in "rwax"]
    if any([c not in "rwaxb+" for c in mode]):
        raise ValueError(f"invalid mode: {mode}")
    if len(kinds) != 1 or mode.count("+") > 1:
        raise ValueError("Must have exactly one of create/read/write/append mode and at most one "
                         "plus")
    kind = kinds[0]
    both = "+" in mode
    flags = posix.O_RDWR if both else posix.O_WRONLY if kind != "r" else posix.O_RDONLY
    flags |= {"r": 0, "w": posix.O_CREAT | posix.O_TRUNC, "x": posix.O_CREAT | posix.O_EXCL,
              "a": posix.O_CREAT | posix.O_APPEND}[kind]
    found = _modes[mode] = kind, kind == "r" or both, kind != "r" or both, flags
    return found


class FileIO(RawIOBase):
    __module__ = "_io"

    _fd = -1

    @property
    def closed(self):
        return self._fd < 0

    def _checkClosed(self, message=None):
        if self._fd < 0:
            raise ValueError(message or "I/O operation on closed file")

    def __init__(self, file, mode="r", closefd=True, opener=None):
        kind, self._readable, self._writable, flags = _modes.get(mode) or _parse_mode(mode)
        self._kind = kind
        self._seekable = None
        self.name = file
        self._closefd = closefd
        if isinstance(file, int):
            if file < 0:
                raise ValueError("negative file descriptor")
            self._fd = int(file)
        else:
            if not closefd:
                raise ValueError("Cannot use closefd=False with file name")
            if _watched_files():
                _settle_path(file)
            if opener is not None:
                self._fd = opener(file, flags | posix.O_CLOEXEC)
                if not isinstance(self._fd, int):
                    raise TypeError("expected integer from opener")
                if self._fd < 0:
                    raise ValueError(f"opener returned {self._fd}")
            else:
                self._fd = _open_number(file, flags)
        if closefd and type(self) is FileIO:
            _watch_file(self)
        status = posix._status_row(self._fd)
        if int(status[0]) & 0o170000 == 0o040000:
            if not isinstance(file, int):
                posix.close(self._fd)
            if closefd:
                _forget_file(self)
            self._fd = -1
            raise IsADirectoryError(21, "Is a directory", file)
        size = int(status[10])
        self._blksize = size if size > 1 else DEFAULT_BUFFER_SIZE
        if kind == "a":
            try:
                posix.lseek(self._fd, 0, 2)
            except OSError:
                pass  # a pipe has no end to go to

    @property
    def mode(self):
        plus = "+" if self._readable and self._writable else ""
        return {"r": "rb", "w": "rb" if plus else "wb", "a": "ab", "x": "xb"}[self._kind] + plus

    @property
    def closefd(self):
        return self._closefd

    def readable(self, /):
        self._checkClosed()
        return self._readable

    def writable(self, /):
        self._checkClosed()
        return self._writable

    def seekable(self, /):
        self._checkClosed()
        if self._seekable is None:
            try:
                posix.lseek(self._fd, 0, 1)
                self._seekable = True
            except OSError:
                self._seekable = False
        return self._seekable

    def fileno(self, /):
        self._checkClosed()
        return self._fd

    def isatty(self, /):
        self._checkClosed()
        return posix.isatty(self._fd)

    def read(self, size=-1, /):
        self._checkClosed()
        if not self._readable:
            raise UnsupportedOperation("File not open for reading")
        if size is None or size < 0:
            return self.readall()
        try:
            return posix.read(self._fd, size)
        except BlockingIOError:
            return None  # nothing is there, and the file does not wait

    def readall(self, /):
        self._checkClosed()
        if not self._readable:
            raise UnsupportedOperation("File not open for reading")
        pieces = []
        while True:
            piece = self.read(_CHUNK)
            if not piece:
                return b"".join(pieces) if pieces or piece is not None else None
            pieces.append(piece)

    def readinto(self, buffer, /):
        view = _bytes_view(buffer, "readinto")
        data = self.read(len(view))
        if data is None:
            return None
        view[:len(data)] = data
        return len(data)

    def write(self, data, /):
        self._checkClosed()
        if not self._writable:
            raise UnsupportedOperation("File not open for writing")
        try:
            return posix.write(self._fd, data)
        except BlockingIOError:
            return None  # there is no room, and the file does not wait

    def seek(self, offset, whence=0, /):
        self._checkClosed()
        return posix.lseek(self._fd, _integer(offset), whence)

    def tell(self, /):
        self._checkClosed()
        return posix.lseek(self._fd, 0, 1)

    def truncate(self, size=None, /):
        self._checkClosed()
        if not self._writable:
            raise UnsupportedOperation("File not open for writing")
        if size is None:
            size = self.tell()
        posix.ftruncate(self._fd, size)
        return size

    def close(self, /):
        try:
            IOBase.close(self)
        finally:
            fd = self._fd
            self._fd = -1
            if fd >= 0 and self._closefd:
                _forget_file(self)
                posix.close(fd)

    def __repr__(self):
        if self._fd < 0:
            return "<_io.FileIO [closed]>"
        name = f"name={self.name!r}" if hasattr(self, "name") else f"fd={self._fd}"
        return f"<_io.FileIO {name} mode={self.mode!r} closefd={self._closefd}>"


def _open_number(file, flags):
    try:
        return posix._open(file, flags, 0o666)
    except OSError as e:
        if e.errno != 24:  # EMFILE: files that nobody refers to may still be open
            raise
    import gc
    gc.collect()
    return posix._open(file, flags, 0o666)


# Where the host has no open files: read whole when it is opened, written whole when it is closed.
class WholeFile(RawIOBase):
    _blksize = DEFAULT_BUFFER_SIZE

    def __init__(self, path, mode):
        self._kind = [c for c in mode if c in "rwax"][0]
        self._readable = self._kind == "r" or "+" in mode
        self._writable = self._kind != "r" or "+" in mode
        self.name = path
        self.mode = mode
        if self._kind == "x" and _file_exists(path):
            raise FileExistsError(17, "File exists", path)
        if _is_directory(path):
            raise IsADirectoryError(21, "Is a directory", path)
        there = self._kind == "r" or self._kind == "a" and _file_exists(path)
        self._memory = BytesIO(_read_file(path) if there else b"")
        if not there:
            _write_file(path, b"", False)
        if self._kind == "a":
            self._memory.seek(0, 2)

    def readable(self, /):
        return self._readable

    def writable(self, /):
        return self._writable

    def seekable(self, /):
        return True

    def read(self, size=-1, /):
        return self._memory.read(size)

    def readall(self, /):
        return self._memory.read()

    def readinto(self, buffer, /):
        return self._memory.readinto(buffer)

    def seek(self, offset, whence=0, /):
        return self._memory.seek(offset, whence)

    def truncate(self, size=None, /):
        size = self._memory.truncate(size)
        _write_file(self.name, self._memory.getvalue(), False)
        return size

    def write(self, data, /):
        if self._kind == "a":
            self._memory.seek(0, 2)
        n = self._memory.write(data)
        _write_file(self.name, self._memory.getvalue(), False)
        return n


class BytesIO(BufferedIOBase):
    __module__ = "_io"

    def __init__(self, initial_bytes=b""):
        self._data = bytearray()
        self._at = 0
        if isinstance(initial_bytes, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        if initial_bytes is not None:
            self._data += memoryview(initial_bytes)

    def _checkClosed(self, message=None):
        if self._closed:
            raise ValueError("I/O operation on closed file.")

    def readable(self, /):
        self._checkClosed()
        return True

    writable = seekable = readable

    def getvalue(self, /):
        self._checkClosed()
        return bytes(self._data)

    def getbuffer(self, /):
        self._checkClosed()
        return memoryview(self._data)

    def read(self, size=-1, /):
        self._checkClosed()
        size = -1 if size is None else _index(size)
        start = self._at
        end = len(self._data) if size < 0 else min(start + size, len(self._data))
        if start >= end:
            return b""
        self._at = end
        return bytes(self._data[start:end])

    read1 = read

    def readinto(self, buffer, /):
        view = _bytes_view(buffer, "readinto")
        self._checkClosed()
        data = self._data[self._at:self._at + len(view)]
        view[:len(data)] = data
        self._at += len(data)
        return len(data)

    readinto1 = readinto

    def readline(self, size=-1, /):
        self._checkClosed()
        size = -1 if size is None else _index(size)
        end = self._data.find(b"\n", self._at) + 1 or len(self._data)
        if size >= 0:
            end = min(end, self._at + size)
        return self.read(max(end - self._at, 0))

    def write(self, data, /):
        self._checkClosed()
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        view = data if isinstance(data, (bytes, bytearray)) else bytes(memoryview(data))
        n = len(view)
        at = self._at
        if n == 0:
            return 0
        if at > len(self._data):
            self._data += bytes(at - len(self._data))
        if at == len(self._data):
            self._data += view
        else:
            self._data[at:at + n] = view
        self._at = at + n
        return n

    def seek(self, offset, whence=0, /):
        self._checkClosed()
        offset = _integer(offset)
        if whence == 0:
            if offset < 0:
                raise ValueError(f"negative seek value {offset}")
        elif whence == 1:
            offset += self._at
        elif whence == 2:
            offset += len(self._data)
        else:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        self._at = max(offset, 0)
        return self._at

    def tell(self, /):
        self._checkClosed()
        return self._at

    def truncate(self, size=None, /):
        self._checkClosed()
        size = self._at if size is None else _index(size)
        if size < 0:
            raise ValueError(f"negative size value {size}")
        del self._data[size:]
        return size

    def close(self, /):
        self._closed = True
        self._data = bytearray()

    def __getstate__(self):
        self._checkClosed()
        rest = {k: v for k, v in self.__dict__.items() if k not in ("_data", "_at")}
        return bytes(self._data), self._at, rest or None

    def __setstate__(self, state, /):
        self._checkClosed()
        if not isinstance(state, tuple) or len(state) < 3:
            raise TypeError(f"{_type_name(type(self))}.__setstate__ argument should be 3-tuple, "
                            f"got {type(state).__name__}")
        data, at, rest = state[:3]
        self._data = bytearray(memoryview(data))
        if not isinstance(at, int):
            raise TypeError("second item of state must be an integer, got "
                            f"{type(at).__name__}")
        if at < 0:
            raise ValueError("position value cannot be negative")
        self._at = at
        _set_rest(self, rest, "third")

    def __reduce_ex__(self, protocol):
        import copyreg
        return copyreg.__newobj__, (type(self),), self.__getstate__()


# What subclasses keep in the __dict__.
def _set_rest(file, rest, item):
    if rest is None:
        return
    if not isinstance(rest, dict):
        raise TypeError(f"{item} item of state should be a dict, got a {type(rest).__name__}")
    file.__dict__.update(rest)


for _kind in (IOBase, RawIOBase, BufferedIOBase, FileIO, BytesIO):
    _mark_quiet(_kind)
