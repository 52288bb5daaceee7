# Text files. Neighbours: _io_text.py (text in memory), _io_position.py (seek and tell), io.py.
#
#   buffer ->  _text: the last piece decoded, [_at:] not asked for yet
#              _snapshot: (flags, bytes), what _text was decoded from; kept while _telling
#   buffer <-  _pieces: written and not passed on yet
#
# Encodings in which a piece of text is its bytes, wherever it stands, need no encoder object.
from _io import UnsupportedOperation, _index
from _io_buffered import BufferedReader, _Absent
from _io_decoder import Decoder
from _io_text import IncrementalNewlineDecoder, TextIOBase, _check_newline, _line_end

_DIRECT = {"utf-8": "utf-8", "utf8": "utf-8", "ascii": "ascii", "us-ascii": "ascii",
           "latin-1": "latin-1", "iso8859-1": "latin-1", "iso-8859-1": "latin-1"}
_CHUNK = 8192
_LARGE_CHUNK = 1 << 16
_uninitialized = _Absent("I/O operation on uninitialized object")
_detached = _Absent("underlying buffer has been detached")


class TextIOWrapper(TextIOBase):
    __module__ = "_io"
    _buffer = _uninitialized
    _at = 0

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False,
                 write_through=False):
        self._buffer = _uninitialized
        _check_newline(newline)
        if encoding is not None and not isinstance(encoding, str):
            raise TypeError("TextIOWrapper() argument 'encoding' must be str or None, not "
                            f"{type(encoding).__name__}")
        if errors is not None and not isinstance(errors, str):
            raise TypeError("TextIOWrapper() argument 'errors' must be str or None, not "
                            f"{type(errors).__name__}")
        if encoding is not None and "\0" in encoding or errors is not None and "\0" in errors:
            raise ValueError("embedded null character")
        self._set_up(encoding or "UTF-8", errors or "strict", newline, line_buffering,
                     write_through)
        self._text = ""
        self._at = 0
        self._snapshot = None
        self._ratio = 0  # bytes a character, in what was read last
        self._pieces = []
        self._pieces_size = 0
        self._chunk = _LARGE_CHUNK if type(buffer) is BufferedReader else _CHUNK
        self._readable = self._writable = None  # asked for when it matters
        self._seekable = self._telling = bool(buffer.seekable())
        self._buffer = buffer
        if self._direct is None and self._seekable and buffer.writable():
            self._make_encoder()

    def _set_up(self, encoding, errors, newline, line_buffering, write_through):
        name = encoding.lower()
        if name == "locale":
            encoding = "UTF-8"
            name = "utf-8"
        self._direct = _DIRECT.get(name)
        if self._direct is None:
            import codecs
            if not getattr(codecs.lookup(encoding), "_is_text_encoding", True):
                raise LookupError(f"{encoding!r} is not a text encoding; use codecs.open() to "
                                  "handle arbitrary codecs")
        self._encoding = encoding
        self._errors = errors
        self._is_utf8 = self._direct == "utf-8" and errors == "strict"
        self._newline = newline
        self._line_buffering = bool(line_buffering)
        self._write_through = bool(write_through)
        self._decoder = None
        self._encoder = None

    @property
    def buffer(self):
        buffer = self._buffer
        if type(buffer) is _Absent:
            return None
        return buffer

    @property
    def encoding(self):
        return self._encoding

    @property
    def errors(self):
        if self._buffer is _uninitialized:
            self._buffer.closed
        return self._errors

    @property
    def line_buffering(self):
        return self._line_buffering

    @property
    def write_through(self):
        return self._write_through

    @property
    def newlines(self):
        if self._buffer is _uninitialized:
            self._buffer.closed
        return getattr(self._decoder, "newlines", None)

    @property
    def closed(self):
        return self._buffer.closed

    @property
    def name(self):
        return self._buffer.name

    @property
    def _CHUNK_SIZE(self):
        self._buffer.closed
        return min(self._chunk, _CHUNK) if self._chunk == _LARGE_CHUNK else self._chunk

    @_CHUNK_SIZE.setter
    def _CHUNK_SIZE(self, n):
        if n <= 0:
            raise ValueError("a strictly positive integer is required")
        self._chunk = n

    def _checkClosed(self, message=None):
        if self._buffer.closed:
            raise ValueError(message or "I/O operation on closed file.")

    def readable(self, /):
        return self._buffer.readable()

    def writable(self, /):
        return self._buffer.writable()

    def seekable(self, /):
        return self._buffer.seekable()

    def fileno(self, /):
        return self._buffer.fileno()

    def isatty(self, /):
        return self._buffer.isatty()

    def detach(self, /):
        self._buffer.closed
        self.flush()
        buffer = self._buffer
        self._buffer = _detached
        return buffer

    def flush(self, /):
        if self._buffer.closed:
            raise ValueError("I/O operation on closed file.")
        self._telling = self._seekable
        if self._pieces:
            self._push()
        self._buffer.flush()

    def close(self, /):
        if self._buffer.closed:
            return
        try:
            self.flush()
        finally:
            _forget_file(self)
            self._text = ""
            self._at = 0
            self._buffer.close()

    def reconfigure(self, *, encoding=None, errors=None, newline=..., line_buffering=None,
                    write_through=None):
        changes = encoding is not None or errors is not None or newline is not ...
        if changes and (self._text or self._snapshot is not None):
            raise UnsupportedOperation("It is not possible to set the encoding or newline of "
                                       "stream after the first read")
        if newline is ...:
            newline = self._newline
        elif newline is not None and not isinstance(newline, str):
            raise TypeError("reconfigure() argument 'newline' must be str or None, not "
                            f"{type(newline).__name__}")
        _check_newline(newline)
        self.flush()
        if line_buffering is None:
            line_buffering = self._line_buffering
        if write_through is None:
            write_through = self._write_through
        if changes:
            if errors is None:
                errors = self._errors if encoding is None else "strict"
            self._ratio = 0
            self._set_up(encoding or self._encoding, errors, newline, line_buffering,
                         write_through)
            if self._direct is None and self._seekable and self._buffer.writable():
                self._make_encoder()
        self._line_buffering = bool(line_buffering)
        self._write_through = bool(write_through)

    # --- writing

    def _make_encoder(self):
        import codecs
        self._encoder = codecs.getincrementalencoder(self._encoding)(self._errors)
        # No byte order mark in the middle, nor where it is not known to be the beginning.
        if (self._buffer.tell() != 0 if self._seekable
                else self._encoding.lower().replace("_", "-") in ("utf-16", "utf-32")):
            self._encoder.setstate(0)

    # Starts over: in front of the first byte, or not.
    def _reset_encoder(self, at_start):
        if self._encoder is not None:
            if at_start:
                self._encoder.reset()
            else:
                self._encoder.setstate(0)

    def _push(self):
        data = b"".join(self._pieces)
        self._pieces = []
        self._pieces_size = 0
        _forget_file(self)
        self._buffer.write(data)

    def write(self, text, /):
        buffer = self._buffer
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if buffer.closed:
            raise ValueError("I/O operation on closed file.")
        if self._writable is None:
            self._writable = buffer.writable()
        if not self._writable:
            raise UnsupportedOperation("not writable")
        n = len(text)
        ends = self._line_buffering and ("\n" in text or "\r" in text)
        if self._newline and self._newline != "\n" and "\n" in text:
            text = text.replace("\n", self._newline)
        if self._is_utf8 or self._direct is not None and text.isascii():
            data = text.encode()
        else:
            data = self._bytes_of(text)
        size = self._pieces_size + len(data)
        if size > self._chunk and self._pieces:
            self._push()
            size = len(data)
        if not self._pieces:
            _watch_file(self)
        self._pieces.append(data)
        self._pieces_size = size
        if size >= _CHUNK or ends or self._write_through:
            self._push()
        if ends:
            buffer.flush()
        if self._snapshot is not None or self._text:
            self._forget()
        return n

    def _bytes_of(self, text):
        if self._direct is not None:
            return text.encode(self._direct, self._errors)
        if self._encoder is None:
            self._make_encoder()
        data = self._encoder.encode(text)
        if not isinstance(data, bytes):
            raise TypeError("encoder should return a bytes object, not "
                            f"'{type(data).__name__}'")
        return data

    # --- reading

    def _forget(self):
        self._text = ""
        self._at = 0
        self._snapshot = None
        if self._decoder is not None:
            self._decoder.reset()

    # The decoder, or an error if the file is not for reading.
    def _reading(self):
        buffer = self._buffer
        if buffer.closed:
            raise ValueError("I/O operation on closed file.")
        if self._readable is None:
            self._readable = buffer.readable()
        if not self._readable:
            raise UnsupportedOperation("not readable")
        if self._pieces:
            self._push()
        if self._decoder is None:
            if self._direct is not None:
                decoder = Decoder(self._direct, self._errors)
            else:
                import codecs
                decoder = codecs.getincrementaldecoder(self._encoding)(self._errors)
            if not self._newline:
                decoder = IncrementalNewlineDecoder(decoder, self._newline is None)
            self._decoder = decoder
        return self._decoder

    def _decode(self, data, final):
        text = self._decoder.decode(data, final)
        if not isinstance(text, str):
            raise TypeError("decoder should return a string result, not "
                            f"'{type(text).__name__}'")
        return text

    # The decoder's state: bytes that it holds, and flags.
    def _decoder_state(self):
        state = self._decoder.getstate()
        if not isinstance(state, tuple):
            raise TypeError("illegal decoder state")
        if len(state) != 2:
            raise TypeError("illegal decoder state")
        if not isinstance(state[0], bytes):
            raise TypeError("illegal decoder state: the first item should be a bytes object, not "
                            f"'{type(state[0]).__name__}'")
        return state

    # Decodes the next piece; false at the end of the file.
    def _fill(self, hint=0):
        if self._telling:
            held, flags = self._decoder_state()
        size = max(self._chunk, int(max(self._ratio, 1.0) * hint))
        buffer = self._buffer
        read = getattr(buffer, "read1", None)
        data = buffer.read(size) if read is None else read(size)
        if not isinstance(data, bytes):
            name = "read" if read is None else "read1"
            try:
                data = bytes(memoryview(data))
            except TypeError:
                raise TypeError(f"underlying {name}() should have returned a bytes-like object, "
                                f"not '{type(data).__name__}'") from None
        text = self._decode(data, not data)
        self._text = text
        self._at = 0
        self._ratio = len(data) / len(text) if text else 0
        if self._telling:
            self._snapshot = (flags, held + data)
        return bool(data) or bool(text)

    def read(self, size=-1, /):
        size = -1 if size is None else _index(size)
        self._reading()
        if size < 0:
            data = self._buffer.read()
            text = self._text[self._at:] + self._decode(data or b"", True)
            self._text = ""
            self._at = 0
            self._snapshot = None
            return text
        text = self._text[self._at:self._at + size]
        self._at += len(text)
        if len(text) == size:
            return text
        pieces = [text]
        missing = size - len(text)
        while missing > 0 and self._fill(missing):
            text = self._text[:missing]
            self._at = len(text)
            pieces.append(text)
            missing -= len(text)
        return "".join(pieces)

    def readline(self, size=-1, /):
        if self._newline is None and size == -1 and not self._pieces:
            text = self._text
            start = self._at
            end = text.find("\n", start) + 1
            if end:
                self._at = end
                return text[start:end]
        size = -1 if size is None else _index(size)
        self._reading()
        return self._next_line(size)

    # A line may begin in one piece and end in another.
    def _next_line(self, limit):
        newline = self._newline
        pieces = []
        taken = 0
        rest = ""  # a \r that may be the first half of the line's end
        while True:
            if self._at >= len(self._text) and not self._fill_some():
                self._text = ""
                self._at = 0
                self._snapshot = None
                pieces.append(rest)
                break
            text = rest + self._text if rest else self._text
            start = self._at
            end = _line_end(text, start, newline)
            stop = end or len(text) - (newline == "\r\n" and text[-1] == "\r")
            if 0 <= limit <= stop - start + taken:
                stop = end = start + limit - taken
            if stop > start:
                pieces.append(text[start:stop])
                taken += stop - start
            if end or 0 <= limit <= taken:
                self._at = stop - len(rest)
                break
            rest = text[stop:]
            self._text = ""
            self._at = 0
        return "".join(pieces)

    # Decodes until there is text; false at the end of the file.
    def _fill_some(self):
        more = self._fill()
        while more and not self._text:
            more = self._fill()
        return more

    def __next__(self):
        self._telling = False
        if self._newline is None:
            text = self._text
            start = self._at
            end = text.find("\n", start) + 1
            if end:
                self._at = end
                return text[start:end]
        line = self.readline()
        if not isinstance(line, str):
            raise OSError("readline() should have returned a str object, not "
                          f"'{type(line).__name__}'")
        if not line:
            self._snapshot = None
            self._telling = self._seekable
            raise StopIteration
        return line

    # --- positions

    def tell(self, /):
        import _io_position
        return _io_position.tell(self)

    def seek(self, cookie, whence=0, /):
        import _io_position
        return _io_position.seek(self, cookie, whence)

    def truncate(self, size=None, /):
        self._buffer.closed
        self.flush()
        return self._buffer.truncate(size)

    def __repr__(self):
        text = "<_io.TextIOWrapper"
        for field in ("name", "mode"):
            try:
                text += f" {field}={getattr(self, field)!r}"
            except (AttributeError, ValueError):
                pass
        return f"{text} encoding={self._encoding!r}>"


_mark_quiet(TextIOWrapper)
