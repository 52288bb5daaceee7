# Buffers before binary files, for reading, writing or both. Neighbour: _io.py.
from _io import (DEFAULT_BUFFER_SIZE, BufferedIOBase, UnsupportedOperation, _index, _unwritten)


class _Buffered(BufferedIOBase):
    # What readers and writers share. _ahead[_at:] has been read from raw and not asked for yet.
    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if buffer_size <= 0:
            raise ValueError("buffer size must be strictly positive")
        self.raw = raw
        self._size = buffer_size
        self._ahead = b""
        self._at = 0
        self._pending = []
        self._pending_size = 0

    @property
    def closed(self):
        return self.raw.closed

    @property
    def name(self):
        return self.raw.name

    @property
    def mode(self):
        return self.raw.mode

    def _checkClosed(self, message=None):
        if self.closed:
            raise ValueError(message or "I/O operation on closed file.")

    def readable(self):
        return self.raw.readable()

    def writable(self):
        return self.raw.writable()

    def seekable(self):
        return self.raw.seekable()

    def fileno(self):
        return self.raw.fileno()

    def isatty(self):
        return self.raw.isatty()

    def detach(self):
        self.flush()
        raw, self.raw = self.raw, None
        return raw

    def _forget(self):
        # Moves raw back to where the program believes to be.
        rest = len(self._ahead) - self._at
        self._ahead = b""
        self._at = 0
        if rest:
            self.raw.seek(-rest, 1)

    def flush(self):
        if self.closed:
            raise ValueError("flush of closed file")
        if self._pending:
            data = b"".join(self._pending)
            self._pending = []
            self._pending_size = 0
            _unwritten.pop(id(self), None)
            while data:
                n = self.raw.write(data)
                if n is None:
                    self._pending = [data]
                    self._pending_size = len(data)
                    _unwritten[id(self)] = self
                    error = BlockingIOError(11, "write could not complete without blocking")
                    error.characters_written = 0
                    raise error
                if n == len(data):
                    break
                data = data[n:]
        if self.raw.writable():
            self.raw.flush()

    def close(self):
        if self.raw is not None and not self.closed:
            try:
                self.flush()
            finally:
                _unwritten.pop(id(self), None)
                self.raw.close()

    def tell(self):
        self._checkClosed()
        return self.raw.tell() - (len(self._ahead) - self._at) + self._pending_size

    def seek(self, target, whence=0, /):
        if whence not in (0, 1, 2):
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        self._checkClosed("seek of closed file")
        if self._pending:
            self.flush()
        if whence == 1:
            target -= len(self._ahead) - self._at
        self._ahead = b""
        self._at = 0
        return self.raw.seek(target, whence)

    def truncate(self, size=None, /):
        self._checkClosed("truncate of closed file")
        if not self.writable():
            raise UnsupportedOperation("truncate")
        self.flush()
        return self.raw.truncate(self.tell() if size is None else size)

    def __repr__(self):
        cls = type(self)
        try:
            return f"<{cls.__module__}.{cls.__qualname__} name={self.name!r}>"
        except AttributeError:
            return f"<{cls.__module__}.{cls.__qualname__}>"

    # --- reading

    def read(self, size=-1, /):
        size = -1 if size is None else _index(size)
        if size < -1:
            raise ValueError("read length must be non-negative or -1")
        self._checkClosed("read of closed file")
        if not self.raw.readable():
            raise UnsupportedOperation("read")
        if self._pending:
            self.flush()
        ahead = self._ahead
        if size < 0:
            rest = ahead[self._at:]
            self._ahead = b""
            self._at = 0
            more = self.raw.readall() if hasattr(self.raw, "readall") else self.raw.read()
            if more is None:
                return rest or None
            return rest + more
        end = self._at + size
        if end <= len(ahead):
            data = ahead[self._at:end]
            self._at = end
            return data
        pieces = [ahead[self._at:]]
        missing = end - len(ahead)
        self._ahead = b""
        self._at = 0
        while missing > 0:
            piece = self.raw.read(max(self._size, missing))
            if not piece:
                if piece is None and not any(pieces):
                    return None
                break
            if len(piece) > missing:
                self._ahead = piece
                self._at = missing
                piece = piece[:missing]
            pieces.append(piece)
            missing -= len(piece)
        return b"".join(pieces)

    def _fill(self):
        # Reads more behind what is there; false at the end.
        piece = self.raw.read(self._size)
        if not piece:
            return False
        self._ahead = self._ahead[self._at:] + piece
        self._at = 0
        return True

    def read1(self, size=-1, /):
        self._checkClosed("read of closed file")
        if self._pending:
            self.flush()
        if self._at >= len(self._ahead) and size != 0:
            self._fill()
        end = len(self._ahead) if size < 0 else min(self._at + size, len(self._ahead))
        data = self._ahead[self._at:end]
        self._at = end
        return data

    def peek(self, size=0, /):
        self._checkClosed("peek of closed file")
        if self._pending:
            self.flush()
        if self._at >= len(self._ahead):
            self._fill()
        return self._ahead[self._at:]

    def readline(self, size=-1, /):
        size = -1 if size is None else _index(size)
        self._checkClosed("readline of closed file")
        if self._pending:
            self.flush()
        start = self._at
        while True:
            end = self._ahead.find(b"\n", start) + 1
            if size >= 0 and (end == 0 or end - self._at > size):
                if len(self._ahead) - self._at >= size:
                    end = self._at + size
                    break
            if end:
                break
            seen = len(self._ahead) - self._at
            if not self._fill():
                end = len(self._ahead)
                break
            start = self._at + seen
        line = self._ahead[self._at:end]
        self._at = end
        return line

    # --- writing

    def write(self, data, /):
        self._checkClosed("write to closed file")
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        if not self.raw.writable():
            raise UnsupportedOperation("write")
        if self._ahead:
            self._forget()
        if not isinstance(data, bytes):
            data = bytes(memoryview(data))
        if not self._pending:
            _unwritten[id(self)] = self
        self._pending.append(data)
        self._pending_size += len(data)
        if self._pending_size > self._size:
            self.flush()
        return len(data)


class BufferedReader(_Buffered):
    __module__ = "_io"

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.readable():
            raise OSError("File or stream is not readable.")
        _Buffered.__init__(self, raw, buffer_size)

    def write(self, data, /):
        raise UnsupportedOperation("write")


class BufferedWriter(_Buffered):
    __module__ = "_io"

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.writable():
            raise OSError("File or stream is not writable.")
        _Buffered.__init__(self, raw, buffer_size)

    def read(self, size=-1, /):
        raise UnsupportedOperation("read")

    read1 = readline = peek = read


class BufferedRandom(_Buffered):
    __module__ = "_io"

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        raw._checkSeekable()
        raw._checkReadable()
        raw._checkWritable()
        _Buffered.__init__(self, raw, buffer_size)


class BufferedRWPair(BufferedIOBase):
    __module__ = "_io"

    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /):
        self.reader = BufferedReader(reader, buffer_size)
        self.writer = BufferedWriter(writer, buffer_size)

    def read(self, size=-1, /):
        return self.reader.read(size)

    def read1(self, size=-1, /):
        return self.reader.read1(size)

    def readinto(self, buffer, /):
        return self.reader.readinto(buffer)

    def peek(self, size=0, /):
        return self.reader.peek(size)

    def write(self, data, /):
        return self.writer.write(data)

    def readable(self):
        return self.reader.readable()

    def writable(self):
        return self.writer.writable()

    def flush(self):
        return self.writer.flush()

    def isatty(self):
        return self.reader.isatty() or self.writer.isatty()

    def close(self):
        self.writer.close()
        self.reader.close()

    @property
    def closed(self):
        return self.writer.closed
