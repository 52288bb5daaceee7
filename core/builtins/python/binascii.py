import _binary
from _binary import crc32


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


_B64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def _ascii(data):
    if isinstance(data, str):
        try:
            return data.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters") from None
    return _bytes_of(data, "argument should be bytes, buffer or ASCII string")


def _bytes_of(data, wanted="a bytes-like object is required"):
    if isinstance(data, (bytes, bytearray)):
        return data
    try:
        return bytes(memoryview(data))
    except TypeError:
        if hasattr(data, "tobytes"):  # an array, which is a Python class here
            return data.tobytes()
        raise TypeError(f"{wanted}, not '{type(data).__name__}'") from None


def hexlify(data, sep=None, bytes_per_sep=1):
    data = _bytes_of(data)
    return (data.hex() if sep is None else data.hex(sep, bytes_per_sep)).encode()


b2a_hex = hexlify


def unhexlify(text):
    text = _ascii(text)
    if len(text) % 2:
        raise Error("Odd-length string")
    out = bytearray()
    for i in range(0, len(text), 2):
        try:
            out.append(int(text[i:i + 2].decode("ascii").replace(" ", "?").replace("_", "?"), 16))
        except ValueError:
            raise Error("Non-hexadecimal digit found") from None
    return bytes(out)


a2b_hex = unhexlify


def b2a_base64(data, *, newline=True):
    data = _bytes_of(data)
    out = bytearray()
    for i in range(0, len(data), 3):
        part = data[i:i + 3]
        n = int.from_bytes(part + bytes(3 - len(part)), "big")
        out.append(_B64[n >> 18])
        out.append(_B64[n >> 12 & 63])
        out.append(_B64[n >> 6 & 63] if len(part) > 1 else 61)
        out.append(_B64[n & 63] if len(part) > 2 else 61)
    if newline:
        out.append(10)
    return bytes(out)


def a2b_base64(text, *, strict_mode=False):
    text = _ascii(text)
    values = {c: i for i, c in enumerate(_B64)}
    out = bytearray()
    n = bits = count = padding = 0
    for c in text:
        if c == 61:
            padding += 1
            if count % 4 >= 2 and count % 4 + padding >= 4:
                return bytes(out)
            continue
        v = values.get(c)
        if v is None:
            if strict_mode:
                raise Error("Only base64 data is allowed")
            continue
        padding = 0
        n = (n << 6 | v) & 0xFFFFFF
        bits += 6
        count += 1
        if bits >= 8:
            bits -= 8
            out.append(n >> bits & 255)
    if count % 4:
        if count % 4 == 1:
            raise Error("Invalid base64-encoded string: number of data characters "
                        f"({count}) cannot be 1 more than a multiple of 4")
        raise Error("Incorrect padding")
    return bytes(out)


def crc_hqx(data, value):
    value &= 0xffff
    for c in _bytes_of(data):
        value ^= c << 8
        for _ in range(8):
            value = (value << 1 ^ 0x1021 if value & 0x8000 else value << 1) & 0xFFFF
    return value
