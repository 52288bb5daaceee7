# Reading JSON: in C++ (_json.scan) if nothing has to be called back, else value by value here.
import re

import _json

__all__ = ["JSONDecoder", "JSONDecodeError"]
NaN = float("nan")
PosInf = float("inf")
NegInf = float("-inf")
_CONSTANTS = {"-Infinity": NegInf, "Infinity": PosInf, "NaN": NaN}
_number = re.compile(r"(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][-+]?[0-9]+)?", re.ASCII).match
_after_space = re.compile(r"[ \t\n\r]*").match


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, f"{msg}: line {lineno} column {colno} (char {pos})")
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


def scanstring(string, end, strict=True, /):
    result = _json.scanstring(string, end, strict)
    if len(result) == 3:
        raise JSONDecodeError(result[1], string, result[2])
    return result


c_scanstring = py_scanstring = scanstring


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
                 strict=True, object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook
        self.memo = {}
        plain = not (object_hook or parse_float or parse_int or parse_constant
                     or object_pairs_hook)
        self.scan_once = self._scan if plain else self._scan_once

    def decode(self, s, _w=_after_space):
        obj, end = self.raw_decode(s, _w(s, 0).end())
        end = _w(s, end).end()
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return obj

    def raw_decode(self, s, idx=0):
        try:
            return self.scan_once(s, idx)
        except StopIteration as e:
            raise JSONDecodeError("Expecting value", s, e.value) from None

    def _scan(self, s, i):
        result = _json.scan(s, i, bool(self.strict))
        if len(result) == 3:
            _, message, where = result
            if message == "Expecting value":
                raise StopIteration(where)
            raise JSONDecodeError(message, s, where)
        return result

    def _scan_once(self, s, i):
        return _value(self, s, i, {})


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
            raise JSONDecodeError("Expecting ',' delimiter", s, i)
        i = _after_space(s, i + 1).end()


def _object(decoder, s, i, keys):
    pairs = []
    i = _after_space(s, i).end()
    if s[i:i + 1] == "}":
        return _finish(decoder, pairs), i + 1
    while True:
        if s[i:i + 1] != '"':
            raise JSONDecodeError("Expecting property name enclosed in double quotes", s, i)
        key, i = scanstring(s, i + 1, decoder.strict)
        key = keys.setdefault(key, key)
        i = _after_space(s, i).end()
        if s[i:i + 1] != ":":
            raise JSONDecodeError("Expecting ':' delimiter", s, i)
        value, i = _value(decoder, s, _after_space(s, i + 1).end(), keys)
        pairs.append((key, value))
        i = _after_space(s, i).end()
        c = s[i:i + 1]
        if c == "}":
            return _finish(decoder, pairs), i + 1
        if c != ",":
            raise JSONDecodeError("Expecting ',' delimiter", s, i)
        i = _after_space(s, i + 1).end()


def _finish(decoder, pairs):
    if decoder.object_pairs_hook is not None:
        return decoder.object_pairs_hook(pairs)
    d = dict(pairs)
    return d if decoder.object_hook is None else decoder.object_hook(d)
