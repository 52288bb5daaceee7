# The bases of all files, files by their descriptors, and bytes in memory. Neighbours:
# _io_buffered.py, io.py (text).
# Invariant: what a buffer holds for its file is in _unwritten until it is flushed, so that it gets
# there at the end of the program, and before another file is opened, though nobody closed it.
import abc
import posix

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192
_CHUNK = 1 << 16
_unwritten = {}


class UnsupportedOperation(OSError, ValueError):
    __module__ = "io"


def _flush_all():
    for writer in list(_unwritten.values()):
        if not writer.closed:
            writer.flush()


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

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, size=None, /):
        raise UnsupportedOperation("truncate")

    def flush(self):
        self._checkClosed()

    def close(self):
        if not self._closed:
            try:
                self.flush()
            finally:
                self._closed = True

    def seekable(self):
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def isatty(self):
        self._checkClosed()
        return False

    def __enter__(self):
        self._checkClosed()
        return self

    def __exit__(self, *args):
        self.close()

    def readline(self, size=-1, /):
        size = -1 if size is None else _index(size)
        out = bytearray()
        while size < 0 or len(out) < size:
            b = self.read(1)
            if not b:
                break
            out += b
            if b == b"\n":
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
            if 0 < hint <= size:
                break
        return lines

    def writelines(self, lines, /):
        self._checkClosed()
        for line in lines:
            self.write(line)

    def __reduce_ex__(self, protocol):
        raise TypeError(f"cannot pickle '{type(self).__name__}' object")


def _index(n):
    f = getattr(type(n), "__index__", None)
    if f is None:
        raise TypeError(f"argument should be integer or None, not '{type(n).__name__}'")
    return f(n)


class RawIOBase(IOBase):
    __module__ = "io"

    def read(self, size=-1, /):
        if size is None or size < 0:
            return self.readall()
        buffer = bytearray(size)
        n = self.readinto(buffer)
        return None if n is None else bytes(buffer[:n])

    def readall(self):
        pieces = []
        while True:
            piece = self.read(_CHUNK)
            if not piece:
                return b"".join(pieces) if pieces or piece is not None else None
            pieces.append(piece)

    def readinto(self, buffer, /):
        raise UnsupportedOperation("readinto")

    def write(self, data, /):
        raise UnsupportedOperation("write")


class BufferedIOBase(IOBase):
    __module__ = "io"

    def detach(self):
        raise UnsupportedOperation("detach")

    def read(self, size=-1, /):
        raise UnsupportedOperation("read")

    def read1(self, size=-1, /):
        raise UnsupportedOperation("read1")

    def write(self, data, /):
        raise UnsupportedOperation("write")

    def _into(self, buffer, read):
        view = memoryview(buffer)
        if view.format != "B":
            view = view.cast("B")
        data = read(len(view))
        if data is None:
            return None
        view[:len(data)] = data
        return len(data)

    def readinto(self, buffer, /):
        return self._into(buffer, self.read)

    def readinto1(self, buffer, /):
        return self._into(buffer, self.read1)


class FileIO(RawIOBase):
    __module__ = "_io"

    def _checkClosed(self, message=None):
        if self._closed:
            raise ValueError(message or "I/O operation on closed file")

    def __init__(self, file, mode="r", closefd=True, opener=None):
        kinds = [c for c in mode if c in "rwax"]
        if any([c not in "rwaxb+" for c in mode]):
            raise ValueError(f"invalid mode: {mode}")
        if len(kinds) != 1 or mode.count("+") > 1:
            raise ValueError("Must have exactly one of create/read/write/append mode and at most "
                             "one plus")
        kind = kinds[0]
        both = "+" in mode
        self._readable = kind == "r" or both
        self._writable = kind != "r" or both
        self._kind = kind
        self._seekable = None
        self.name = file
        flags = posix.O_RDWR if both else posix.O_WRONLY if kind != "r" else posix.O_RDONLY
        flags |= {"r": 0, "w": posix.O_CREAT | posix.O_TRUNC,
                  "x": posix.O_CREAT | posix.O_EXCL, "a": posix.O_CREAT | posix.O_APPEND}[kind]
        self._closefd = closefd
        if isinstance(file, int):
            if file < 0:
                raise ValueError("negative file descriptor")
            self._fd = int(file)
        else:
            if not closefd:
                raise ValueError("Cannot use closefd=False with file name")
            _flush_all()
            if opener is not None:
                self._fd = opener(file, flags | posix.O_CLOEXEC)
                if not isinstance(self._fd, int):
                    raise TypeError("expected integer from opener")
                if self._fd < 0:
                    raise ValueError(f"opener returned {self._fd}")
            else:
                self._fd = posix._open(file, flags, 0o666)
        status = posix.fstat(self._fd)
        if status.st_mode & 0o170000 == 0o040000:
            if not isinstance(file, int):
                posix.close(self._fd)
            raise IsADirectoryError(21, "Is a directory", file)
        self._blksize = status.st_blksize if status.st_blksize > 1 else DEFAULT_BUFFER_SIZE
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

    def readable(self):
        self._checkClosed()
        return self._readable

    def writable(self):
        self._checkClosed()
        return self._writable

    def seekable(self):
        self._checkClosed()
        if self._seekable is None:
            try:
                posix.lseek(self._fd, 0, 1)
                self._seekable = True
            except OSError:
                self._seekable = False
        return self._seekable

    def fileno(self):
        self._checkClosed()
        return self._fd

    def isatty(self):
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

    def readall(self):
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
        view = memoryview(buffer)
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
        return posix.lseek(self._fd, _index(offset), whence)

    def tell(self):
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

    def close(self):
        if not self._closed:
            self._closed = True
            if self._closefd:
                posix.close(self._fd)

    def __repr__(self):
        if self._closed:
            return "<_io.FileIO [closed]>"
        name = f"name={self.name!r}" if hasattr(self, "name") else f"fd={self._fd}"
        return f"<_io.FileIO {name} mode={self.mode!r} closefd={self._closefd}>"


# Where the host has no open files: read whole when it is opened, written whole when it is closed.
class WholeFile(RawIOBase):
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

    def readable(self):
        return self._readable

    def writable(self):
        return self._writable

    def seekable(self):
        return True

    def read(self, size=-1, /):
        return self._memory.read(size)

    def readall(self):
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

    def readable(self):
        self._checkClosed()
        return True

    writable = seekable = readable

    def getvalue(self):
        self._checkClosed()
        return bytes(self._data)

    def getbuffer(self):
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
        offset = _index(offset)
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

    def tell(self):
        self._checkClosed()
        return self._at

    def truncate(self, size=None, /):
        self._checkClosed()
        size = self._at if size is None else _index(size)
        if size < 0:
            raise ValueError(f"negative size value {size}")
        del self._data[size:]
        return size

    def close(self):
        self._closed = True
        self._data = bytearray()

    def __getstate__(self):
        self._checkClosed()
        rest = {k: v for k, v in self.__dict__.items() if k not in ("_data", "_at")}
        return bytes(self._data), self._at, rest or None

    def __setstate__(self, state):
        data, self._at, rest = state
        self._data = bytearray(data)
        if rest:
            self.__dict__.update(rest)

    def __reduce_ex__(self, protocol):
        return type(self), (), self.__getstate__()
