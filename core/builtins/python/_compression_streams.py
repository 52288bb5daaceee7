# What compressors and decompressors over C libraries share. A stream is a C structure with next_in,
# avail_in, next_out and avail_out; a class brings `_step`, which lets its library work once, and
# `_end`, which frees what the library keeps.
_PIECE = 65536


def as_bytes(data):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return data if isinstance(data, bytes) else bytes(memoryview(data))


class _Stream:
    # The stream reads `data` from now on; answers what keeps it alive.
    def _feed(self, data):
        import ctypes
        source = ctypes.create_string_buffer(data, len(data) or 1)
        self._stream.next_in, self._stream.avail_in = ctypes.addressof(source), len(data)
        return source

    # The stream writes that many bytes there.
    def _make_room(self, room, size):
        import ctypes
        self._stream.next_out, self._stream.avail_out = ctypes.addressof(room), size

    def __reduce__(self):
        raise TypeError(f"cannot pickle '{type(self).__module__}.{type(self).__name__}' object")

    def __del__(self):
        if "_stream" in self.__dict__:
            self._end()


# `_step(action, given)` answers whether nothing more comes out of the `given` bytes; `_FINISH` is
# the action that ends the stream.
class Compressor(_Stream):
    _flushed = False

    def _run(self, data, action):
        import ctypes
        source = self._feed(data)
        room, out = ctypes.create_string_buffer(_PIECE), []
        is_over = False
        while not is_over:
            self._make_room(room, _PIECE)
            is_over = self._step(action, len(data))
            out.append(room.raw[:_PIECE - self._stream.avail_out])
        return b"".join(out)

    def compress(self, data, /):
        if self._flushed:
            raise ValueError("Compressor has been flushed")
        return self._run(as_bytes(data), 0)

    def flush(self):
        if self._flushed:
            raise ValueError("Repeated call to flush()")
        self._flushed = True
        return self._run(b"", self._FINISH)


# `_step()` answers whether the stream has ended; `_OVER` says so to who reads on.
class Decompressor(_Stream):
    def __init__(self):
        self._rest = b""
        self.eof, self.needs_input, self.unused_data = False, True, b""

    def decompress(self, data, max_length=-1):
        import ctypes
        data = self._rest + as_bytes(data)
        if self.eof:
            raise EOFError(self._OVER)
        source = self._feed(data)
        stream, room, out, total = self._stream, ctypes.create_string_buffer(_PIECE), [], 0
        while True:
            size = _PIECE if max_length < 0 else min(_PIECE, max_length - total)
            if size == 0 and total:
                break
            self._make_room(room, size)
            self.eof = self._step()
            made = size - stream.avail_out
            out.append(room.raw[:made])
            total += made
            if self.eof or size == 0 or not stream.avail_in and stream.avail_out:
                break
        rest = data[len(data) - stream.avail_in:] if stream.avail_in else b""
        if self.eof:
            self.unused_data, self._rest, self.needs_input = rest, b"", False
        else:
            # What is full may have more to come from what the library keeps.
            self._rest = rest
            self.needs_input = not rest and (max_length < 0 or total < max_length)
        return b"".join(out)
