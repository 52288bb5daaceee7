# Bytes as text: hexadecimal digits, base64, uuencode, quoted-printable.
import _binary
from _binary import crc32


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


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
    out = _binary.to_base64(_bytes_of(data))
    return out + b"\n" if newline else out


def a2b_base64(text, *, strict_mode=False):
    text = _ascii(text)
    if strict_mode:
        _check_base64(text)
    out = _binary.from_base64(text)
    if isinstance(out, int):
        if out % 4 == 1:
            raise Error("Invalid base64-encoded string: number of data characters "
                        f"({out}) cannot be 1 more than a multiple of 4")
        raise Error("Incorrect padding")
    return out


# Strict mode: nothing but digits, padding only at the end, and nothing behind it.
def _check_base64(text):
    if text[:1] == b"=":
        raise Error("Leading padding not allowed")
    place = pads = 0
    for i, c in enumerate(text):
        if c == 61:
            if place >= 2:
                pads += 1
                if place + pads >= 4:
                    if i + 1 < len(text):
                        raise Error("Excess data after padding")
                    return
        elif not (chr(c).isalnum() and c < 128 or c in b"+/"):
            raise Error("Only base64 data is allowed")
        elif 61 in text[:i]:
            raise Error("Discontinuous padding not allowed")
        else:
            place = place + 1 & 3


def b2a_uu(data, /, *, backtick=False):
    data = _bytes_of(data)
    if len(data) > 45:
        raise Error("At most 45 bytes at once")
    zero = 96 if backtick else 32
    out = bytearray([32 + len(data) if data else zero])
    for i in range(0, len(data), 3):
        n = int.from_bytes(data[i:i + 3].ljust(3, b"\0"), "big")
        out += bytes([32 + d if d else zero
                      for d in (n >> 18, n >> 12 & 63, n >> 6 & 63, n & 63)])
    out.append(10)
    return bytes(out)


def a2b_uu(data, /):
    data = _ascii(data)
    if not data:
        return bytes(32)
    size = data[0] - 32 & 63
    digits = []
    for c in data[1:]:
        if c in b"\r\n":
            break
        if not 32 <= c <= 96:
            raise Error("Illegal char")
        digits.append(c - 32 & 63)
    wanted = (size + 2) // 3 * 4
    if any(digits[wanted + 1:]):
        raise Error("Trailing garbage")
    digits += [0] * (wanted - len(digits))
    out = bytearray()
    for i in range(0, wanted, 4):
        a, b, c, d = digits[i:i + 4]
        out += (a << 18 | b << 12 | c << 6 | d).to_bytes(3, "big")
    return bytes(out[:size])


def a2b_qp(data, header=False):
    data = _ascii(data)
    out = bytearray()
    i = 0
    n = len(data)
    while i < n:
        c = data[i]
        i += 1
        if c == 61:
            if i >= n:
                break
            if data[i] in b"\r\n":
                while i < n and data[i] != 10:
                    i += 1
                i += 1
            elif data[i] == 61:
                out.append(61)
                i += 1
            elif all(chr(d) in "0123456789abcdefABCDEF" for d in data[i:i + 2]) and i + 1 < n:
                out.append(int(data[i:i + 2], 16))
                i += 2
            else:
                out.append(61)
        elif header and c == 95:
            out.append(32)
        else:
            out.append(c)
    return bytes(out)


def b2a_qp(data, quotetabs=False, istext=True, header=False):
    data = _bytes_of(data)
    n = len(data)
    first_line = data.find(b"\n")
    end = b"\r\n" if first_line > 0 and data[first_line - 1] == 13 else b"\n"
    out = bytearray()
    column = 0
    i = 0
    while i < n:
        c = data[i]
        last = i + 1 == n
        quoted = (c > 126 or c == 61 or (header and c == 95)
                  or (c == 46 and column == 0 and (last or data[i + 1] in b"\r\n\0"))
                  or (not istext and c in b"\r\n") or (c in b"\t " and last)
                  or (c < 33 and c not in b"\r\n\t ")
                  or (c < 33 and c not in b"\r\n" and (quotetabs or (not quotetabs
                                                                      and c not in b"\t "))))
        if quoted:
            if column + 3 >= 76:
                out += b"=" + end
                column = 0
            out += b"=%02X" % c
            column += 3
        elif istext and (c == 10 or (c == 13 and not last and data[i + 1] == 10)):
            if out and out[-1] in b" \t":
                out[-1:] = b"=%02X" % out[-1]
            out += end
            column = 0
            if c == 13:
                i += 1
        else:
            if not last and data[i + 1] != 10 and column + 1 >= 76:
                out += b"=" + end
                column = 0
            out.append(95 if header and c == 32 else c)
            column += 1
        i += 1
    return bytes(out)


def crc_hqx(data, value):
    value &= 0xffff
    for c in _bytes_of(data):
        value ^= c << 8
        for _ in range(8):
            value = (value << 1 ^ 0x1021 if value & 0x8000 else value << 1) & 0xFFFF
    return value
