# Codecs as objects, where no CPython is installed whose library has this module: of the encodings
# that are built in (_codecs.py).
from _codecs import *
from _codecs import lookup
import _encodings

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_UTF16_LE = BOM_LE = BOM = BOM_UTF16 = b"\xff\xfe"
BOM_UTF16_BE = BOM_BE = b"\xfe\xff"
BOM_UTF32_LE = BOM_UTF32 = b"\xff\xfe\x00\x00"
BOM_UTF32_BE = b"\x00\x00\xfe\xff"


class CodecInfo(tuple):
    def __new__(cls, encode, decode, streamreader=None, streamwriter=None,
                incrementalencoder=None, incrementaldecoder=None, name=None, *, _is_text_encoding=True):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self._is_text_encoding = _is_text_encoding
        self.encode = encode
        self.decode = decode
        self.name = name
        self.streamreader = streamreader
        self.streamwriter = streamwriter
        self.incrementalencoder = incrementalencoder
        self.incrementaldecoder = incrementaldecoder
        return self

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} object for encoding {self.name}>"


_shown = {"utf8": "utf-8", "u8": "utf-8", "latin1": "iso8859-1", "iso88591": "iso8859-1",
          "l1": "iso8859-1", "latin": "iso8859-1", "ascii": "ascii", "usascii": "ascii",
          "646": "ascii", "utf16": "utf-16", "u16": "utf-16", "utf16le": "utf-16-le",
          "utf16be": "utf-16-be", "utf32": "utf-32", "u32": "utf-32", "utf32le": "utf-32-le",
          "utf32be": "utf-32-be", "utf8sig": "utf-8-sig", "unicodeescape": "unicode-escape",
          "rawunicodeescape": "raw-unicode-escape"}
_infos = {}


# What the registry asks where there is no encodings package.
def _search_own(encoding):
    name = _shown.get(_encodings.normalize(encoding))
    if name is None:
        return None
    info = _infos.get(name)
    if info is None:
        info = _infos[name] = _info(name)
    return info


def _info(encoding):
    def encoder(text, errors="strict"):
        return text.encode(encoding, errors), len(text)

    def decoder(data, errors="strict"):
        return bytes(data).decode(encoding, errors), len(data)

    class codec(Codec):
        encode = staticmethod(encoder)
        decode = staticmethod(decoder)

    class incremental_encoder(_Encoder):
        _encoding = encoding

    class incremental_decoder(_Decoder):
        _encoding = encoding

    class reader(codec, StreamReader):
        # With a mark in front it is read as a whole, so that the mark is only taken there.
        if encoding not in ("utf-16", "utf-32", "utf-8-sig"):
            def decode(self, data, errors="strict"):
                data = bytes(data)
                stop = len(data) - _encodings.incomplete(data, encoding)
                return data[:stop].decode(encoding, errors), stop

    class writer(codec, StreamWriter):
        pass
    return CodecInfo(encoder, decoder, reader, writer, incremental_encoder, incremental_decoder,
                     encoding)


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    made = lookup(encoding).incrementalencoder
    if made is None:
        raise LookupError(encoding)
    return made


def getincrementaldecoder(encoding):
    made = lookup(encoding).incrementaldecoder
    if made is None:
        raise LookupError(encoding)
    return made


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def iterencode(iterator, encoding, errors="strict", **kwargs):
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for text in iterator:
        output = encoder.encode(text)
        if output:
            yield output
    output = encoder.encode("", True)
    if output:
        yield output


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for data in iterator:
        output = decoder.decode(data)
        if output:
            yield output
    output = decoder.decode(b"", True)
    if output:
        yield output


class Codec:
    def encode(self, input, errors="strict"):
        raise NotImplementedError

    def decode(self, input, errors="strict"):
        raise NotImplementedError


class IncrementalEncoder:
    def __init__(self, errors="strict"):
        self.errors = errors
        self.buffer = ""

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


class IncrementalDecoder:
    def __init__(self, errors="strict"):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return b"", 0

    def setstate(self, state):
        pass


class BufferedIncrementalDecoder(IncrementalDecoder):
    def __init__(self, errors="strict"):
        IncrementalDecoder.__init__(self, errors)
        self.buffer = b""

    def decode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_decode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        self.buffer = b""

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


class BufferedIncrementalEncoder(IncrementalEncoder):
    def encode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_encode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        self.buffer = ""


class _Encoder(IncrementalEncoder):
    # Only the first piece has a byte order mark.
    _begun = False

    def encode(self, input, final=False):
        name = self._encoding
        if self._begun:
            name = {"utf-16": "utf-16-le", "utf-32": "utf-32-le", "utf-8-sig": "utf-8"}.get(
                name, name)
        self._begun = True
        return input.encode(name, self.errors)

    def reset(self):
        self._begun = False

    def getstate(self):
        return 0 if self._begun else 2

    def setstate(self, state):
        self._begun = state == 0


# Which byte order there is without a mark: after it has been seen.
_ORDERS = {"utf-16": ("utf-16-le", "utf-16-be", 2), "utf-32": ("utf-32-le", "utf-32-be", 4)}


class _Decoder(BufferedIncrementalDecoder):
    # What a piece ends with and is no whole character waits for the next. _order: the encoding
    # behind the byte order mark.
    _order = None

    def _buffer_decode(self, data, errors, final):
        name = self._order or self._encoding
        if name in _ORDERS:
            little, big, need = _ORDERS[name]
            if len(data) < need:
                if not final:
                    return "", 0
                return data.decode(name, errors), len(data)
            if data[:need] == (0xfeff).to_bytes(need, "big"):
                name = self._order = big
            elif data[:need] == (0xfeff).to_bytes(need, "little"):
                name = self._order = little
            else:
                raise UnicodeError(f"{name.upper()} stream does not start with BOM")
            stop = len(data) if final else len(data) - _encodings.incomplete(data, name)
            return data[need:stop].decode(name, errors), stop
        if name == "utf-8-sig":
            if len(data) < 3 and not final and BOM_UTF8.startswith(data):
                return "", 0
            self._order = "utf-8"
        stop = len(data) if final else len(data) - _encodings.incomplete(data, name)
        return data[:stop].decode(name, errors), stop

    def reset(self):
        self.buffer = b""
        self._order = None

    def getstate(self):
        name = self._encoding
        order = self._order
        if name in _ORDERS:
            return self.buffer, 2 if order is None else _ORDERS[name].index(order)
        return self.buffer, int(name == "utf-8-sig" and order is None)

    def setstate(self, state):
        self.buffer, flag = state
        name = self._encoding
        if name in _ORDERS:
            self._order = None if flag > 1 else _ORDERS[name][flag]
        elif name == "utf-8-sig":
            self._order = None if flag else "utf-8"


# A codec around a stream, whose other attributes it has too.
class _StreamCodec(Codec):
    def __getattr__(self, name):
        if name == "stream":
            raise AttributeError(name)  # a copy that has none yet
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.stream.close()


class StreamWriter(_StreamCodec):
    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self.errors = errors

    def write(self, object):
        self.stream.write(self.encode(object, self.errors)[0])

    def writelines(self, list):
        self.write("".join(list))

    def reset(self):
        pass


class StreamReader(_StreamCodec):
    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self.errors = errors
        self.reset()

    # All there is to read now; the beginning of a character waits for its end.
    def _all(self):
        while True:
            new = self.stream.read()
            data = self._rest + new
            if data:
                text, used = self.decode(data, self.errors)
                self._text += text
                self._rest = data[used:]
            if not new:
                return self._text

    def read(self, size=-1, chars=-1, firstline=False):
        text = self._all()
        size = chars if chars >= 0 else size
        taken = text if size is None or size < 0 else text[:size]
        self._text = text[len(taken):]
        return taken

    def readline(self, size=None, keepends=True):
        lines = self._all().splitlines(True)
        line = lines[0] if lines else ""
        self._text = self._text[len(line):]
        return line if keepends or not line else line.splitlines()[0]

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def reset(self):
        self._text, self._rest = "", b""

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line


# A stream that is read and written in an encoding.
class StreamReaderWriter(_StreamCodec):
    encoding = "unknown"

    def __init__(self, stream, Reader, Writer, errors="strict"):
        self.stream = stream
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)
        self.errors = errors

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None, keepends=True):
        return self.reader.readline(size, keepends)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def __next__(self):
        return next(self.reader)

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reader.reset()
        if whence == 0 and offset == 0:
            self.writer.reset()

    def __reduce_ex__(self, protocol):
        raise TypeError(f"can't serialize {type(self).__name__}")


# The same with data in one encoding on this side, and in another in the stream.
class StreamRecoder(StreamReaderWriter):
    data_encoding = file_encoding = "unknown"

    def __init__(self, stream, encode, decode, Reader, Writer, errors="strict"):
        StreamReaderWriter.__init__(self, stream, Reader, Writer, errors)
        self.encode, self.decode = encode, decode

    def read(self, size=-1):
        return self.encode(self.reader.read(size), self.errors)[0]

    def readline(self, size=None, keepends=True):
        return self.encode(self.reader.readline(size), self.errors)[0]

    def readlines(self, sizehint=None):
        return self.read().splitlines(keepends=True)

    def __next__(self):
        return self.encode(next(self.reader), self.errors)[0]

    def write(self, data):
        return self.writer.write(self.decode(data, self.errors)[0])

    def writelines(self, list):
        return self.write(b"".join(list))


def EncodedFile(file, data_encoding, file_encoding=None, errors="strict"):
    inside = lookup(data_encoding)
    outside = lookup(file_encoding or data_encoding)
    made = StreamRecoder(file, inside.encode, inside.decode, outside.streamreader,
                         outside.streamwriter, errors)
    made.data_encoding, made.file_encoding = data_encoding, file_encoding or data_encoding
    return made


def make_identity_dict(rng):
    return {i: i for i in rng}


def make_encoding_map(decoding_map):
    made = {}
    for k, v in decoding_map.items():
        made[v] = None if v in made else k
    return made


strict_errors = lookup_error("strict")
ignore_errors = lookup_error("ignore")
replace_errors = lookup_error("replace")
xmlcharrefreplace_errors = lookup_error("xmlcharrefreplace")
backslashreplace_errors = lookup_error("backslashreplace")
namereplace_errors = lookup_error("namereplace")


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    import io
    if encoding is None:
        return io.open(filename, mode, buffering)
    info = lookup(encoding)
    if "b" not in mode:
        mode += "b"
    file = io.open(filename, mode, buffering)
    made = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
    made.encoding = encoding
    return made
