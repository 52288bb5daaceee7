SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase:
    closed = False

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *args):
        self.close()

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1):
        lines = []
        size = 0
        while True:
            line = self.readline()
            if not line:
                return lines
            lines.append(line)
            size += len(line)
            if hint is not None and 0 < hint <= size:
                return lines

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def flush(self):
        self._check()

    def close(self):
        self.closed = True

    def readable(self):
        return True

    def writable(self):
        return True

    def seekable(self):
        return True

    def isatty(self):
        return False


class _Memory(IOBase):
    # A text or bytes in memory with a position.
    def __init__(self, initial, empty):
        self._empty = empty
        self._text = empty if initial is None else initial
        self._pieces = None  # written at the end and not joined yet
        self._position = 0

    def _join(self):
        if self._pieces is not None:
            self._text += self._empty.join(self._pieces)
            self._pieces = None
        return self._text

    def getvalue(self):
        self._check()
        return self._join()

    def write(self, s):
        self._check()
        if self._pieces is None and self._position == len(self._text):
            self._pieces = []
        if self._pieces is not None:
            self._pieces.append(s)
            self._position += len(s)
            return len(s)
        text = self._text
        if self._position > len(text):
            fill = "\0" if self._empty == "" else b"\0"
            text += fill * (self._position - len(text))
        self._text = text[:self._position] + s + text[self._position + len(s):]
        self._position += len(s)
        return len(s)

    def read(self, size=-1):
        self._check()
        text = self._join()
        if size is None or size < 0:
            r = text[self._position:]
        else:
            r = text[self._position:self._position + size]
        self._position += len(r)
        return r

    def readline(self, size=-1):
        self._check()
        text = self._join()
        end = text.find("\n" if self._empty == "" else b"\n", self._position)
        end = len(text) if end < 0 else end + 1
        if size is not None and size >= 0:
            end = min(end, self._position + size)
        r = text[self._position:end]
        self._position = max(end, self._position)
        return r

    def tell(self):
        self._check()
        return self._position

    def seek(self, position, whence=0):
        self._check()
        self._join()
        if whence == 1:
            position += self._position
        elif whence == 2:
            position += len(self._text)
        if position < 0:
            raise ValueError(f"Negative seek position {position}")
        self._position = position
        return position

    def truncate(self, size=None):
        self._check()
        self._join()
        if size is None:
            size = self._position
        self._text = self._text[:size]
        return size


class StringIO(_Memory):
    def __init__(self, initial_value="", newline="\n"):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {_type_name(initial_value)}")
        _Memory.__init__(self, initial_value, "")

    def write(self, s):
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got '{_type_name(s)}'")
        return _Memory.write(self, s)


class BytesIO(_Memory):
    def __init__(self, initial_bytes=b""):
        _Memory.__init__(self, bytes(initial_bytes), b"")

    def write(self, b):
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return _Memory.write(self, bytes(b))

    def getbuffer(self):
        return bytearray(self.getvalue())

    def readinto(self, buffer):
        view = memoryview(buffer)
        data = self.read(len(view))
        view[:len(data)] = data
        return len(data)


class _File(_Memory):
    # A file, read whole when it is opened and written whole when it is flushed.
    def __init__(self, path, mode, encoding, errors, newline):
        kind = [c for c in mode if c in "rwax"]
        if len(kind) != 1 or mode.count("+") > 1:
            if any([c not in "rwaxbt+U" for c in mode]):
                raise ValueError(f"invalid mode: '{mode}'")
            raise ValueError("Must have exactly one of create/read/write/append mode and at most "
                             "one plus")
        self.name = path
        self.mode = mode
        self._binary = "b" in mode
        self.encoding = None if self._binary else (encoding or "UTF-8")
        self.errors = errors or "strict"
        self._kind = kind[0]
        self._readable = self._kind == "r" or "+" in mode
        self._writable = self._kind != "r" or "+" in mode
        self._newline = newline
        if self._kind == "x" and _file_exists(path):
            raise FileExistsError(17, "File exists", path)
        data = b""
        if self._kind == "r" or (self._kind == "a" and _file_exists(path)):
            data = _read_file(path)
        elif _is_directory(path):
            raise IsADirectoryError(21, "Is a directory", path)
        if self._kind in "wx":
            _write_file(path, b"", False)
        if self._kind == "a":
            self._appended = []
            if not _file_exists(path):
                _write_file(path, b"", False)
        if self._binary:
            _Memory.__init__(self, data, b"")
        else:
            text = data.decode(self.encoding, self.errors)
            if newline is None:
                text = text.replace("\r\n", "\n").replace("\r", "\n")
            _Memory.__init__(self, text, "")
        if self._kind == "a":
            self._position = len(self._text)
        self._changed = False

    def readable(self):
        return self._readable

    def writable(self):
        return self._writable

    def read(self, size=-1):
        self._check()
        if not self._readable:
            raise UnsupportedOperation("not readable")
        return _Memory.read(self, size)

    def readline(self, size=-1):
        self._check()
        if not self._readable:
            raise UnsupportedOperation("not readable")
        return _Memory.readline(self, size)

    def write(self, s):
        self._check()
        if not self._writable:
            raise UnsupportedOperation("not writable")
        if self._binary:
            if isinstance(s, str):
                raise TypeError("a bytes-like object is required, not 'str'")
            s = bytes(s)
        elif not isinstance(s, str):
            raise TypeError(f"write() argument must be str, not {_type_name(s)}")
        self._changed = True
        if self._kind == "a":
            self._join()
            self._position = len(self._text)
        return _Memory.write(self, s)

    def flush(self):
        self._check()
        if self._changed:
            text = self._join()
            _write_file(self.name, text if self._binary else text.encode(self.encoding), False)
            self._changed = False

    def close(self):
        if not self.closed:
            self.flush()
            self.closed = True

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def __repr__(self):
        if self._binary:
            kind = "BufferedReader" if self._kind == "r" else "BufferedWriter"
            return f"<_io.{kind} name={self.name!r}>"
        return (f"<_io.TextIOWrapper name={self.name!r} mode={self.mode!r} "
                f"encoding={self.encoding!r}>")


TextIOWrapper = TextIOBase = BufferedIOBase = RawIOBase = IOBase


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True,
         opener=None):
    if not isinstance(file, (str, bytes)):
        file = _path_text(file)
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {_type_name(mode)}")
    return _File(file, mode, encoding, errors, newline)


class IncrementalNewlineDecoder:
    def __init__(self, decoder, translate, errors="strict"):
        self._decoder = decoder
        self._translate = translate
        self._cr = False

    def decode(self, input, final=False):
        text = input if self._decoder is None else self._decoder.decode(input, final)
        if self._cr and (text or final):
            text = "\r" + text
            self._cr = False
        if text.endswith("\r") and not final:
            text = text[:-1]
            self._cr = True
        if self._translate:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        return text

    def reset(self):
        self._cr = False
        if self._decoder is not None:
            self._decoder.reset()


def text_encoding(encoding, stacklevel=2):
    return "utf-8" if encoding is None else encoding
