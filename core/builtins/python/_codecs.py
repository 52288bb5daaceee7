# The C module under codecs: the codecs of the encodings that are built in, as functions that tell
# how much of their argument they have used, and the registry. Neighbours: _encodings.py (how each
# encodes and decodes), _codec_registry.py.
import _bytes_escape
from _codec_registry import (decode, encode, lookup, lookup_error, register,
                             register_error, unregister)
import _encodings


def _text(obj, name):
    if not isinstance(obj, str):
        raise TypeError(f"{name}() argument 1 must be str, not {_shown(obj)}")
    return obj


def _data(obj):
    if type(obj) is bytes:
        return obj
    try:
        return memoryview(obj).tobytes()
    except TypeError:
        raise TypeError("a bytes-like object is required, not "
                        f"'{type(obj).__name__}'") from None


def _shown(obj):
    return "None" if obj is None else type(obj).__name__


# What C takes text for, too: its UTF-8.
def _text_or_data(obj):
    return obj.encode() if isinstance(obj, str) else _data(obj)


# Without `final` the beginning of a character at the end is left.
def _decode(obj, encoding, errors, final):
    data = _data(obj)
    stop = len(data)
    if not final:
        stop -= _encodings.incomplete(data, encoding)
        data = data[:stop]
    return data.decode(encoding, "strict" if errors is None else errors), stop


def _encode(obj, encoding, errors, name):
    text = _text(obj, name)
    return text.encode(encoding, "strict" if errors is None else errors), len(text)


def utf_8_encode(str, errors=None, /):
    return _encode(str, "utf-8", errors, "utf_8_encode")


def utf_8_decode(data, errors=None, final=False, /):
    return _decode(data, "utf-8", errors, final)


def ascii_encode(str, errors=None, /):
    return _encode(str, "ascii", errors, "ascii_encode")


def ascii_decode(data, errors=None, /):
    return _decode(data, "ascii", errors, True)


def latin_1_encode(str, errors=None, /):
    return _encode(str, "latin-1", errors, "latin_1_encode")


def latin_1_decode(data, errors=None, /):
    return _decode(data, "latin-1", errors, True)


def utf_7_encode(str, errors=None, /):
    import _utf7
    text = _text(str, "utf_7_encode")
    return _utf7.encode(text), len(text)


def utf_7_decode(data, errors=None, final=False, /):
    import _utf7
    return _utf7.decode(_data(data), errors or "strict", final)


# --- utf-16 and utf-32: byteorder is -1 (little), 1 (big) or 0, where a mark says it


def _encode_wide(obj, errors, byteorder, bits, name):
    order = ("", "-be", "-le")[_to_index(byteorder)]
    return _encode(obj, f"utf-{bits}{order}", errors, name)


def utf_16_encode(str, errors=None, byteorder=0, /):
    return _encode_wide(str, errors, byteorder, 16, "utf_16_encode")


def utf_16_le_encode(str, errors=None, /):
    return _encode(str, "utf-16-le", errors, "utf_16_le_encode")


def utf_16_be_encode(str, errors=None, /):
    return _encode(str, "utf-16-be", errors, "utf_16_be_encode")


def utf_32_encode(str, errors=None, byteorder=0, /):
    return _encode_wide(str, errors, byteorder, 32, "utf_32_encode")


def utf_32_le_encode(str, errors=None, /):
    return _encode(str, "utf-32-le", errors, "utf_32_le_encode")


def utf_32_be_encode(str, errors=None, /):
    return _encode(str, "utf-32-be", errors, "utf_32_be_encode")


def _decode_wide(data, errors, byteorder, final, bits):
    data = _data(data)
    start = 0
    if byteorder == 0:
        start, byteorder = _encodings.mark_of(data, bits // 8)
    big = byteorder > 0
    name = f"utf-{bits}-{'be' if big else 'le'}"
    stop = len(data)
    if not final:
        stop -= _encodings.incomplete(data, name)
    try:
        return data[start:stop].decode(name), stop, byteorder
    except UnicodeDecodeError:
        pass  # which does not say where it is in all of the data
    text, used = _encodings.decode_wide(data, bits, big, errors or "strict", start, final)
    return text, used, byteorder


def utf_16_ex_decode(data, errors=None, byteorder=0, final=False, /):
    return _decode_wide(data, errors, _to_index(byteorder), final, 16)


def utf_16_decode(data, errors=None, final=False, /):
    return _decode_wide(data, errors, 0, final, 16)[:2]


def utf_16_le_decode(data, errors=None, final=False, /):
    return _decode_wide(data, errors, -1, final, 16)[:2]


def utf_16_be_decode(data, errors=None, final=False, /):
    return _decode_wide(data, errors, 1, final, 16)[:2]


def utf_32_ex_decode(data, errors=None, byteorder=0, final=False, /):
    return _decode_wide(data, errors, _to_index(byteorder), final, 32)


def utf_32_decode(data, errors=None, final=False, /):
    return _decode_wide(data, errors, 0, final, 32)[:2]


def utf_32_le_decode(data, errors=None, final=False, /):
    return _decode_wide(data, errors, -1, final, 32)[:2]


def utf_32_be_decode(data, errors=None, final=False, /):
    return _decode_wide(data, errors, 1, final, 32)[:2]


# --- escapes


def unicode_escape_encode(str, errors=None, /):
    return _encode(str, "unicode-escape", errors, "unicode_escape_encode")


def unicode_escape_decode(data, errors=None, final=True, /):
    return _encodings.decode_escapes(_text_or_data(data), errors or "strict", False, final)


def raw_unicode_escape_encode(str, errors=None, /):
    return _encode(str, "raw-unicode-escape", errors, "raw_unicode_escape_encode")


def raw_unicode_escape_decode(data, errors=None, final=True, /):
    return _encodings.decode_escapes(_text_or_data(data), errors or "strict", True, final)


def escape_encode(data, errors=None, /):
    return _bytes_escape.escape_encode(data, errors or "strict")


def escape_decode(data, errors=None, /):
    return _bytes_escape.escape_decode(_text_or_data(data), errors or "strict")


def readbuffer_encode(data, errors=None, /):
    data = _text_or_data(data)
    return data, len(data)


# --- encodings with a table a byte




# A dict, or what is as good as one for the encoding function.
def charmap_build(map, /):
    if not isinstance(map, str):
        raise TypeError(f"charmap_build() argument must be str, not {_shown(map)}")
    codes = {}
    for i, c in enumerate(map[:256]):
        if c != "\ufffe":
            codes[ord(c)] = i
    return codes


def charmap_encode(str, errors=None, mapping=None, /):
    text = _text(str, "charmap_encode")
    if mapping is None:
        return latin_1_encode(text, errors)

    def one(c):
        try:
            found = mapping[c]
        except LookupError:
            return None
        if isinstance(found, int):
            if not 0 <= found < 256:
                raise TypeError("character mapping must be in range(256)")
            return bytes((found,))
        if found is not None and not isinstance(found, bytes):
            raise TypeError("character mapping must return integer, bytes or None, not "
                            f"{type(found).__name__}")
        return found
    return _encodings.encode_by(one, text, "charmap", errors or "strict",
                                "character maps to <undefined>"), len(text)


def charmap_decode(data, errors=None, mapping=None, /):
    data = _data(data)
    size = len(data)
    if mapping is None:
        return latin_1_decode(data, errors)
    out = []
    i = 0
    while i < len(data):
        try:
            c = mapping[data[i]]
        except LookupError:
            c = None
        if isinstance(c, int):
            if not 0 <= c < 0x110000:
                raise TypeError("character mapping must be in range(0x110000)")
            c = chr(c)
        elif c is not None and not isinstance(c, _str):
            raise TypeError("character mapping must return integer, None or str, not "
                            f"{type(c).__name__}")
        if c is None or c == "\ufffe":
            c, i, data = _encodings.bad_bytes("charmap", data, i, i + 1,
                                              "character maps to <undefined>", errors or "strict")
        else:
            i += 1
        out.append(c)
    return "".join(out), size


_str = str
for _function in (decode, encode, lookup, lookup_error, register, register_error, unregister):
    _function.__module__ = "_codecs"
