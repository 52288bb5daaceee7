# Compression by the system's libbz2, called through ctypes.
import ctypes

from _compression_streams import Compressor, Decompressor

try:
    _library = ctypes.CDLL("libbz2.so.1.0")
except OSError as e:
    raise ImportError(f"bz2 needs the system's libbz2: {e}") from None


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


class BZ2Compressor(Compressor):
    __module__ = "_bz2"
    _FINISH = 2

    def __init__(self, compresslevel=9, /):
        if not 1 <= compresslevel <= 9:
            raise ValueError("compresslevel must be between 1 and 9")
        self._stream = _Stream()
        _check(_library.BZ2_bzCompressInit(ctypes.byref(self._stream), compresslevel, 0, 0))

    def _step(self, action, given):
        if action != self._FINISH and not self._stream.avail_in:
            return True
        code = _check(_library.BZ2_bzCompress(ctypes.byref(self._stream), action))
        return action == self._FINISH and code == 4

    def _end(self):
        if self._stream.state:
            _library.BZ2_bzCompressEnd(ctypes.byref(self._stream))


class BZ2Decompressor(Decompressor):
    __module__ = "_bz2"
    _OVER = "End of stream already reached"

    def __init__(self):
        Decompressor.__init__(self)
        self._stream = _Stream()
        _check(_library.BZ2_bzDecompressInit(ctypes.byref(self._stream), 0, 0))

    def _step(self):
        if not self._stream.avail_out:
            return False
        return _check(_library.BZ2_bzDecompress(ctypes.byref(self._stream))) == 4

    def _end(self):
        if self._stream.state:
            _library.BZ2_bzDecompressEnd(ctypes.byref(self._stream))
