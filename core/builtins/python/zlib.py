# zlib: checksums of our own, and compression by the system's libz, called through ctypes. Where
# there is no libz, compressing raises ImportError.
from _binary import adler32, crc32
from _compression_streams import as_bytes

ZLIB_VERSION = ZLIB_RUNTIME_VERSION = "1.2.13"
DEFLATED = 8
DEF_BUF_SIZE = 16384
DEF_MEM_LEVEL = 8
MAX_WBITS = 15
Z_NO_COMPRESSION, Z_BEST_SPEED, Z_BEST_COMPRESSION, Z_DEFAULT_COMPRESSION = 0, 1, 9, -1
Z_DEFAULT_STRATEGY, Z_FILTERED, Z_HUFFMAN_ONLY, Z_RLE, Z_FIXED = 0, 1, 2, 3, 4
Z_NO_FLUSH, Z_PARTIAL_FLUSH, Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH, Z_BLOCK, Z_TREES = range(7)
_OK, _STREAM_END, _NEED_DICT, _BUF_ERROR = 0, 1, 2, -5
_REASONS = {-5: "incomplete or truncated stream", -2: "inconsistent stream state",
            -3: "invalid input data"}


class error(Exception):
    pass


_library = []


# (the library, its z_stream)
def _zlib():
    if not _library:
        import ctypes
        try:
            library = ctypes.CDLL("libz.so.1")
        except OSError as e:
            raise ImportError(f"zlib needs the system's libz: {e}") from None

        class Stream(ctypes.Structure):
            _fields_ = [("next_in", ctypes.c_void_p), ("avail_in", ctypes.c_uint),
                        ("total_in", ctypes.c_ulong), ("next_out", ctypes.c_void_p),
                        ("avail_out", ctypes.c_uint), ("total_out", ctypes.c_ulong),
                        ("msg", ctypes.c_char_p), ("state", ctypes.c_void_p),
                        ("zalloc", ctypes.c_void_p), ("zfree", ctypes.c_void_p),
                        ("opaque", ctypes.c_void_p), ("data_type", ctypes.c_int),
                        ("adler", ctypes.c_ulong), ("reserved", ctypes.c_ulong)]
        _library[:] = library, Stream, ctypes
    return _library


def _check(stream, code, what):
    if code == -4:
        raise MemoryError(f"Out of memory while {what}")
    reason = stream.msg
    reason = _REASONS.get(code) if reason is None else reason.decode()
    raise error(f"Error {code} while {what}" + (f": {reason}" if reason else ""))


# What compressing and decompressing streams share: `_step` is deflate or inflate.
class _Stream:
    def __init__(self, step, end):
        library, Stream, self._ctypes = _zlib()
        self._stream = Stream()
        self._step = getattr(library, step)
        self._end = getattr(library, end)

    def _reference(self):
        return self._ctypes.byref(self._stream)

    # Gives `data` to the library: (output, the last answer, what it did not take). At most `most`
    # bytes come out; 0: all.
    def _run(self, data, flush, most=0):
        stream, ctypes = self._stream, self._ctypes
        source = ctypes.create_string_buffer(data, len(data) or 1)
        stream.next_in = ctypes.addressof(source)
        stream.avail_in = len(data)
        size = DEF_BUF_SIZE
        out = []
        total = 0
        while True:
            if most:
                size = min(size, most - total)
            room = ctypes.create_string_buffer(size)
            stream.next_out = ctypes.addressof(room)
            stream.avail_out = size
            code = self._step(self._reference(), flush)
            made = size - stream.avail_out
            total += made
            out.append(room.raw[:made])
            if code not in (_OK, _BUF_ERROR) or stream.avail_out or (most and total >= most):
                break
            size = min(size * 2, 1 << 20)
        return b"".join(out), code, data[len(data) - stream.avail_in:]

    def __del__(self):
        if "_stream" in self.__dict__ and self._stream.state:
            self._end(self._reference())


@_in_c
class Compress(_Stream):
    def __init__(self, level, method, wbits, memLevel, strategy, zdict):
        _Stream.__init__(self, "deflate", "deflateEnd")
        self._finished = False
        code = _zlib()[0].deflateInit2_(self._reference(), level, method, wbits, memLevel, strategy,
                                        ZLIB_VERSION.encode(), self._ctypes.sizeof(self._stream))
        if code == -2:
            raise ValueError("Invalid initialization option")
        if code != _OK:
            _check(self._stream, code, "creating compression object")
        if zdict is not None:
            zdict = as_bytes(zdict)
            _zlib()[0].deflateSetDictionary(self._reference(), zdict, len(zdict))

    def compress(self, data, /):
        return self._run(as_bytes(data), Z_NO_FLUSH)[0]

    def flush(self, mode=Z_FINISH, /):
        if mode == Z_NO_FLUSH:
            return b""
        if self._finished:
            raise error("Error -2 while flushing: inconsistent stream state")
        out, code, _ = self._run(b"", mode)
        self._finished = code == _STREAM_END
        if code not in (_OK, _STREAM_END, _BUF_ERROR):
            _check(self._stream, code, "flushing")
        return out


@_in_c
class Decompress(_Stream):
    def __init__(self, wbits, zdict):
        _Stream.__init__(self, "inflate", "inflateEnd")
        self.unused_data = b""
        self.unconsumed_tail = b""
        self.eof = False
        self._zdict = None if zdict is None else as_bytes(zdict)
        code = _zlib()[0].inflateInit2_(self._reference(), wbits, ZLIB_VERSION.encode(),
                                        self._ctypes.sizeof(self._stream))
        if code == -2:
            raise ValueError("Invalid initialization option")
        if code != _OK:
            _check(self._stream, code, "creating decompression object")
        if wbits < 0 and zdict is not None:  # no header of the data can ask for it
            _zlib()[0].inflateSetDictionary(self._reference(), self._zdict, len(self._zdict))

    def decompress(self, data, /, max_length=0):
        max_length = max_length.__index__()
        if max_length < 0:
            raise ValueError("max_length must be non-negative")
        data = as_bytes(data)
        if self.eof:
            self.unused_data += data
            return b""
        out, code, rest = self._run(data, Z_SYNC_FLUSH, max_length)
        if code == _NEED_DICT and self._zdict is not None:
            _zlib()[0].inflateSetDictionary(self._reference(), self._zdict, len(self._zdict))
            more, code, rest = self._run(rest, Z_SYNC_FLUSH, max_length)
            out += more
        if code == _STREAM_END:
            self.eof = True
            self.unused_data += rest
            self.unconsumed_tail = b""
        elif code in (_OK, _BUF_ERROR):
            self.unconsumed_tail = rest
        else:
            _check(self._stream, code, "decompressing data")
        return out

    def flush(self, length=DEF_BUF_SIZE, /):
        if length.__index__() <= 0:
            raise ValueError("length must be greater than zero")
        return self.decompress(self.unconsumed_tail)


def compressobj(level=-1, method=DEFLATED, wbits=MAX_WBITS, memLevel=DEF_MEM_LEVEL,
                strategy=Z_DEFAULT_STRATEGY, zdict=None):
    return Compress(level, method, wbits, memLevel, strategy, zdict)


def decompressobj(wbits=MAX_WBITS, zdict=None):
    return Decompress(wbits, zdict)


def compress(data, /, level=-1, wbits=MAX_WBITS):
    data = as_bytes(data)
    try:
        made = Compress(level, DEFLATED, wbits, DEF_MEM_LEVEL, Z_DEFAULT_STRATEGY, None)
    except ValueError:
        raise error("Bad compression level") from None
    return made.compress(data) + made.flush()


def decompress(data, /, wbits=MAX_WBITS, bufsize=DEF_BUF_SIZE):
    made = Decompress(wbits, None)
    out = made.decompress(as_bytes(data))
    if not made.eof:
        raise error("Error -5 while decompressing data: incomplete or truncated stream")
    return out
