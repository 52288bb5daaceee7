# Encodings other than utf-8, ascii and latin-1 (those are objects/str_codec.cpp's), and what is
# done with characters that an encoding does not have. str.encode and bytes.decode come here for
# whatever they do not know. Encodings with a table a byte come from an installed CPython's library.

_handlers = {}
_searchers = []
_found = {}


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
    if not isinstance(e, Exception):
        raise TypeError("codec must pass exception instance")
    raise e


def _wrong(e):
    raise TypeError(f"don't know how to handle {type(e).__name__} in error callback")


def ignore_errors(e):
    if not isinstance(e, UnicodeError):
        _wrong(e)
    return "", e.end


def replace_errors(e):
    if isinstance(e, UnicodeEncodeError):
        return "?" * (e.end - e.start), e.end
    if isinstance(e, UnicodeDecodeError):
        return "\ufffd", e.end
    if isinstance(e, UnicodeTranslateError):
        return "\ufffd" * (e.end - e.start), e.end
    _wrong(e)


def _escaped(c):
    if c < 0x100:
        return f"\\x{c:02x}"
    return f"\\u{c:04x}" if c < 0x10000 else f"\\U{c:08x}"


def backslashreplace_errors(e):
    if isinstance(e, (UnicodeEncodeError, UnicodeTranslateError)):
        return "".join([_escaped(ord(c)) for c in e.object[e.start:e.end]]), e.end
    if isinstance(e, UnicodeDecodeError):
        return "".join([f"\\x{b:02x}" for b in e.object[e.start:e.end]]), e.end
    _wrong(e)


def xmlcharrefreplace_errors(e):
    if isinstance(e, UnicodeEncodeError):
        return "".join([f"&#{ord(c)};" for c in e.object[e.start:e.end]]), e.end
    _wrong(e)


def namereplace_errors(e):
    if not isinstance(e, UnicodeEncodeError):
        _wrong(e)
    import unicodedata
    out = []
    for c in e.object[e.start:e.end]:
        name = unicodedata.name(c, None)
        out.append(_escaped(ord(c)) if name is None else f"\\N{{{name}}}")
    return "".join(out), e.end


def _surrogateescape(e):
    if isinstance(e, UnicodeEncodeError):
        codes = [ord(c) for c in e.object[e.start:e.end]]
        if any([not 0xdc80 <= c <= 0xdcff for c in codes]):
            raise e
        return bytes([c - 0xdc00 for c in codes]), e.end
    if isinstance(e, UnicodeDecodeError):
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
    name = normalize(e.encoding)
    units = {"utf16": 2, "utf16le": 2, "utf16be": 2, "utf32": 4, "utf32le": 4, "utf32be": 4}
    order = "big" if name.endswith("be") else "little"
    if isinstance(e, UnicodeEncodeError):
        codes = [ord(c) for c in e.object[e.start:e.end]]
        if any([not 0xd800 <= c <= 0xdfff for c in codes]) or name not in units:
            raise e
        return b"".join([c.to_bytes(units[name], order) for c in codes]), e.end
    if isinstance(e, UnicodeDecodeError):
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
        e = UnicodeEncodeError(name, text, i, end, reason)
        instead, i = _instead(e, errors, n, (str, bytes), "encoding error handler must return "
                              "(str/bytes, int) tuple")
        if isinstance(instead, bytes):
            out.append(instead)
            continue
        for c in instead:
            b = one(ord(c))
            if b is None:
                raise e
            out.append(b)
    return b"".join(out)


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


def _decode_utf16(data, name, errors, order, final=True):
    out = []
    i = 0
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


def _decode_utf32(data, name, errors, order, final=True):
    out = []
    i = 0
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


# The byte order that a mark says (little without one), and the data behind it.
def _without_mark(data, size):
    mark = data[:size]
    if mark == (0xfeff).to_bytes(size, "little"):
        return "little", data[size:]
    if mark == (0xfeff).to_bytes(size, "big"):
        return "big", data[size:]
    return "little", data


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


def _decode_escapes(data, name, errors, raw):
    text = data.decode("latin-1")
    out = []
    i = 0
    n = len(text)
    while i < n:
        at = text.find("\\", i)
        if at < 0:
            out.append(text[i:])
            break
        out.append(text[i:at])
        c = text[at + 1:at + 2]
        i = at + 2
        if raw and c not in ("u", "U"):
            out.append("\\")
            i = at + 1
            if c == "\\":  # an even number of them keeps what follows plain
                out.append("\\")
                i = at + 2
            continue
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
                reason = "illegal Unicode character"
        elif c == "N":
            end = text.find("}", i) + 1 if text[i:i + 1] == "{" else 0
            reason = "malformed \\N character escape"
            if end > i + 2:
                import unicodedata
                try:
                    out.append(unicodedata.lookup(text[i + 1:end - 1]))
                    i = end
                    continue
                except KeyError:
                    reason = "unknown Unicode character name"
            else:
                end = i
        elif c == "":
            end, reason = n, "\\ at end of string"
        elif c in _simple_escapes:
            out.append(_simple_escapes[c])
            continue
        elif c in "01234567":
            end = at + 1
            while end < at + 4 and end < n and text[end] in "01234567":
                end += 1
            out.append(chr(int(text[at + 1:end], 8)))
            i = end
            continue
        else:
            out.append("\\" + c)
            continue
        instead, i, changed = bad_bytes(name, data, at, end, reason, errors)
        if changed is not data:
            data, text, n = changed, changed.decode("latin-1"), len(changed)
        out.append(instead)
    return "".join(out)


# Finds the CodecInfo of an encoding that programs or CPython's library know.
def search(encoding):
    name = encoding.lower().replace(" ", "_")
    if name in _found:
        return _found[name]
    for searcher in _searchers:
        info = searcher(name)
        if info is not None:
            if not isinstance(info, tuple) or len(info) != 4:
                raise TypeError("codec search functions must return 4-tuples")
            _found[name] = info
            return info
    return _search_library(name, encoding)


def _search_library(name, encoding):
    module_name = name.replace("-", "_")
    if module_name and not module_name.startswith("_") and module_name.isidentifier():
        try:
            from encodings.aliases import aliases
            module = __import__("encodings." + aliases.get(module_name, module_name),
                                fromlist=["getregentry"])
            info = module.getregentry()
        except (ImportError, AttributeError):
            pass
        else:
            _found[name] = info
            return info
    raise LookupError(f"unknown encoding: {encoding}")


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
    made = _search_text(encoding, "encode")[0](text, errors)
    if not isinstance(made, tuple) or len(made) != 2:
        raise TypeError("encoder must return a tuple (object, integer)")
    if not isinstance(made[0], (bytes, bytearray)):
        raise TypeError(f"'{encoding}' encoder returned '{type(made[0]).__name__}' instead of "
                        "'bytes'; use codecs.encode() to encode to arbitrary types")
    return made[0]


def decode(data, encoding, errors):
    name = normalize(encoding)
    if name in ("utf7", "u7"):
        import _utf7
        return _utf7.decode(data, errors, True)[0]
    if name in ("utf8", "u8", "cp65001", "ascii", "usascii", "646"):
        return _decode_with_handler(data, encoding, errors)
    for bits, decode_wide in (("16", _decode_utf16), ("32", _decode_utf32)):
        if name not in ("utf" + bits, "u" + bits, "utf" + bits + "le", "utf" + bits + "be"):
            continue
        if name[-1] == "e":
            order = "big" if name.endswith("be") else "little"
        else:
            order, data = _without_mark(data, int(bits) // 8)
        shown = f"utf-{bits}-{'be' if order == 'big' else 'le'}"
        return decode_wide(data, shown, errors, order)[0]
    if name == "utf8sig":
        return data[3 if data[:3] == b"\xef\xbb\xbf" else 0:].decode("utf-8", errors)
    if name == "unicodeescape":
        return _decode_escapes(data, "unicodeescape", errors, False)
    if name == "rawunicodeescape":
        return _decode_escapes(data, "rawunicodeescape", errors, True)
    made = _search_text(encoding, "decode")[1](data, errors)
    if not isinstance(made, tuple) or len(made) != 2:
        raise TypeError("decoder must return a tuple (object,integer)")
    if not isinstance(made[0], str):
        raise TypeError(f"'{encoding}' decoder returned '{type(made[0]).__name__}' instead of "
                        "'str'; use codecs.decode() to decode to arbitrary types")
    return made[0]


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


# The codec of an encoding of text; `use` is what does others.
def _search_text(encoding, use):
    info = search(encoding)
    if not getattr(info, "_is_text_encoding", True):
        raise LookupError(f"{encoding!r} is not a text encoding; use codecs.{use}() to handle "
                          "arbitrary codecs")
    return info


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
