# seek() and tell() of text files. Neighbour: _io_wrapper.py.
#
# A position is where the buffer was, with what it takes to get from there to the character:
#
#   bits   0..63  the buffer's position, in front of a character whose decoding starts afresh
#         64..95  the decoder's flags there        128..159  characters of these to skip
#         96..127 bytes to decode from there       160       decode them as the last ones
from _io import UnsupportedOperation


def _pack(start, flags=0, feed=0, skip=0, last=0):
    return start | flags << 64 | feed << 96 | skip << 128 | last << 160


def _unpack(cookie):
    mask = 0xffffffff
    return (cookie & 0xffffffffffffffff, cookie >> 64 & mask, cookie >> 96 & mask,
            cookie >> 128 & mask, cookie >> 160 & 1)


def _set_decoder(file, start, flags):
    if start == 0 and flags == 0:
        file._decoder.reset()
    else:
        file._decoder.setstate((b"", flags))


def tell(file):
    file._checkClosed()
    if not file._seekable:
        raise UnsupportedOperation("underlying stream is not seekable")
    if not file._telling:
        raise OSError("telling position disabled by next() call")
    file.flush()
    position = file._buffer.tell()
    if file._decoder is None or file._snapshot is None:
        return position
    flags, data = file._snapshot
    position -= len(data)
    skip = file._at
    if skip == 0:
        return _pack(position, flags)
    if (len(data) == len(file._text) and file._direct is not None and flags == 0
            and file._errors == "strict" and not file._decoder.getstate()[0]):
        return position + skip  # each byte is a character
    saved = file._decoder.getstate()
    try:
        return _find(file, position, flags, data, skip)
    finally:
        file._decoder.setstate(saved)


# `position` is that of `data`, of whose characters `skip` have been consumed.
def _find(file, position, flags, data, skip):
    decoder = file._decoder
    # Near: a place in front of it where the decoder holds no bytes.
    n = int(file._ratio * skip)
    back = 1
    while n > 0:
        _set_decoder(file, position, flags)
        count = len(decoder.decode(data[:n]))
        if count <= skip:
            held, now = decoder.getstate()
            if not held:
                flags = now
                skip -= count
                break
            n -= len(held)
            back = 1
        else:
            n -= back
            back *= 2
    else:
        n = 0
        _set_decoder(file, position, flags)
    position += n
    if skip == 0:
        return _pack(position, flags)
    # From there byte by byte.
    feed = count = last = 0
    for at in range(n, len(data)):
        feed += 1
        count += len(decoder.decode(data[at:at + 1]))
        held, now = decoder.getstate()
        if not held and count <= skip:
            position += feed
            skip -= count
            flags = now
            feed = count = 0
        if count >= skip:
            break
    else:
        count += len(decoder.decode(b"", True))
        last = 1
        if count < skip:
            raise OSError("can't reconstruct logical file position")
    return _pack(position, flags, feed, skip, last)


def seek(file, cookie, whence):
    file._checkClosed()
    if not file._seekable:
        raise UnsupportedOperation("underlying stream is not seekable")
    if whence == 1:
        if cookie != 0:
            raise UnsupportedOperation("can't do nonzero cur-relative seeks")
        cookie = file.tell()
    elif whence == 2:
        if cookie != 0:
            raise UnsupportedOperation("can't do nonzero end-relative seeks")
        file.flush()
        file._forget()
        position = file._buffer.seek(0, 2)
        file._reset_encoder(position == 0)
        return position
    elif whence != 0:
        raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
    if cookie < 0:
        raise ValueError(f"negative seek position {cookie!r}")
    file.flush()
    start, flags, feed, skip, last = _unpack(cookie)
    file._buffer.seek(start)
    file._text = ""
    file._at = 0
    file._snapshot = None
    if skip or flags:
        file._reading()
    if file._decoder is not None:
        _set_decoder(file, start, flags)
        if skip:
            data = file._buffer.read(feed)
            if not isinstance(data, bytes):
                raise TypeError("underlying read() should have returned a bytes object, not "
                                f"'{type(data).__name__}'")
            file._snapshot = (flags, data)
            file._text = file._decode(data, bool(last))
            if len(file._text) < skip:
                raise OSError("can't restore logical file position")
            file._at = skip
        else:
            file._snapshot = (flags, b"")
    file._reset_encoder(start == 0 and flags == 0)
    return cookie
