# Text streams: their base, newlines, and text in memory. Neighbour: io.py (text files).
from _io import IOBase, UnsupportedOperation, _index, _integer, _set_rest, _type_name


class TextIOBase(IOBase):
    __module__ = "io"
    encoding = errors = newlines = None

    def read(self, size=-1, /):
        raise UnsupportedOperation("read")

    def readline(self, size=-1, /):
        raise UnsupportedOperation("readline")

    def write(self, text, /):
        raise UnsupportedOperation("write")

    def detach(self, /):
        raise UnsupportedOperation("detach")


class IncrementalNewlineDecoder:
    __module__ = "_io"

    def __init__(self, decoder, translate, errors="strict"):
        self.decoder = decoder
        self.translate = translate
        self.errors = errors
        self._seen = [False, False, False]  # \r, \n, \r\n
        self._return = False  # a \r at the end waits for what follows

    def decode(self, input, final=False):
        text = input if self.decoder is None else self.decoder.decode(input, final=final)
        if self._return and (text or final):
            text = "\r" + text
            self._return = False
        if text[-1:] == "\r" and not final:
            text = text[:-1]
            self._return = True
        if "\r" in text or "\n" in text:
            pairs = text.count("\r\n")
            self._seen[0] |= text.count("\r") > pairs
            self._seen[1] |= text.count("\n") > pairs
            self._seen[2] |= pairs > 0
            if self.translate and "\r" in text:
                text = text.replace("\r\n", "\n").replace("\r", "\n")
        return text

    def getstate(self):
        data, flag = (b"", 0) if self.decoder is None else self.decoder.getstate()
        return data, flag << 1 | self._return

    def setstate(self, state):
        data, flag = state
        self._return = bool(flag & 1)
        if self.decoder is not None:
            self.decoder.setstate((data, flag >> 1))

    def reset(self):
        self._seen = [False, False, False]
        self._return = False
        if self.decoder is not None:
            self.decoder.reset()

    @property
    def newlines(self):
        found = tuple([e for e, seen in zip(("\r", "\n", "\r\n"), self._seen) if seen])
        return None if not found else found[0] if len(found) == 1 else found


def _check_newline(newline):
    if newline is not None and not isinstance(newline, str):
        raise TypeError(f"illegal newline type: {type(newline)}")
    if newline not in (None, "", "\n", "\r", "\r\n"):
        raise ValueError(f"illegal newline value: {newline!r}")


# Behind the end of the first line of text[start:], or 0 if it does not end.
def _line_end(text, start, newline):
    if newline is None or newline == "\n":
        return text.find("\n", start) + 1
    if newline:
        at = text.find(newline, start)
        return 0 if at < 0 else at + len(newline)
    n = text.find("\n", start)
    r = text.find("\r", start, n if n >= 0 else len(text))
    if r >= 0:
        return r + 2 if text[r + 1:r + 2] == "\n" else r + 1
    return n + 1


class StringIO(TextIOBase):
    __module__ = "_io"

    def __init__(self, initial_value="", newline="\n"):
        _check_newline(newline)
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError("initial_value must be str or None, not "
                            f"{type(initial_value).__name__}")
        self._newline = newline
        self._decoder = IncrementalNewlineDecoder(None, newline is None) if not newline else None
        self._text = ""
        self._pieces = None  # written at the end and not joined yet
        self._at = 0
        if initial_value:
            self.write(initial_value)
            self._join()
            self._at = 0

    def _checkClosed(self, message=None):
        if self._closed:
            raise ValueError("I/O operation on closed file")

    def readable(self, /):
        self._checkClosed()
        return True

    writable = seekable = readable

    @property
    def line_buffering(self):
        self._checkClosed()
        return False

    @property
    def newlines(self):
        return None if self._decoder is None else self._decoder.newlines

    def _join(self):
        if self._pieces is not None:
            self._text += "".join(self._pieces)
            self._pieces = None
        return self._text

    def getvalue(self, /):
        self._checkClosed()
        return self._join()

    def write(self, text, /):
        if self._closed:
            self._checkClosed()
        if not isinstance(text, str):
            raise TypeError(f"string argument expected, got '{type(text).__name__}'")
        n = len(text)
        if self._newline != "\n":
            if self._decoder is not None:
                text = self._decoder.decode(text, final=True)
            elif "\n" in text:
                text = text.replace("\n", self._newline)
        if self._pieces is not None:
            self._pieces.append(text)
            self._at += len(text)
            return n
        at = self._at
        whole = self._text
        if at == len(whole):
            self._pieces = [text]
            self._at = at + len(text)
            return n
        if text:
            whole += "\0" * (at - len(whole))
            self._text = whole[:at] + text + whole[at + len(text):]
            self._at = at + len(text)
        return n

    def read(self, size=-1, /):
        self._checkClosed()
        size = -1 if size is None else _index(size)
        text = self._join()
        part = text[self._at:] if size < 0 else text[self._at:self._at + size]
        self._at += len(part)
        return part

    def readline(self, size=-1, /):
        self._checkClosed()
        size = -1 if size is None else _index(size)
        text = self._join()
        end = _line_end(text, self._at, self._newline) or len(text)
        if size >= 0:
            end = min(end, self._at + size)
        line = text[self._at:end]
        self._at = max(end, self._at)
        return line

    def tell(self, /):
        self._checkClosed()
        return self._at

    def seek(self, offset, whence=0, /):
        self._checkClosed()
        offset = _integer(offset)
        if whence not in (0, 1, 2):
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        if whence == 0 and offset < 0:
            raise ValueError(f"Negative seek position {offset}")
        if whence != 0 and offset != 0:
            raise OSError("Can't do nonzero cur-relative seeks")
        self._join()
        self._at = offset if whence == 0 else self._at if whence == 1 else len(self._text)
        return self._at

    def truncate(self, size=None, /):
        self._checkClosed()
        size = self._at if size is None else _index(size)
        if size < 0:
            raise ValueError(f"Negative size value {size}")
        self._text = self._join()[:size]
        return size

    def close(self, /):
        self._closed = True
        self._text = ""
        self._pieces = None

    def __getstate__(self):
        self._checkClosed()
        names = ("_text", "_at", "_pieces", "_newline", "_decoder")
        rest = {k: v for k, v in self.__dict__.items() if k not in names}
        return self._join(), self._newline, self._at, rest or None

    def __setstate__(self, state, /):
        self._checkClosed()
        if not isinstance(state, tuple) or len(state) < 4:
            raise TypeError(f"{_type_name(type(self))}.__setstate__ argument should be 4-tuple, "
                            f"got {type(state).__name__}")
        text, newline, at, rest = state[:4]
        StringIO.__init__(self, "", newline)
        if not isinstance(text, str):
            raise TypeError("initial_value must be str or None, not "
                            f"{type(text).__name__}")
        self._text = text
        if not isinstance(at, int):
            raise TypeError(f"third item of state must be an integer, got {type(at).__name__}")
        if at < 0:
            raise ValueError("position value cannot be negative")
        self._at = at
        _set_rest(self, rest, "fourth")

    def __reduce_ex__(self, protocol):
        import copyreg
        return copyreg.__newobj__, (type(self),), self.__getstate__()


for _kind in (TextIOBase, StringIO):
    _mark_quiet(_kind)
