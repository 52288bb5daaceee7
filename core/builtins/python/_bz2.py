# Compression by the system's libbz2, called through ctypes.
import ctypes

try:
    _library = ctypes.CDLL("libbz2.so.1.0")
except OSError as e:
    raise ImportError(f"bz2 needs the system's libbz2: {e}") from None

_PIECE = 65536


class _Stream(ctypes.Structure):
    _fields_ = [("next_in", ctypes.c_void_p), ("avail_in", ctypes.c_uint),
                ("total_in_low", ctypes.c_uint), ("total_in_high", ctypes.c_uint),
                ("next_out", ctypes.c_void_p), ("avail_out", ctypes.c_uint),
                ("total_out_low", ctypes.c_uint), ("total_out_high", ctypes.c_uint),
                ("state", ctypes.c_void_p), ("alloc", ctypes.c_void_p),
                ("free", ctypes.c_void_p), ("opaque", ctypes.c_void_p)]


def _check(code):
    if code >= 0:
        return code
    if code == -3:
        raise MemoryError
    if code in (-4, -5):
        raise OSError("Invalid data stream")
    if code == -2:
        raise ValueError("Internal error - invalid parameters passed to libbzip2")
    if code == -6:
        raise OSError("Unknown I/O error")
    if code == -7:
        raise EOFError("Compressed file ended before the logical end-of-stream was detected")
    if code == -1:
        raise RuntimeError("Internal error - Invalid sequence of commands sent to libbzip2")
    raise OSError(f"Unrecognized error from libbzip2: {code}")


def _bytes(data):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return data if isinstance(data, bytes) else bytes(memoryview(data))


class BZ2Compressor:
    __module__ = "_bz2"

    def __init__(self, compresslevel=9, /):
        if not 1 <= compresslevel <= 9:
            raise ValueError("compresslevel must be between 1 and 9")
        self._stream = _Stream()
        self._flushed = False
        _check(_library.BZ2_bzCompressInit(ctypes.byref(self._stream), compresslevel, 0, 0))

    def _run(self, data, action):
        stream, out = self._stream, []
        source = ctypes.create_string_buffer(data, len(data) or 1)
        stream.next_in, stream.avail_in = ctypes.addressof(source), len(data)
        room = ctypes.create_string_buffer(_PIECE)
        while True:
            stream.next_out, stream.avail_out = ctypes.addressof(room), _PIECE
            if action == 0 and stream.avail_in == 0:
                break
            code = _check(_library.BZ2_bzCompress(ctypes.byref(stream), action))
            out.append(room.raw[:_PIECE - stream.avail_out])
            if action == 2 and code == 4:
                break
        return b"".join(out)

    def compress(self, data, /):
        if self._flushed:
            raise ValueError("Compressor has been flushed")
        return self._run(_bytes(data), 0)

    def flush(self):
        if self._flushed:
            raise ValueError("Repeated call to flush()")
        self._flushed = True
        return self._run(b"", 2)

    def __reduce__(self):
        raise TypeError(f"cannot pickle '{type(self).__module__}.{type(self).__name__}' object")

    def __del__(self):
        if "_stream" in self.__dict__ and self._stream.state:
            _library.BZ2_bzCompressEnd(ctypes.byref(self._stream))


class BZ2Decompressor:
    __module__ = "_bz2"

    def __init__(self):
        self._stream = _Stream()
        self._rest = b""
        self.eof, self.needs_input, self.unused_data = False, True, b""
        _check(_library.BZ2_bzDecompressInit(ctypes.byref(self._stream), 0, 0))

    def decompress(self, data, max_length=-1):
        data = self._rest + _bytes(data)
        if self.eof:
            raise EOFError("End of stream already reached")
        stream, out, total = self._stream, [], 0
        source = ctypes.create_string_buffer(data, len(data) or 1)
        stream.next_in, stream.avail_in = ctypes.addressof(source), len(data)
        room = ctypes.create_string_buffer(_PIECE)
        while True:
            size = _PIECE if max_length < 0 else min(_PIECE, max_length - total)
            if max_length >= 0 and size == 0:
                break
            stream.next_out, stream.avail_out = ctypes.addressof(room), size
            code = _check(_library.BZ2_bzDecompress(ctypes.byref(stream)))
            made = size - stream.avail_out
            out.append(room.raw[:made])
            total += made
            if code == 4:
                self.eof = True
                break
            if stream.avail_in == 0 and stream.avail_out:
                break
        rest = data[len(data) - stream.avail_in:] if stream.avail_in else b""
        if self.eof:
            self.unused_data, self._rest, self.needs_input = rest, b"", False
        else:
            # What is full may have more to come from what the library keeps.
            self._rest = rest
            self.needs_input = not rest and (max_length < 0 or total < max_length)
        return b"".join(out)

    def __reduce__(self):
        raise TypeError(f"cannot pickle '{type(self).__module__}.{type(self).__name__}' object")

    def __del__(self):
        if "_stream" in self.__dict__ and self._stream.state:
            _library.BZ2_bzDecompressEnd(ctypes.byref(self._stream))
