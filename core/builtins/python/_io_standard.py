# The standard streams as files: text and bytes go through the C++ buffers that print() and input()
# use. Neighbours: _sys.py (the streams before anybody asks for more), _io_wrapper.py.
#
# Invariant: while a stream is _plain (UTF-8, nothing of it held here), what passes through print()
# and input() in C++ and through it keeps its order. They are told when it is not any more.
from _io import FileIO, RawIOBase, _bytes_view
from _io_buffered import BufferedReader, BufferedWriter, _read_directly
from _io_wrapper import TextIOWrapper
from _sys import _decoded_line, _stream_errors
from sys import _flush, _read_line_bytes, _write


class _Input(RawIOBase):
    mode = "rb"
    _rest = b""

    def __init__(self):
        self.name = "<stdin>"

    def readable(self, /):
        return True

    def fileno(self, /):
        return 0

    def isatty(self, /):
        import posix
        return posix.isatty(0)

    def read(self, size=-1, /):
        self._checkClosed()
        if size is None or size < 0:
            return self.readall()
        data = self._rest or _read_line_bytes()
        self._rest = data[size:]
        return data[:size]

    def readinto(self, buffer, /):
        view = _bytes_view(buffer, "readinto")
        data = self.read(len(view))
        view[:len(data)] = data
        return len(data)

    def __repr__(self):
        return "<_io.FileIO name='<stdin>' mode='rb' closefd=False>"


_Input.__name__ = _Input.__qualname__ = "FileIO"
_Input.__module__ = "_io"
_read_directly.append(_Input)


class _Output(BufferedWriter):
    def write(self, data, /):
        if self._raw.closed:
            raise ValueError("write to closed file")
        if type(data) is not bytes:
            if isinstance(data, str):
                raise TypeError("a bytes-like object is required, not 'str'")
            data = bytes(memoryview(data))
        return _write(self._raw.fileno(), data)

    def flush(self, /):
        self._checkClosed("flush of closed file")
        _flush()

    def seekable(self, /):
        return False


_Output.__name__ = _Output.__qualname__ = "BufferedWriter"
_Output.__module__ = "_io"


class _Standard(TextIOWrapper):
    _plain = True

    def _leave(self):
        if self._plain:
            self._plain = False
            if self._fd == 1:
                _set_stdout(None)

    def write(self, text, /):
        if not self._plain or not isinstance(text, str) or self._fd == 0 or self._buffer.closed:
            return TextIOWrapper.write(self, text)
        n = _write(self._fd, text)
        if n is None:
            _write(self._fd, text.encode("utf-8", self._errors))
            n = len(text)
        return n

    def flush(self, /):
        if self._pieces or self._buffer.closed or self._fd == 0:
            return TextIOWrapper.flush(self)
        self._buffer.flush()

    # Nothing read from the stream waits in the file or its buffer.
    def _is_bare(self):
        buffer = self._buffer
        return (self._plain and self._at >= len(self._text) and not buffer.closed
                and buffer._at >= len(buffer._ahead) and not buffer._raw._rest)

    def readline(self, size=-1, /):
        if self._fd == 0 and size == -1 and self._is_bare():
            return _decoded_line()
        return TextIOWrapper.readline(self, size)

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def reconfigure(self, *, encoding=None, errors=None, newline=..., **others):
        TextIOWrapper.reconfigure(self, encoding=encoding, errors=errors, newline=newline, **others)
        if encoding is not None or errors is not None or newline is not ...:
            if (self._direct != "utf-8" or self._newline not in (None, "", "\n")
                    or self._fd == 0 or self._fd == 1 and self._errors not in ("strict", _errors)):
                self._leave()

    def detach(self, /):
        self._leave()
        return TextIOWrapper.detach(self)

    def close(self, /):
        self._leave()
        TextIOWrapper.close(self)


_Standard.__name__ = _Standard.__qualname__ = "TextIOWrapper"
_Standard.__module__ = "_io"
for _kind in (_Input, _Output, _Standard):
    _mark_quiet(_kind)
_errors = _stream_errors()


def complete(stream):
    fd = stream._fd
    name = stream.name
    line_buffering = stream.line_buffering
    if fd == 0:
        buffer = BufferedReader(_Input())
        _set_stdin(None)
    else:
        raw = FileIO(fd, "w", closefd=False)
        raw.name = name
        buffer = _Output(raw)
    del stream.name
    stream.__class__ = _Standard
    errors = "backslashreplace" if fd == 2 else _errors
    TextIOWrapper.__init__(stream, buffer, "utf-8", errors, "\n", line_buffering)
