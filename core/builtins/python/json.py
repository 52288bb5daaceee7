__all__ = ["dump", "dumps", "load", "loads", "JSONDecoder", "JSONDecodeError", "JSONEncoder"]


class JSONDecodeError(ValueError):
    __module__ = "json.decoder"

    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, f"{msg}: line {lineno} column {colno} (char {pos})")
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno


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
        self.indent = " " * indent if isinstance(indent, int) else indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        out = []
        self._write(o, out, "\n", [])
        return "".join(out)

    def iterencode(self, o):
        yield self.encode(o)

    def _float(self, x):
        if x != x or x in (float("inf"), float("-inf")):
            if not self.allow_nan:
                raise ValueError("Out of range float values are not JSON compliant")
            return "NaN" if x != x else "Infinity" if x > 0 else "-Infinity"
        return float.__repr__(x)

    def _write(self, o, out, newline, around):
        if isinstance(o, str):
            out.append(_json_quote(o, self.ensure_ascii))
        elif o is None:
            out.append("null")
        elif o is True:
            out.append("true")
        elif o is False:
            out.append("false")
        elif isinstance(o, int):
            out.append(int.__repr__(o))
        elif isinstance(o, float):
            out.append(self._float(o))
        elif isinstance(o, (list, tuple)):
            if not o:
                out.append("[]")
                return
            self._enter(o, around)
            inner = newline if self.indent is None else newline + self.indent
            first = True
            out.append("[")
            for e in o:
                if first:
                    first = False
                else:
                    out.append(self.item_separator)
                if self.indent is not None:
                    out.append(inner)
                self._write(e, out, inner, around)
            if self.indent is not None:
                out.append(newline)
            out.append("]")
            around.pop()
        elif isinstance(o, dict):
            if not o:
                out.append("{}")
                return
            self._enter(o, around)
            inner = newline if self.indent is None else newline + self.indent
            first = True
            out.append("{")
            items = sorted(o.items()) if self.sort_keys else o.items()
            for k, v in items:
                if isinstance(k, str):
                    pass
                elif isinstance(k, float):
                    k = self._float(k)
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
                    out.append(self.item_separator)
                if self.indent is not None:
                    out.append(inner)
                out.append(_json_quote(k, self.ensure_ascii))
                out.append(self.key_separator)
                self._write(v, out, inner, around)
            if self.indent is not None:
                out.append(newline)
            out.append("}")
            around.pop()
        else:
            self._enter(o, around)
            self._write(self.default(o), out, newline, around)
            around.pop()

    def _enter(self, o, around):
        if self.check_circular:
            for x in around:
                if x is o:
                    raise ValueError("Circular reference detected")
        around.append(o)


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None,
          indent=None, separators=None, default=None, sort_keys=False, **kw):
    if cls is None:
        cls = JSONEncoder
    return cls(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular,
               allow_nan=allow_nan, indent=indent, separators=separators, default=default,
               sort_keys=sort_keys, **kw).encode(obj)


def dump(obj, fp, **kw):
    fp.write(dumps(obj, **kw))


_escapes = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_constants = {"-Infinity": float("-inf"), "Infinity": float("inf"), "NaN": float("nan")}


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
                 strict=True, object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _constants.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        obj, end = self._value(s, self._space(s, 0))
        end = self._space(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return obj

    def raw_decode(self, s, idx=0):
        return self._value(s, idx)

    def _space(self, s, i):
        n = len(s)
        while i < n and s[i] in " \t\n\r":
            i += 1
        return i

    def _value(self, s, i):
        if i >= len(s):
            raise JSONDecodeError("Expecting value", s, i)
        c = s[i]
        if c == '"':
            return self._string(s, i + 1)
        if c == "{":
            return self._object(s, i + 1)
        if c == "[":
            return self._array(s, i + 1)
        if c == "n" and s.startswith("null", i):
            return None, i + 4
        if c == "t" and s.startswith("true", i):
            return True, i + 4
        if c == "f" and s.startswith("false", i):
            return False, i + 5
        if c == "N" and s.startswith("NaN", i):
            return self.parse_constant("NaN"), i + 3
        if c == "I" and s.startswith("Infinity", i):
            return self.parse_constant("Infinity"), i + 8
        if c == "-" and s.startswith("-Infinity", i):
            return self.parse_constant("-Infinity"), i + 9
        return self._number(s, i)

    def _number(self, s, i):
        n = len(s)
        start = i
        if i < n and s[i] == "-":
            i += 1
        digits = i
        if i < n and s[i] == "0":
            i += 1
        else:
            while i < n and "0" <= s[i] <= "9":
                i += 1
        if i == digits:
            raise JSONDecodeError("Expecting value", s, start)
        is_float = False
        if i + 1 < n and s[i] == "." and "0" <= s[i + 1] <= "9":
            is_float = True
            i += 2
            while i < n and "0" <= s[i] <= "9":
                i += 1
        if i < n and s[i] in "eE":
            j = i + 1
            if j < n and s[j] in "+-":
                j += 1
            if j < n and "0" <= s[j] <= "9":
                is_float = True
                while j < n and "0" <= s[j] <= "9":
                    j += 1
                i = j
        text = s[start:i]
        return (self.parse_float(text) if is_float else self.parse_int(text)), i

    def _string(self, s, i):
        begin = i - 1
        out = []
        n = len(s)
        start = i
        while True:
            if i >= n:
                raise JSONDecodeError("Unterminated string starting at", s, begin)
            c = s[i]
            if c == '"':
                out.append(s[start:i])
                return "".join(out), i + 1
            if c == "\\":
                out.append(s[start:i])
                i += 1
                if i >= n:
                    raise JSONDecodeError("Unterminated string starting at", s, begin)
                c = s[i]
                if c == "u":
                    code = self._hex(s, i + 1)
                    i += 5
                    if 0xD800 <= code <= 0xDBFF and s.startswith("\\u", i):
                        low = self._hex(s, i + 2)
                        if 0xDC00 <= low <= 0xDFFF:
                            code = 0x10000 + ((code - 0xD800) << 10 | (low - 0xDC00))
                            i += 6
                    out.append(chr(code))
                elif c in _escapes:
                    out.append(_escapes[c])
                    i += 1
                else:
                    raise JSONDecodeError("Invalid \\escape: " + repr(c), s, i - 1)
                start = i
                continue
            if c < " " and self.strict:
                raise JSONDecodeError("Invalid control character at", s, i)
            i += 1

    def _hex(self, s, i):
        text = s[i:i + 4]
        if len(text) == 4 and all([c in "0123456789abcdefABCDEF" for c in text]):
            return int(text, 16)
        raise JSONDecodeError("Invalid \\uXXXX escape", s, i - 1)

    def _array(self, s, i):
        row = []
        i = self._space(s, i)
        if i < len(s) and s[i] == "]":
            return row, i + 1
        while True:
            value, i = self._value(s, i)
            row.append(value)
            i = self._space(s, i)
            c = s[i:i + 1]
            if c == "]":
                return row, i + 1
            if c != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, i)
            i = self._space(s, i + 1)

    def _object(self, s, i):
        pairs = []
        i = self._space(s, i)
        if s[i:i + 1] == "}":
            return self._finish(pairs), i + 1
        if s[i:i + 1] != '"':
            raise JSONDecodeError("Expecting property name enclosed in double quotes", s, i)
        while True:
            key, i = self._string(s, i + 1)
            i = self._space(s, i)
            if s[i:i + 1] != ":":
                raise JSONDecodeError("Expecting ':' delimiter", s, i)
            value, i = self._value(s, self._space(s, i + 1))
            pairs.append((key, value))
            i = self._space(s, i)
            c = s[i:i + 1]
            if c == "}":
                return self._finish(pairs), i + 1
            if c != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, i)
            i = self._space(s, i + 1)
            if s[i:i + 1] != '"':
                raise JSONDecodeError("Expecting property name enclosed in double quotes", s, i)

    def _finish(self, pairs):
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs)
        d = dict(pairs)
        return d if self.object_hook is None else self.object_hook(d)


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
          object_pairs_hook=None, **kw):
    if isinstance(s, (bytes, bytearray)):
        s = s.decode()
    elif not isinstance(s, str):
        raise TypeError("the JSON object must be str, bytes or bytearray, not "
                        f"{s.__class__.__name__}")
    elif s.startswith("\ufeff"):
        raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
    if cls is None:
        cls = JSONDecoder
    return cls(object_hook=object_hook, parse_float=parse_float, parse_int=parse_int,
               parse_constant=parse_constant, object_pairs_hook=object_pairs_hook, **kw).decode(s)


def load(fp, **kw):
    return loads(fp.read(), **kw)
