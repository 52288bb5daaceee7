# codecs.escape_decode() and escape_encode(): the escapes of bytes literals, which pickles of
# protocol 0 and the escapes of strings in them use. What a literal may hold is the lexer's.
_SINGLE = {10: b"", 34: b'"', 39: b"'", 92: b"\\", 97: b"\a", 98: b"\b", 102: b"\f", 110: b"\n",
           114: b"\r", 116: b"\t", 118: b"\v"}
_HEX = b"0123456789abcdefABCDEF"


def _warn(message):
    import _warnings
    _warnings.warn(message, DeprecationWarning, 2)


# What the escape after the backslash at data[i - 1] stands for, and where it ends.
def _escape(data, i, errors):
    c = data[i]
    if c in _SINGLE:
        return _SINGLE[c], i + 1
    if 48 <= c <= 55:
        end = i + 1
        while end < i + 3 and data[end:end + 1].isdigit() and data[end] <= 55:
            end += 1
        value = int(data[i:end], 8)
        if value > 255:
            _warn(f"invalid octal escape sequence '\\{data[i:end].decode()}'")
        return bytes([value & 255]), end
    if c == 120:
        digits = [d for d in data[i + 1:i + 3] if d in _HEX]
        if len(digits) == 2:
            return bytes([int(bytes(digits), 16)]), i + 3
        end = i + 2 if data[i + 1:i + 2] and data[i + 1] in _HEX else i + 1
        if errors == "strict":
            raise ValueError(f"invalid \\x escape at position {i - 1}")
        if errors not in ("ignore", "replace"):
            raise ValueError(f"decoding error; unknown error handling code: {errors}")
        return b"?" if errors == "replace" else b"", end
    _warn(f"invalid escape sequence '\\{chr(c)}'")
    return data[i - 1:i + 1], i + 1


@staticmethod
def escape_decode(data, errors="strict", /):
    data = data.encode() if isinstance(data, str) else bytes(data)
    out = []
    start = 0
    while True:
        at = data.find(b"\\", start)
        if at < 0:
            out.append(data[start:])
            return b"".join(out), len(data)
        out.append(data[start:at])
        if at + 1 == len(data):
            raise ValueError("Trailing \\ in string")
        piece, start = _escape(data, at + 1, errors)
        out.append(piece)


@staticmethod
def escape_encode(data, errors="strict", /):
    if not isinstance(data, bytes):
        raise TypeError(f"escape_encode() argument 1 must be bytes, not {type(data).__name__}")
    text = repr(b'"' + data)[3:-1]  # with a double quote inside, repr() takes single ones
    return text.encode(), len(data)
