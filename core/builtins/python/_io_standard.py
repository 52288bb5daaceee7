# sys.stdin.buffer and its kin: bytes through the same C++ buffers as the text.
from _io import BufferedIOBase, FileIO, RawIOBase
from _io_buffered import BufferedReader
from sys import _flush, _read_line_bytes, _write


class _Input(RawIOBase):
    name = "<stdin>"
    mode = "rb"
    _rest = b""

    def readable(self):
        return True

    def fileno(self):
        return 0

    def read(self, size=-1, /):
        if size is None or size < 0:
            return self.readall()
        data = self._rest or _read_line_bytes()
        self._rest = data[size:]
        return data[:size]


class _Output(BufferedIOBase):
    mode = "wb"

    def __init__(self, fd):
        self._fd = fd
        self.name = "<stdout>" if fd == 1 else "<stderr>"
        self.raw = FileIO(fd, "w", closefd=False)

    def writable(self):
        return True

    def fileno(self):
        return self._fd

    def write(self, data, /):
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return _write(self._fd, data)

    def flush(self):
        _flush()

    def close(self):
        _flush()

    def __repr__(self):
        return f"<_io.BufferedWriter name={self.name!r}>"


def buffer_of(fd):
    return BufferedReader(_Input()) if fd == 0 else _Output(fd)
