# Buffers before binary files, for reading, writing or both. Neighbour: _io.py.
#
#   raw file   ... | _ahead: read, [_at:] not asked for yet | ...     _raw_at: behind _ahead
#   writing:       _pending, the pieces not passed on yet (then _ahead is empty)
#
# Invariant: data that raw did not take stays in _pending, whatever raw's write() raises.
#
# While raw reads or writes, other threads run. Whoever calls raw is therefore the buffer's _owner
# (_enter, _leave) and others wait; what is done with the fields alone needs no more than to see
# that there is no owner.
from _threads import ident as _ident, wait as _wait, wake as _wake
from _io import (DEFAULT_BUFFER_SIZE, BufferedIOBase, FileIO, UnsupportedOperation, _bytes_view,
                 _index, _integer)


# In the place of a file that is not there: whoever uses it is told.
class _Absent:
    def __init__(self, message):
        self._message = message

    def __getattr__(self, name):
        if name[:2] == "__":
            raise AttributeError(name)
        raise ValueError(self._message)


_uninitialized = _Absent("I/O operation on uninitialized object")
_detached = _Absent("raw stream has been detached")


# Classes of files whose read() answers bytes without further ado.
_read_directly = []


class _Buffered(BufferedIOBase):
    _raw = _uninitialized
    _may_read = _may_write = False
    _owner = 0  # the thread that is at it
    _row = None  # those who wait

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        self._start(raw, buffer_size)

    def _start(self, raw, buffer_size):
        self._raw = _uninitialized
        size = _integer(buffer_size)
        if size <= 0:
            raise ValueError("buffer size must be strictly positive")
        if size > 1 << 40:
            raise MemoryError
        self._size = size
        self._ahead = b""
        self._at = 0
        self._raw_at = None
        self._pending = []
        self._pending_size = 0
        self._raw = raw

    def _enter(self):
        me = _ident()
        if self._owner:
            self._await_turn(me)
        self._owner = me

    def _await_turn(self, me):
        if self._owner == me:
            raise RuntimeError(f"reentrant call inside {self!r}")
        row = self._row
        if row is None:
            row = self._row = []
        row.append(me)
        try:
            while self._owner:
                _wait(-1)
        except BaseException:
            row.remove(me)
            if row and not self._owner:
                _wake(row[0])
            raise
        row.remove(me)

    def _leave(self):
        self._owner = 0
        if self._row:
            _wake(self._row[0])

    @property
    def raw(self):
        raw = self._raw
        return None if type(raw) is _Absent else raw

    @property
    def closed(self):
        return self._raw.closed

    @property
    def name(self):
        return self._raw.name

    @property
    def mode(self):
        return self._raw.mode

    def _checkClosed(self, message=None):
        if self._raw.closed:
            raise ValueError(message or "I/O operation on closed file.")

    def seekable(self, /):
        return self._raw.seekable()

    def fileno(self, /):
        return self._raw.fileno()

    def isatty(self, /):
        return self._raw.isatty()

    def detach(self, /):
        self._raw.closed
        self.flush()
        raw = self._raw
        self._raw = _detached
        return raw

    def close(self, /):
        if self._raw.closed:
            return
        try:
            self.flush()
        finally:
            _forget_file(self)
            self._enter()
            try:
                self._raw.close()
            finally:
                self._leave()

    def flush(self, /):
        return self._raw.flush()

    # Writes what is pending; raw is then where the program believes to be.
    def _settle(self):
        if self._pending:
            self._write_pending()
        rest = len(self._ahead) - self._at
        self._ahead = b""
        self._at = 0
        if rest:
            self._raw_seek(-rest, 1)

    def _raw_seek(self, target, whence=0):
        self._raw_at = None
        n = self._raw.seek(target, whence)
        if n < 0:
            raise OSError(f"Raw stream returned invalid position {n}")
        self._raw_at = n
        return n

    def _raw_tell(self):
        self._raw_at = None
        n = self._raw.tell()
        if n < 0:
            raise OSError(f"Raw stream returned invalid position {n}")
        self._raw_at = n
        return n

    def tell(self, /):
        self._raw.closed
        self._enter()
        try:
            return self._raw_tell() - (len(self._ahead) - self._at) + self._pending_size
        finally:
            self._leave()

    def seek(self, target, whence=0, /):
        whence = _integer(whence)
        if whence < 0 or whence > 4:
            raise ValueError(f"whence value {whence} unsupported")
        self._checkClosed("seek of closed file")
        if not self._raw.seekable():
            raise UnsupportedOperation("File or stream is not seekable.")
        target = _integer(target)
        self._enter()
        try:
            return self._seek(target, whence)
        finally:
            self._leave()

    def _seek(self, target, whence):
        if whence < 2 and self._may_read and not self._pending:
            # Within what was read nothing has to be read again.
            raw_at = self._raw_at
            if raw_at is None:
                raw_at = self._raw_tell()
            ahead = len(self._ahead)
            at = target - (raw_at - ahead) if whence == 0 else self._at + target
            if 0 <= at <= ahead:
                self._at = at
                return raw_at - ahead + at
        if self._pending:
            self._write_pending()
        if whence == 1:
            target -= len(self._ahead) - self._at
        n = self._raw_seek(target, whence)
        self._ahead = b""
        self._at = 0
        return n

    def truncate(self, size=None, /):
        self._raw.closed
        if not self._may_write:
            raise UnsupportedOperation("truncate")
        self._checkClosed("truncate of closed file")
        self._enter()
        try:
            self._settle()
            return self._raw.truncate(size)
        finally:
            self._leave()

    def __repr__(self):
        cls = type(self)
        try:
            name = self.name
        except (AttributeError, ValueError):
            return f"<{cls.__module__}.{cls.__qualname__}>"
        return f"<{cls.__module__}.{cls.__qualname__} name={name!r}>"

    # How much of `data` raw took; None if it can take nothing now.
    def _raw_write(self, data):
        n = self._raw.write(data)
        if n is None:
            return None
        if not isinstance(n, int) or n < 0 or n > len(data):
            raise OSError(f"raw write() returned invalid length {n} "
                          f"(should have been between 0 and {len(data)})")
        if self._raw_at is not None:
            self._raw_at += n
        return n

    def _write_pending(self):
        data = b"".join(self._pending)
        while data:
            self._pending = [data]
            self._pending_size = len(data)
            n = self._raw_write(data)
            if n is None:
                raise BlockingIOError(11, "write could not complete without blocking", 0)
            data = data[n:]
        self._pending = []
        self._pending_size = 0
        _forget_file(self)


class _Reading(_Buffered):
    _may_read = True

    def readable(self, /):
        return self._raw.readable()

    # At most `size` bytes; None if there are none now.
    def _raw_read(self, size):
        raw = self._raw
        if type(raw) is FileIO or type(raw) in _read_directly:
            data = raw.read(size)
        else:
            buffer = bytearray(size)
            n = raw.readinto(buffer)
            if n is None:
                return None
            if not isinstance(n, int):
                error = OSError("raw readinto() failed")
                error.__cause__ = TypeError(
                    f"'{type(n).__name__}' object cannot be interpreted as an integer")
                raise error
            if n < 0 or n > size:
                raise OSError(f"raw readinto() returned invalid length {n} "
                              f"(should have been between 0 and {size})")
            data = bytes(buffer[:n])
        if data and self._raw_at is not None:
            self._raw_at += len(data)
        return data

    # Reads more behind what is there; false if there is no more.
    def _fill(self):
        piece = self._raw_read(self._size)
        if not piece:
            return False
        self._ahead = self._ahead[self._at:] + piece
        self._at = 0
        return True

    def read(self, size=-1, /):
        size = -1 if size is None else _index(size)
        if size < -1:
            self._raw.closed
            raise ValueError("read length must be non-negative or -1")
        self._checkClosed("read of closed file")
        ahead = self._ahead
        end = self._at + size
        if 0 <= size and end <= len(ahead):
            data = ahead[self._at:end]
            self._at = end
            return data
        self._enter()
        try:
            return self._read_all() if size < 0 else self._read(size)
        finally:
            self._leave()

    def _read(self, size):
        ahead = self._ahead
        start = self._at
        end = start + size
        if end <= len(ahead):
            self._at = end
            return ahead[start:end]
        if self._pending:
            self._write_pending()
        pieces = [ahead[start:]]
        missing = end - len(ahead)
        self._ahead = b""
        self._at = 0
        while missing > 0:
            # Whole buffers go to the caller directly, the last one is kept.
            whole = missing - missing % self._size
            piece = self._raw_read(whole or self._size)
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

    def _read_all(self):
        rest = self._ahead[self._at:]
        self._ahead = b""
        self._at = 0
        self._raw_at = None
        if self._pending:
            self._write_pending()
        raw = self._raw
        if hasattr(raw, "readall"):
            more = raw.readall()
            if more is None:
                return rest or None
            if not isinstance(more, bytes):
                raise TypeError("readall() should return bytes")
            return rest + more
        pieces = [rest]
        while True:
            piece = raw.read()
            if piece is not None and not isinstance(piece, bytes):
                raise TypeError("read() should return bytes")
            if not piece:
                whole = b"".join(pieces)
                return whole or piece
            pieces.append(piece)

    def read1(self, size=-1, /):
        size = _integer(size)
        self._checkClosed("read of closed file")
        if size < 0:
            size = self._size
        if self._at >= len(self._ahead) and size:
            self._enter()
            try:
                if self._at >= len(self._ahead):
                    if self._pending:
                        self._write_pending()
                    self._ahead = b""
                    self._at = 0
                    return self._raw_read(size) or b""
            finally:
                self._leave()
        have = len(self._ahead) - self._at
        end = self._at + min(size, have)
        data = self._ahead[self._at:end]
        self._at = end
        return data

    def peek(self, size=0, /):
        self._checkClosed("peek of closed file")
        self._enter()
        try:
            if self._pending:
                self._write_pending()
            if self._at >= len(self._ahead):
                self._fill()
            return self._ahead[self._at:]
        finally:
            self._leave()

    def readinto(self, buffer, /):
        return self._read_into(buffer, False)

    def readinto1(self, buffer, /):
        return self._read_into(buffer, True)

    def _read_into(self, buffer, once):
        view = _bytes_view(buffer, "readinto1" if once else "readinto")
        self._checkClosed("readinto of closed file")
        self._enter()
        try:
            return self._read_view(view, once)
        finally:
            self._leave()

    def _read_view(self, view, once):
        if self._pending:
            self._write_pending()
        size = len(view)
        done = min(size, len(self._ahead) - self._at)
        view[:done] = self._ahead[self._at:self._at + done]
        self._at += done
        while done < size:
            missing = size - done
            if missing > self._size:
                piece = self._raw_read(missing)
            elif once and done:
                break
            else:
                piece = self._raw_read(self._size)
            if not piece:
                if piece is None and not done:
                    return None
                break
            n = min(len(piece), missing)
            view[done:done + n] = piece[:n]
            done += n
            self._ahead = piece
            self._at = n
            if once:
                break
        return done

    def readline(self, size=-1, /):
        size = -1 if size is None else _index(size)
        self._checkClosed("readline of closed file")
        start = self._at
        ahead = self._ahead
        if size < 0:
            end = ahead.find(b"\n", start) + 1
            if end:
                self._at = end
                return ahead[start:end]
        elif size <= len(ahead) - start:
            end = ahead.find(b"\n", start, start + size) + 1 or start + size
            self._at = end
            return ahead[start:end]
        self._enter()
        try:
            return self._read_line(size)
        finally:
            self._leave()

    def _read_line(self, size):
        start = self._at
        ahead = self._ahead
        if self._pending:
            self._write_pending()
        pieces = [ahead[start:]]
        have = len(ahead) - start
        found = False
        self._ahead = b""
        self._at = 0
        # There may be a line by now: another thread has read it.
        end = pieces[0].find(b"\n", 0, have if size < 0 else size) + 1
        if end or 0 <= size < have:
            end = end or size
            self._ahead = pieces[0]
            self._at = end
            return pieces[0][:end]
        while not found and (size < 0 or have < size):
            piece = self._raw_read(self._size)
            if not piece:
                break
            most = len(piece) if size < 0 else min(len(piece), size - have)
            end = piece.find(b"\n", 0, most) + 1
            found = end > 0
            end = end or most
            self._ahead = piece
            self._at = end
            pieces.append(piece[:end])
            have += end
        return b"".join(pieces)


class _Writing(_Buffered):
    _may_write = True

    def writable(self, /):
        return self._raw.writable()

    def _hold(self, data):
        if not self._pending:
            _watch_file(self)
        self._pending.append(data)
        self._pending_size += len(data)

    def write(self, data, /):
        if type(data) is not bytes:
            if isinstance(data, str):
                raise TypeError("a bytes-like object is required, not 'str'")
            data = bytes(memoryview(data))
        self._checkClosed("write to closed file")
        n = len(data)
        if not self._owner and not self._ahead and self._pending_size + n <= self._size:
            if n:
                self._hold(data)
            return n
        self._enter()
        try:
            return self._write(data)
        finally:
            self._leave()

    def _write(self, data):
        self._checkClosed("write to closed file")  # by whom it had to wait for
        if self._ahead:
            self._settle()
        n = len(data)
        if self._pending_size + n <= self._size:
            if n:
                self._hold(data)
            return n
        if self._pending:
            try:
                self._write_pending()
            except BlockingIOError:
                room = self._size - self._pending_size
                self._hold(data[:room])
                if n <= room:
                    return n
                raise BlockingIOError(11, "write could not complete without blocking", room)
        rest = data
        while len(rest) > self._size:
            took = self._raw_write(rest)
            if took is None:
                self._hold(rest[:self._size])
                done = n - len(rest) + self._size
                raise BlockingIOError(11, "write could not complete without blocking", done)
            rest = rest[took:]
        if rest:
            self._hold(rest)
        return n

    def flush(self, /):
        self._checkClosed("flush of closed file")
        self._enter()
        try:
            self._settle()
        finally:
            self._leave()


class BufferedReader(_Reading):
    __module__ = "_io"

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        self._raw = _uninitialized
        if not raw.readable():
            raise UnsupportedOperation("File or stream is not readable.")
        self._start(raw, buffer_size)


class BufferedWriter(_Writing):
    __module__ = "_io"

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        self._raw = _uninitialized
        if not raw.writable():
            raise UnsupportedOperation("File or stream is not writable.")
        self._start(raw, buffer_size)


class BufferedRandom(_Reading, _Writing):
    __module__ = "_io"

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        self._raw = _uninitialized
        raw._checkSeekable()
        raw._checkReadable()
        raw._checkWritable()
        self._start(raw, buffer_size)


class BufferedRWPair(BufferedIOBase):
    __module__ = "_io"

    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /):
        if not reader.readable():
            raise UnsupportedOperation("File or stream is not readable.")
        if not writer.writable():
            raise UnsupportedOperation("File or stream is not writable.")
        self.reader = BufferedReader(reader, buffer_size)
        self.writer = BufferedWriter(writer, buffer_size)

    reader = writer = _uninitialized

    def read(self, size=-1, /):
        return self.reader.read(size)

    def read1(self, size=-1, /):
        return self.reader.read1(size)

    def readinto(self, buffer, /):
        return self.reader.readinto(buffer)

    def readinto1(self, buffer, /):
        return self.reader.readinto1(buffer)

    def peek(self, size=0, /):
        return self.reader.peek(size)

    def write(self, data, /):
        return self.writer.write(data)

    def readable(self, /):
        return self.reader.readable()

    def writable(self, /):
        return self.writer.writable()

    def flush(self, /):
        return self.writer.flush()

    def isatty(self, /):
        return self.writer.isatty() or self.reader.isatty()

    def close(self, /):
        try:
            self.writer.close()
        finally:
            self.reader.close()

    @property
    def closed(self):
        return self.writer.closed



for _kind in (_Buffered, _Reading, _Writing, BufferedReader, BufferedWriter, BufferedRandom,
              BufferedRWPair):
    _mark_quiet(_kind)
