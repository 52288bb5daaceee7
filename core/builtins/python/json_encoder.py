# Writing JSON. The pieces that are appended are those which iterencode() has to yield.
from _json import encode_basestring, encode_basestring_ascii

INFINITY = float("inf")
c_make_encoder = None
py_encode_basestring = c_encode_basestring = encode_basestring
py_encode_basestring_ascii = c_encode_basestring_ascii = encode_basestring_ascii


class JSONEncoder:
    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True,
                 sort_keys=False, indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        if isinstance(o, str):
            if self.ensure_ascii:
                return encode_basestring_ascii(o)
            return encode_basestring(o)
        chunks = self.iterencode(o, _one_shot=True)
        if not isinstance(chunks, (list, tuple)):
            chunks = list(chunks)
        return "".join(chunks)

    def iterencode(self, o, _one_shot=False):
        out = []
        _Writer(self, out, _one_shot).write(o, "\n")
        return out if _one_shot else iter(out)


# One pass over an object. `newline` is a line break and the indentation of the current level.
class _Writer:
    def __init__(self, encoder, out, one_shot):
        self.out = out
        self.quote = encode_basestring_ascii if encoder.ensure_ascii else encode_basestring
        indent = encoder.indent
        self.indent = indent if indent is None or isinstance(indent, str) else " " * indent
        self.item_separator = encoder.item_separator
        self.key_separator = encoder.key_separator
        self.allow_nan = encoder.allow_nan
        # CPython's encoder in C, which does not indent or yield, does not name the number.
        self.names_number = not one_shot or indent is not None
        self.sort_keys = encoder.sort_keys
        self.skipkeys = encoder.skipkeys
        self.default = encoder.default
        self.markers = {} if encoder.check_circular else None

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
        elif x == INFINITY:
            text = "Infinity"
        elif x == -INFINITY:
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
