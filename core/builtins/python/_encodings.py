# Encodings other than utf-8, ascii and latin-1 (those are objects/str_codec.cpp's), and what is
# done with characters that an encoding does not have. str.encode and bytes.decode come here for
# whatever they do not know. Others come from an installed CPython's library (_codec_registry.py).

_handlers = {}


def register_error(name, handler):
    if not callable(handler):
        raise TypeError("handler must be callable")
    _handlers[name] = handler


def lookup_error(name):
    try:
        return _handlers[name]
    except KeyError:
        raise LookupError(f"unknown error handler name '{name}'") from None


def strict_errors(e):
    if not issubclass(type(e), Exception):
        raise TypeError("codec must pass exception instance")
    raise e


def _wrong(e):
    raise TypeError(f"don't know how to handle {type(e).__name__} in error callback")


_unicode_errors = (UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError)


def ignore_errors(e):
    if not issubclass(type(e), _unicode_errors):
        _wrong(e)
    return "", e.end


def replace_errors(e):
    if issubclass(type(e), UnicodeEncodeError):
        return "?" * (e.end - e.start), e.end
    if issubclass(type(e), UnicodeDecodeError):
        return "\ufffd", e.end
    if issubclass(type(e), UnicodeTranslateError):
        return "\ufffd" * (e.end - e.start), e.end
    _wrong(e)


def _escaped(c):
    if c < 0x100:
        return f"\\x{c:02x}"
    return f"\\u{c:04x}" if c < 0x10000 else f"\\U{c:08x}"


def backslashreplace_errors(e):
    if issubclass(type(e), (UnicodeEncodeError, UnicodeTranslateError)):
        return "".join([_escaped(ord(c)) for c in e.object[e.start:e.end]]), e.end
    if issubclass(type(e), UnicodeDecodeError):
        return "".join([f"\\x{b:02x}" for b in e.object[e.start:e.end]]), e.end
    _wrong(e)


def xmlcharrefreplace_errors(e):
    if issubclass(type(e), UnicodeEncodeError):
        return "".join([f"&#{ord(c)};" for c in e.object[e.start:e.end]]), e.end
    _wrong(e)


def namereplace_errors(e):
    if not issubclass(type(e), UnicodeEncodeError):
        _wrong(e)
    import unicodedata
    out = []
    for c in e.object[e.start:e.end]:
        name = unicodedata.name(c, None)
        out.append(_escaped(ord(c)) if name is None else f"\\N{{{name}}}")
    return "".join(out), e.end


def _surrogateescape(e):
    if issubclass(type(e), UnicodeEncodeError):
        codes = [ord(c) for c in e.object[e.start:e.end]]
        if any([not 0xdc80 <= c <= 0xdcff for c in codes]):
            raise e
        return bytes([c - 0xdc00 for c in codes]), e.end
    if issubclass(type(e), UnicodeDecodeError):
        out = []
        for b in e.object[e.start:min(e.end, e.start + 4)]:
            if b < 128:
                break
            out.append(chr(0xdc00 + b))
        if not out:
            raise e
        return "".join(out), e.start + len(out)
    _wrong(e)


def _surrogatepass(e):
    if not issubclass(type(e), (UnicodeEncodeError, UnicodeDecodeError)):
        _wrong(e)
    name = normalize(e.encoding)
    units = {"utf16": 2, "utf16le": 2, "utf16be": 2, "utf32": 4, "utf32le": 4, "utf32be": 4}
    order = "big" if name.endswith("be") else "little"
    if issubclass(type(e), UnicodeEncodeError):
        codes = [ord(c) for c in e.object[e.start:e.end]]
        if any([not 0xd800 <= c <= 0xdfff for c in codes]) or name not in units:
            raise e
        return b"".join([c.to_bytes(units[name], order) for c in codes]), e.end
    if issubclass(type(e), UnicodeDecodeError):
        if name in units:
            size = units[name]
            c = int.from_bytes(e.object[e.start:e.start + size], order)
            if 0xd800 <= c <= 0xdfff and e.start + size <= len(e.object):
                return chr(c), e.start + size
        raise e
    _wrong(e)


_handlers.update({
    "strict": strict_errors, "ignore": ignore_errors, "replace": replace_errors,
    "backslashreplace": backslashreplace_errors, "xmlcharrefreplace": xmlcharrefreplace_errors,
    "namereplace": namereplace_errors, "surrogateescape": _surrogateescape,
    "surrogatepass": _surrogatepass})


def normalize(name):
    return name.lower().replace("-", "").replace("_", "").replace(" ", "")


# Encodes by one(code point), whose answer is bytes, or None for a character that cannot be.
def encode_by(one, text, name, errors, reason):
    out = []
    i = 0
    n = len(text)
    while i < n:
        b = one(ord(text[i]))
        if b is not None:
            out.append(b)
            i += 1
            continue
        end = i + 1
        while end < n and one(ord(text[end])) is None:
            end += 1
        if errors == "surrogateescape":
            while i < end and 0xdc80 <= ord(text[i]) <= 0xdcff:
                out.append(bytes((ord(text[i]) - 0xdc00,)))
                i += 1
            if i == end:
                continue
        e = UnicodeEncodeError(name, text, i, end, reason)
        instead, i = _instead(e, errors, n, (str, bytes), "encoding error handler must return "
                              "(str/bytes, int) tuple")
        if isinstance(instead, bytes):
            if len(instead) % _unit_sizes.get(name[:6], 1):
                raise e
            out.append(instead)
            continue
        if name[:3] == "utf" and not instead.isascii():
            raise e
        for c in instead:
            b = one(ord(c))
            if b is None:
                raise e
            out.append(b)
    return b"".join(out)


_unit_sizes = {"utf-16": 2, "utf-32": 4}


# What a handler gives instead, and where to go on.
def _instead(e, errors, n, kinds, message):
    return _checked(lookup_error(errors)(e), n, kinds, message)


def _checked(answer, n, kinds, message):
    if (not isinstance(answer, tuple) or len(answer) != 2 or not isinstance(answer[0], kinds)
            or not isinstance(answer[1], int)):
        raise TypeError(message)
    instead, at = answer
    if at < 0:
        at += n
    if not 0 <= at <= n:
        raise IndexError(f"position {answer[1]} from error handler out of bounds")
    return instead, at


# What a handler gives instead of bytes that are no characters, where to go on, and in what: handlers
# may put other data into the exception.
def bad_bytes(name, data, start, end, reason, errors):
    e = UnicodeDecodeError(name, data, start, end, reason)
    answer = lookup_error(errors)(e)
    data = e.object
    if not isinstance(data, bytes):
        raise TypeError("exception attribute object must be bytes")
    instead, at = _checked(answer, len(data), (str,),
                           "decoding error handler must return (str, int) tuple")
    return instead, at, data


def _utf8(c):
    return None if 0xd800 <= c < 0xe000 else chr(c).encode()


def _utf16_unit(order):
    def one(c):
        if c >= 0x10000:
            c -= 0x10000
            return ((0xd800 + (c >> 10)).to_bytes(2, order)
                    + (0xdc00 + (c & 0x3ff)).to_bytes(2, order))
        return None if 0xd800 <= c < 0xe000 else c.to_bytes(2, order)
    return one


def _utf32_unit(order):
    def one(c):
        return None if 0xd800 <= c < 0xe000 else c.to_bytes(4, order)
    return one


# Where the text begins, and the byte order that a mark in front of it says: -1 little, 1 big, 0 none.
def mark_of(data, size):
    mark = data[:size]
    if mark == (0xfeff).to_bytes(size, "little"):
        return size, -1
    if mark == (0xfeff).to_bytes(size, "big"):
        return size, 1
    return 0, 0


# The text of data[start:] in utf-16 or utf-32, and how far it goes. C++ has answered what is without
# mistakes, where it was asked.
def decode_wide(data, bits, big, errors, start, final):
    decode = _decode_utf16 if bits == 16 else _decode_utf32
    order = "big" if big else "little"
    return decode(data, f"utf-{bits}-{'be' if big else 'le'}", errors, order, start, final)


def _decode_utf16(data, name, errors, order, i=0, final=True):
    out = []
    n = len(data)
    while i < n:
        if i + 2 > n:
            if not final:
                break
            end, reason = n, "truncated data"
        else:
            c = int.from_bytes(data[i:i + 2], order)
            if not 0xd800 <= c < 0xe000:
                out.append(chr(c))
                i += 2
                continue
            end, reason = i + 2, "illegal encoding"
            if c < 0xdc00:
                low = int.from_bytes(data[i + 2:i + 4], order)
                if i + 4 > n:
                    if not final:
                        break
                    end, reason = n, "unexpected end of data"
                elif 0xdc00 <= low < 0xe000:
                    out.append(chr(0x10000 + ((c & 0x3ff) << 10) + (low & 0x3ff)))
                    i += 4
                    continue
                else:
                    reason = "illegal UTF-16 surrogate"
        instead, i, data = bad_bytes(name, data, i, end, reason, errors)
        n = len(data)
        out.append(instead)
    return "".join(out), i


def _decode_utf32(data, name, errors, order, i=0, final=True):
    out = []
    n = len(data)
    while i < n:
        end = i + 4
        if end > n:
            if not final:
                break
            end, reason = n, "truncated data"
        else:
            c = int.from_bytes(data[i:end], order)
            if c < 0xd800 or 0xe000 <= c < 0x110000:
                out.append(chr(c))
                i = end
                continue
            reason = ("code point in surrogate code point range(0xd800, 0xe000)" if c < 0x110000
                      else "code point not in range(0x110000)")
        instead, i, data = bad_bytes(name, data, i, end, reason, errors)
        n = len(data)
        out.append(instead)
    return "".join(out), i


def _unicode_escape(c):
    if c == 92:
        return b"\\\\"
    if 32 <= c < 127:
        return bytes((c,))
    if c in (9, 10, 13):
        return b"\\" + b"tn\0\0r"[c - 9:c - 8]
    return _escaped(c).encode()


def _raw_unicode_escape(c):
    return bytes((c,)) if c < 256 else _escaped(c).encode()


_simple_escapes = {"\n": "", "\\": "\\", "'": "'", '"': '"', "b": "\b", "f": "\f", "t": "\t",
                   "n": "\n", "r": "\r", "v": "\v", "a": "\a"}
_digits_of = {"x": 2, "u": 4, "U": 8}


# The text of escapes, and how far it goes: without `final` one that is not whole is left.
def decode_escapes(data, errors, raw, final=True):
    name = "rawunicodeescape" if raw else "unicodeescape"
    text = data.decode("latin-1")
    out = []
    odd = None  # the first escape that there is not
    i = 0
    n = len(text)
    while i < n:
        at = text.find("\\", i)
        if at < 0:
            out.append(text[i:])
            i = n
            break
        out.append(text[i:at])
        c = text[at + 1:at + 2]
        i = at + 2
        if raw and c not in ("u", "U"):
            if c == "" and not final:
                i = at
                break
            out.append("\\")
            i = at + 1
            if c == "\\":  # an even number of them keeps what follows plain
                out.append("\\")
                i = at + 2
            continue
        whole = True
        if c in _digits_of:
            end = i
            while end < i + _digits_of[c] and text[end:end + 1] in "0123456789abcdefABCDEF" \
                    and end < n:
                end += 1
            shape = {"x": "\\xXX", "u": "\\uXXXX", "U": "\\UXXXXXXXX"}[c]
            reason = f"truncated {shape} escape"
            if end == i + _digits_of[c]:
                code = int(text[i:end], 16)
                if code < 0x110000:
                    out.append(chr(code))
                    i = end
                    continue
                reason = "\\Uxxxxxxxx out of range" if raw else "illegal Unicode character"
            else:
                whole = end < n
        elif c == "N":
            reason = "malformed \\N character escape"
            end = i
            whole = i < n
            if text[i:i + 1] == "{":
                end = text.find("}", i)
                whole = end >= 0
                if not whole:
                    end = n
                elif end > i + 1:
                    end += 1
                    import unicodedata
                    try:
                        out.append(unicodedata.lookup(text[i + 1:end - 1]))
                        i = end
                        continue
                    except KeyError:
                        reason = "unknown Unicode character name"
        elif c == "":
            end, reason, whole = n, "\\ at end of string", False
        elif c in _simple_escapes:
            out.append(_simple_escapes[c])
            continue
        elif c in "01234567":
            end = at + 1
            while end < at + 4 and end < n and text[end] in "01234567":
                end += 1
            code = int(text[at + 1:end], 8)
            if code > 255 and odd is None:
                odd = f"invalid octal escape sequence '\\{text[at + 1:end]}'"
            out.append(chr(code))
            i = end
            continue
        else:
            if odd is None:
                odd = f"invalid escape sequence '\\{c}'"
            out.append("\\" + c)
            continue
        if not whole and not final:
            i = at
            break
        instead, i, changed = bad_bytes(name, data, at, end, reason, errors)
        if changed is not data:
            data, text, n = changed, changed.decode("latin-1"), len(changed)
        out.append(instead)
    if odd is not None and not raw:
        import _warnings
        _warnings.warn(odd, DeprecationWarning, 2)
    return "".join(out), i


def encode(text, encoding, errors):
    name = normalize(encoding)
    if name in ("utf7", "u7"):
        import _utf7
        return _utf7.encode(text)
    if name in ("utf8", "u8", "cp65001"):
        return encode_by(_utf8, text, "utf-8", errors, "surrogates not allowed")
    if name in ("ascii", "usascii", "646"):
        return encode_by(lambda c: bytes((c,)) if c < 128 else None, text, "ascii", errors,
                         "ordinal not in range(128)")
    if name in ("latin1", "iso88591", "l1", "latin", "88591", "cp819"):
        return encode_by(lambda c: bytes((c,)) if c < 256 else None, text, "latin-1", errors,
                         "ordinal not in range(256)")
    if name in ("utf16", "u16", "utf16le", "utf16be"):
        order = "big" if name.endswith("be") else "little"
        mark = b"" if name[-1] == "e" else b"\xff\xfe"
        shown = {"utf16le": "utf-16-le", "utf16be": "utf-16-be"}.get(name, "utf-16")
        return mark + encode_by(_utf16_unit(order), text, shown, errors, "surrogates not allowed")
    if name in ("utf32", "u32", "utf32le", "utf32be"):
        order = "big" if name.endswith("be") else "little"
        mark = b"" if name[-1] == "e" else b"\xff\xfe\0\0"
        shown = {"utf32le": "utf-32-le", "utf32be": "utf-32-be"}.get(name, "utf-32")
        return mark + encode_by(_utf32_unit(order), text, shown, errors, "surrogates not allowed")
    if name == "utf8sig":
        return b"\xef\xbb\xbf" + text.encode("utf-8", errors)
    if name == "unicodeescape":
        return encode_by(_unicode_escape, text, "unicodeescape", errors, "")
    if name == "rawunicodeescape":
        return encode_by(_raw_unicode_escape, text, "rawunicodeescape", errors, "")
    from _codec_registry import encode_text
    return encode_text(text, encoding, errors)


def decode(data, encoding, errors):
    name = normalize(encoding)
    if name in ("utf7", "u7"):
        import _utf7
        return _utf7.decode(data, errors, True)[0]
    if name in ("utf8", "u8", "cp65001", "ascii", "usascii", "646"):
        return _decode_with_handler(data, encoding, errors)
    if name[:3] == "utf" and name[3:] in _wide or name in ("u16", "u32"):
        bits = int(name.lstrip("utf")[:2])
        start, order = (0, 1 if name[-2] == "b" else -1) if name[-1] == "e" else \
            mark_of(data, bits // 8)
        return decode_wide(data, bits, order > 0, errors, start, True)[0]
    if name == "utf8sig":
        return data[3 if data[:3] == b"\xef\xbb\xbf" else 0:].decode("utf-8", errors)
    if name == "unicodeescape" or name == "rawunicodeescape":
        return decode_escapes(data, errors, name[0] == "r")[0]
    from _codec_registry import decode_text
    return decode_text(data, encoding, errors)


_wide = ("16", "32", "16le", "16be", "32le", "32be")


# utf-8 and ascii with a handler of the program's own: strictly, up to each error.
def _decode_with_handler(data, encoding, errors):
    lookup_error(errors)
    out = []
    i = 0
    while True:
        try:
            out.append(data[i:].decode(encoding))
            return "".join(out)
        except UnicodeDecodeError as e:
            out.append(data[i:i + e.start].decode(encoding))
            instead, i, data = bad_bytes(e.encoding, data, i + e.start, i + e.end, e.reason,
                                        errors)
            out.append(instead)


# What may follow some first bytes of UTF-8.
_SECOND = {0xe0: (0xa0, 0xbf), 0xf0: (0x90, 0xbf), 0xf4: (0x80, 0x8f)}


# How many bytes at the end are the beginning of a character.
def incomplete(data, encoding):
    name = normalize(encoding)
    n = len(data)
    if name.startswith("utf16"):
        rest = n & 1
        order = "big" if name.endswith("be") else "little"
        last = int.from_bytes(data[n - rest - 2:n - rest], order) if n - rest >= 2 else 0
        return rest + 2 if 0xd800 <= last < 0xdc00 else rest
    if name.startswith("utf32"):
        return n & 3
    if name in ("utf8", "u8", "utf8sig", "cp65001"):
        for back in range(1, min(n, 3) + 1):
            b = data[n - back]
            if b >= 0xc2 and b < 0xf5:
                low, high = _SECOND.get(b, (0x80, 0xbf))
                if back > 1 and not low <= data[n - back + 1] <= high:
                    return 0
                return back if back < (2 if b < 0xe0 else 3 if b < 0xf0 else 4) else 0
            if b & 0xc0 != 0x80:
                return 0
    return 0
