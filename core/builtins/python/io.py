# Text files, and open(). Neighbours: _io.py (binary files), _io_text.py (text in memory).
from _io import (DEFAULT_BUFFER_SIZE, SEEK_CUR, SEEK_END, SEEK_SET, BufferedIOBase, BytesIO, FileIO,
                 IOBase, RawIOBase, UnsupportedOperation, WholeFile, _flush_all, _index, _unwritten)
from _io_buffered import BufferedRandom, BufferedReader, BufferedRWPair, BufferedWriter
from _io_text import IncrementalNewlineDecoder, StringIO, TextIOBase, _check_newline, _line_end
import atexit

__all__ = ["BlockingIOError", "open", "open_code", "IOBase", "RawIOBase", "FileIO", "BytesIO",
           "StringIO", "BufferedIOBase", "BufferedReader", "BufferedWriter", "BufferedRWPair",
           "BufferedRandom", "TextIOBase", "TextIOWrapper", "UnsupportedOperation", "SEEK_SET",
           "SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE", "IncrementalNewlineDecoder",
           "text_encoding"]
BlockingIOError = BlockingIOError
_CHUNK = 1 << 16


class TextIOWrapper(TextIOBase):
    __module__ = "_io"

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False,
                 write_through=False):
        _check_newline(newline)
        if encoding is not None and not isinstance(encoding, str):
            raise ValueError(f"invalid encoding: {encoding!r}")
        if errors is not None and not isinstance(errors, str):
            raise ValueError(f"invalid errors: {errors!r}")
        self.buffer = buffer
        self._set_up(encoding or "UTF-8", errors or "strict", newline, line_buffering,
                     write_through)
        self._text = ""  # decoded; [_at:] has not been asked for
        self._at = 0
        self._data = b""  # the bytes that _text was decoded from
        self._rest = b""  # those of a character that has begun
        self._telling = True
        self._dirty = False
        self._begun = False
        self._pieces = []  # ASCII that was written and not passed on yet
        self._pieces_size = 0

    def _set_up(self, encoding, errors, newline, line_buffering, write_through):
        import codecs
        if encoding.lower() == "locale":
            encoding = "UTF-8"
        codecs.lookup(encoding)
        self.encoding = encoding
        self.errors = errors
        self._newline = newline
        self._line_buffering = bool(line_buffering)
        self._write_through = bool(write_through)
        self._decoder = None
        self._encoder = None
        self._holds = not (line_buffering or write_through) and encoding.lower() in (
            "utf-8", "utf8", "ascii", "latin-1", "iso8859-1")

    def _push(self):
        text = "".join(self._pieces)
        self._pieces = []
        self._pieces_size = 0
        _unwritten.pop(id(self), None)
        if not self.buffer.closed:
            self.buffer.write(self._encode(text))

    def _make_decoder(self):
        import codecs
        self._decoder = codecs.getincrementaldecoder(self.encoding)(self.errors)
        if not self._newline:
            self._decoder = IncrementalNewlineDecoder(self._decoder, self._newline is None)
        return self._decoder

    def _encode(self, text):
        if self._encoder is None:
            import codecs
            self._encoder = codecs.getincrementalencoder(self.encoding)(self.errors)
            if self.encoding.lower() not in ("utf-8", "ascii", "latin-1") and self.seekable():
                if self.buffer.tell() != 0:
                    self._encoder.setstate(0)
        return self._encoder.encode(text)

    @property
    def line_buffering(self):
        return self._line_buffering

    @property
    def write_through(self):
        return self._write_through

    @property
    def newlines(self):
        return getattr(self._decoder, "newlines", None)

    @property
    def closed(self):
        return self.buffer.closed

    @property
    def name(self):
        return self.buffer.name

    def reconfigure(self, *, encoding=None, errors=None, newline=..., line_buffering=None,
                    write_through=None):
        self.flush()
        if newline is ...:
            newline = self._newline
        _check_newline(newline)
        if errors is None:
            errors = self.errors if encoding is None else "strict"
        self._set_up(encoding or self.encoding, errors, newline,
                     self._line_buffering if line_buffering is None else line_buffering,
                     self._write_through if write_through is None else write_through)

    def readable(self):
        return self.buffer.readable()

    def writable(self):
        return self.buffer.writable()

    def seekable(self):
        self._checkClosed()
        return self.buffer.seekable()

    def fileno(self):
        return self.buffer.fileno()

    def isatty(self):
        return self.buffer.isatty()

    def detach(self):
        self.flush()
        buffer, self.buffer = self.buffer, None
        return buffer

    def flush(self):
        self._checkClosed()
        self._telling = True
        if self._pieces:
            self._push()
        self.buffer.flush()

    def close(self):
        if self.buffer is not None and not self.closed:
            try:
                self.flush()
            finally:
                self._text = ""
                self._at = 0
                self.buffer.close()

    def write(self, text, /):
        self._checkClosed()
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        n = len(text)
        line_ends = self._line_buffering and ("\n" in text or "\r" in text)
        if self._newline and self._newline != "\n" and "\n" in text:
            text = text.replace("\n", self._newline)
        if not self.buffer.writable():
            raise UnsupportedOperation("not writable")
        if self._text or self._rest:
            self._go_back()
        if self._holds and text.isascii():
            if not self._pieces:
                _unwritten[id(self)] = self
            self._pieces.append(text)
            self._pieces_size += n
            if self._pieces_size > 8192:
                self._push()
            return n
        if self._pieces:
            self._push()
        self.buffer.write(self._encode(text))
        if line_ends or self._write_through:
            self.flush()
        return n

    def _go_back(self):
        # Puts the buffer where the program believes to be.
        if self.seekable():
            self.buffer.seek(self.tell())
        self._forget()

    def _forget(self):
        self._text = ""
        self._at = 0
        self._data = self._rest = b""
        self._decoder = None

    def _fill(self):
        # Decodes more behind what is there; false at the end of the file.
        decoder = self._decoder or self._make_decoder()
        if not self.buffer.readable():
            raise UnsupportedOperation("not readable")
        if self._pieces:
            self._push()
        read = getattr(self.buffer, "read1", self.buffer.read)
        data = read(_CHUNK)
        text = decoder.decode(data or b"", final=not data)
        if self._at >= len(self._text):
            self._data = self._rest + data
            self._text = text
        else:
            self._data = self._prefix()[1] + data
            self._text = self._text[self._at:] + text
        self._at = 0
        self._rest = decoder.getstate()[0]
        return bool(data) or bool(text)

    # The bytes of _data that were consumed, and the others.
    def _prefix(self):
        data = self._data
        if self._at >= len(self._text):
            n = len(data) - len(self._rest)
            return data[:n], data[n:]
        import codecs
        low, high = 0, len(data)
        while low < high:
            middle = (low + high) // 2
            decoder = codecs.getincrementaldecoder(self.encoding)(self.errors)
            text = decoder.decode(data[:middle])
            if self._newline is None:
                text = text.replace("\r\n", "\n").replace("\r", "\n")
            if len(text) < self._at:
                low = middle + 1
            else:
                high = middle
        if self._newline is None and data[low - 1:low + 1] == b"\r\n":
            low += 1
        return data[:low], data[low:]

    def read(self, size=-1, /):
        self._checkClosed()
        size = -1 if size is None else _index(size)
        if not self.buffer.readable():
            raise UnsupportedOperation("not readable")
        if self._pieces:
            self._push()
        if size < 0:
            decoder = self._decoder or self._make_decoder()
            data = self.buffer.read()
            text = self._text[self._at:] + decoder.decode(data or b"", final=True)
            self._text = ""
            self._at = 0
            self._data = self._rest = b""
            return text
        while len(self._text) - self._at < size and self._fill():
            pass
        text = self._text[self._at:self._at + size]
        self._at += len(text)
        return text

    def readline(self, size=-1, /):
        self._checkClosed()
        size = -1 if size is None else _index(size)
        text = self._text
        start = self._at
        if self._newline is None and size < 0:
            end = text.find("\n", start) + 1
            if end:
                self._at = end
                return text[start:end]
        while True:
            end = _line_end(self._text, start, self._newline)
            if end == len(self._text) and self._newline == "" and self._text[end - 1:] == "\r":
                end = 0  # a \n may follow
            if 0 <= size <= (end or len(self._text)) - self._at:
                end = self._at + size
                break
            if end:
                break
            start = len(self._text) - self._at
            if not self._fill():
                end = len(self._text)
                break
            start = max(start - 1, 0)
        line = self._text[self._at:end]
        self._at = end
        return line

    def __next__(self):
        self._telling = False
        if self._newline is None:
            start = self._at
            end = self._text.find("\n", start) + 1
            if end and self._text:
                self._at = end
                return self._text[start:end]
        line = self.readline()
        if not line:
            self._telling = True
            raise StopIteration
        return line

    def tell(self):
        self._checkClosed()
        if not self.seekable():
            raise UnsupportedOperation("underlying stream is not seekable")
        if not self._telling:
            raise OSError("telling position disabled by next() call")
        if self._pieces:
            self._push()
        return self.buffer.tell() - len(self._prefix()[1])

    def seek(self, cookie, whence=0, /):
        self._checkClosed()
        if not self.seekable():
            raise UnsupportedOperation("underlying stream is not seekable")
        if whence == 1:
            if cookie != 0:
                raise UnsupportedOperation("can't do nonzero cur-relative seeks")
            cookie = self.tell()
        elif whence == 2:
            if cookie != 0:
                raise UnsupportedOperation("can't do nonzero end-relative seeks")
            self.flush()
            self._forget()
            return self.buffer.seek(0, 2)
        elif whence != 0:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        if cookie < 0:
            raise ValueError(f"negative seek position {cookie!r}")
        self.flush()
        self._forget()
        self.buffer.seek(cookie)
        if self._encoder is not None:
            self._encoder.setstate(0) if cookie else self._encoder.reset()
        return cookie

    def truncate(self, size=None, /):
        self.flush()
        return self.buffer.truncate(self.tell() if size is None else size)

    def __repr__(self):
        text = "<_io.TextIOWrapper"
        for field in ("name", "mode"):
            try:
                text += f" {field}={getattr(self, field)!r}"
            except AttributeError:
                pass
        return f"{text} encoding={self.encoding!r}>"


def text_encoding(encoding, stacklevel=2):
    return "locale" if encoding is None else encoding


def _check_mode(mode, encoding, errors, newline):
    if any([c not in "rwaxbt+" for c in mode]) or len(mode) > len(set(mode)):
        raise ValueError(f"invalid mode: {mode!r}")
    if "b" in mode and "t" in mode:
        raise ValueError("can't have text and binary mode at once")
    if len([c for c in mode if c in "rwax"]) > 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    if not any([c in "rwax" for c in mode]):
        raise ValueError("Must have exactly one of create/read/write/append mode and at most one "
                         "plus")
    if "b" in mode:
        if encoding is not None:
            raise ValueError("binary mode doesn't take an encoding argument")
        if errors is not None:
            raise ValueError("binary mode doesn't take an errors argument")
        if newline is not None:
            raise ValueError("binary mode doesn't take a newline argument")


# The built-in open() calls it. The name io.open is the built-in itself, which no class binds.
def _open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True,
         opener=None):
    if not isinstance(file, (str, bytes, int)):
        file = _path_text(file)
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    if not isinstance(buffering, int):
        raise TypeError(f"'{type(buffering).__name__}' object cannot be interpreted as an integer")
    _check_mode(mode, encoding, errors, newline)
    binary = "b" in mode
    plain = mode.replace("t", "").replace("b", "")
    try:
        raw = FileIO(file, plain, closefd, opener)
    except OSError as e:
        if e.errno != 38:
            raise
        raw = WholeFile(file, plain)
    line_buffering = buffering == 1 and not binary
    if buffering == 0:
        if not binary:
            raw.close()
            raise ValueError("can't have unbuffered text I/O")
        return raw
    size = DEFAULT_BUFFER_SIZE if buffering < 2 else buffering
    if "+" in mode:
        buffer = BufferedRandom(raw, size)
    elif raw.readable():
        buffer = BufferedReader(raw, max(size, _CHUNK) if buffering < 2 else size)
    else:
        buffer = BufferedWriter(raw, size)
    if binary:
        return buffer
    text = TextIOWrapper(buffer, encoding, errors, newline, line_buffering or
                         buffering == -1 and isinstance(file, int) and raw.isatty())
    text.mode = mode
    return text


from builtins import open


@staticmethod
def open_code(path):
    return open(path, "rb")


atexit.register(_flush_all)


# The module of C that pickles and programs know these names by.
def _complete_module():
    import _io
    for name in __all__:
        if name not in ("SEEK_SET", "SEEK_CUR", "SEEK_END", "IOBase", "RawIOBase",
                        "BufferedIOBase", "TextIOBase"):
            setattr(_io, name, globals()[name])


_complete_module()
