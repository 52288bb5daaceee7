# What CPython's json package has in C: scanning a text and writing an object. A text without hooks
# is read by one built-in (_json_text); what calls the program back is here, and traces follow it.
import re

from _json_text import encode_basestring, encode_basestring_ascii
import _json_text

_number = re.compile(r"(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][-+]?[0-9]+)?", re.ASCII).match
_after_space = re.compile(r"[ \t\n\r]*").match
_INFINITY = float("inf")


def _decode_error(message, text, where):
    from json.decoder import JSONDecodeError
    return JSONDecodeError(message, text, where)


def scanstring(string, end, strict=True, /):
    result = _json_text.scanstring(string, end, strict)
    if len(result) == 3:
        raise _decode_error(result[1], string, result[2])
    return result


# Scans one value with the settings of a JSONDecoder.
class make_scanner:
    def __init__(self, context):
        self.strict = bool(context.strict)
        self.object_hook = context.object_hook
        self.object_pairs_hook = context.object_pairs_hook
        self.parse_float = context.parse_float
        self.parse_int = context.parse_int
        self.parse_constant = context.parse_constant
        self.plain = (self.object_hook is None and self.object_pairs_hook is None
                      and self.parse_float is float and self.parse_int is int
                      and getattr(self.parse_constant, "__name__", None) == "__getitem__")

    def __call__(self, string, idx):
        if not self.plain:
            return _value(self, string, idx, {})
        result = _json_text.scan(string, idx, self.strict)
        if len(result) == 3:
            _, message, where = result
            if message == "Expecting value":
                raise StopIteration(where)
            raise _decode_error(message, string, where)
        return result


# The value that begins at i, and where it ends. `keys`: each spelling of a key once.
def _value(decoder, s, i, keys):
    if i < 0:
        raise ValueError("idx cannot be negative")
    if i >= len(s):
        raise StopIteration(i)
    c = s[i]
    if c == '"':
        return scanstring(s, i + 1, decoder.strict)
    if c == "{":
        return _object(decoder, s, i + 1, keys)
    if c == "[":
        return _array(decoder, s, i + 1, keys)
    if c == "n" and s.startswith("null", i):
        return None, i + 4
    if c == "t" and s.startswith("true", i):
        return True, i + 4
    if c == "f" and s.startswith("false", i):
        return False, i + 5
    m = _number(s, i)
    if m is not None:
        integer, fraction, exponent = m.groups()
        if fraction or exponent:
            return decoder.parse_float(m.group()), m.end()
        return decoder.parse_int(integer), m.end()
    for name in ("NaN", "Infinity", "-Infinity"):
        if s.startswith(name, i):
            return decoder.parse_constant(name), i + len(name)
    raise StopIteration(i)


def _array(decoder, s, i, keys):
    row = []
    i = _after_space(s, i).end()
    if s[i:i + 1] == "]":
        return row, i + 1
    while True:
        value, i = _value(decoder, s, i, keys)
        row.append(value)
        i = _after_space(s, i).end()
        c = s[i:i + 1]
        if c == "]":
            return row, i + 1
        if c != ",":
            raise _decode_error("Expecting ',' delimiter", s, i)
        i = _after_space(s, i + 1).end()


def _object(decoder, s, i, keys):
    pairs = []
    i = _after_space(s, i).end()
    if s[i:i + 1] == "}":
        return _finish(decoder, pairs), i + 1
    while True:
        if s[i:i + 1] != '"':
            raise _decode_error("Expecting property name enclosed in double quotes", s, i)
        key, i = scanstring(s, i + 1, decoder.strict)
        key = keys.setdefault(key, key)
        i = _after_space(s, i).end()
        if s[i:i + 1] != ":":
            raise _decode_error("Expecting ':' delimiter", s, i)
        value, i = _value(decoder, s, _after_space(s, i + 1).end(), keys)
        pairs.append((key, value))
        i = _after_space(s, i).end()
        c = s[i:i + 1]
        if c == "}":
            return _finish(decoder, pairs), i + 1
        if c != ",":
            raise _decode_error("Expecting ',' delimiter", s, i)
        i = _after_space(s, i + 1).end()


def _finish(decoder, pairs):
    if decoder.object_pairs_hook is not None:
        return decoder.object_pairs_hook(pairs)
    d = dict(pairs)
    return d if decoder.object_hook is None else decoder.object_hook(d)


# Writes an object with the settings of a JSONEncoder: the pieces of the text.
class make_encoder:
    def __init__(self, markers, default, encoder, indent, key_separator, item_separator, sort_keys,
                 skipkeys, allow_nan):
        self.writer = _Writer(markers, default, encoder, indent, key_separator, item_separator,
                              sort_keys, skipkeys, allow_nan)

    def __call__(self, o, _current_indent_level):
        writer = self.writer
        out = writer.out = []
        writer.write(o, "\n" + (writer.indent or "") * _current_indent_level)
        return tuple(out)


# One pass over an object. `newline` is a line break and the indentation of the current level.
class _Writer:
    def __init__(self, markers, default, quote, indent, key_separator, item_separator, sort_keys,
                 skipkeys, allow_nan):
        self.out = []
        self.markers = markers
        self.default = default
        self.quote = quote
        self.indent = indent if indent is None or isinstance(indent, str) else " " * indent
        self.key_separator = key_separator
        self.item_separator = item_separator
        self.sort_keys = sort_keys
        self.skipkeys = skipkeys
        self.allow_nan = allow_nan
        self.names_number = indent is not None  # as CPython's two encoders do

    # The text of what has no parts, or None.
    def simple(self, o):
        if isinstance(o, str):
            return self.quote(o)
        if o is None:
            return "null"
        if o is True:
            return "true"
        if o is False:
            return "false"
        if isinstance(o, int):
            return int.__repr__(o)
        if isinstance(o, float):
            return self.float(o)
        return None

    def float(self, x):
        if x != x:
            text = "NaN"
        elif x == _INFINITY:
            text = "Infinity"
        elif x == -_INFINITY:
            text = "-Infinity"
        else:
            return float.__repr__(x)
        if not self.allow_nan:
            shown = ": " + repr(x) if self.names_number else ""
            raise ValueError("Out of range float values are not JSON compliant" + shown)
        return text

    def write(self, o, newline):
        text = self.simple(o)
        if text is not None:
            self.out.append(text)
        else:
            self.parts(o, newline)

    def parts(self, o, newline):
        if isinstance(o, (list, tuple)):
            if not o:
                self.out.append("[]")
                return
            self.enter(o)
            self.list(o, newline)
        elif isinstance(o, dict):
            if not o:
                self.out.append("{}")
                return
            self.enter(o)
            self.dict(o, newline)
        else:
            self.enter(o)
            self.write(self.default(o), newline)
        if self.markers is not None:
            del self.markers[id(o)]

    def enter(self, o):
        if self.markers is not None:
            if id(o) in self.markers:
                raise ValueError("Circular reference detected")
            self.markers[id(o)] = o

    def list(self, o, newline):
        out = self.out
        before = "["
        separator = self.item_separator
        inner = newline
        if self.indent is not None:
            inner += self.indent
            before += inner
            separator += inner
        for e in o:
            text = self.simple(e)
            if text is not None:
                out.append(before + text)
            else:
                out.append(before)
                self.parts(e, inner)
            before = separator
        if self.indent is not None:
            out.append(newline)
        out.append("]")

    def dict(self, o, newline):
        out = self.out
        separator = self.item_separator
        inner = newline
        out.append("{")
        if self.indent is not None:
            inner += self.indent
            separator += inner
            out.append(inner)
        first = True
        for k, v in sorted(o.items()) if self.sort_keys else o.items():
            if isinstance(k, str):
                pass
            elif isinstance(k, float):
                k = self.float(k)
            elif k is True:
                k = "true"
            elif k is False:
                k = "false"
            elif k is None:
                k = "null"
            elif isinstance(k, int):
                k = int.__repr__(k)
            elif self.skipkeys:
                continue
            else:
                raise TypeError("keys must be str, int, float, bool or None, not "
                                f"{k.__class__.__name__}")
            if first:
                first = False
            else:
                out.append(separator)
            out.append(self.quote(k))
            out.append(self.key_separator)
            text = self.simple(v)
            if text is not None:
                out.append(text)
            else:
                self.parts(v, inner)
        if self.indent is not None:
            out.append(newline)
        out.append("}")
