# The C module of struct: numbers to bytes and back. Usual values are packed and unpacked all at once
# (_struct_bytes), by a plan made of the format; others one by one.
from _binary import float_bytes, float_of
from _struct_bytes import pack as _pack_all, unpack as _unpack_all


class error(Exception):
    __module__ = "struct"


# Sizes of native and of standard formats.
_NATIVE = {"x": 1, "c": 1, "b": 1, "B": 1, "?": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8,
           "q": 8, "Q": 8, "n": 8, "N": 8, "e": 2, "f": 4, "d": 8, "s": 1, "p": 1, "P": 8}
_STANDARD = dict(_NATIVE, l=4, L=4)
_SIGNED = "bhilqn"
_INTS = "bBhHiIlLqQnNP"

_parsed = {}


# The plan, or None: some codes are rare, and some counts large.
def _plan(little, items):
    plan = bytearray([little])
    for c, count, size, padding in items:
        if c in "ep" or count >> 24:
            return None
        plan += bytes([ord(c), size, padding]) + count.to_bytes(3, "little")
    return bytes(plan)


# (little, size, items, plan): an item is (code, count, size, bytes of padding before it).
def _parse(format):
    known = _parsed.get(format)
    if known is not None:
        return known
    text = format
    if isinstance(format, (bytes, bytearray)):
        text = bytes(format).decode("ascii")
    elif not isinstance(format, str):
        raise TypeError("Struct() argument 1 must be a str or bytes object, not "
                        f"{type(format).__name__}")
    if "\0" in text:
        raise error("embedded null character")
    order = "@"
    i = 0
    if text[:1] in ("@", "=", "<", ">", "!"):
        order = text[0]
        i = 1
    sizes = _NATIVE if order == "@" else _STANDARD
    items = []
    total = 0
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
            continue
        start = i
        while i < len(text) and text[i].isdigit():
            i += 1
        if i > start:
            count = int(text[start:i])
            if i == len(text):
                raise error("repeat count given without format specifier")
        else:
            count = 1
        has_count = i > start
        c = text[i]
        i += 1
        if c not in sizes or (order != "@" and c in "nNP"):
            raise error("bad char in struct format")
        size = sizes[c]
        padding = -total % size if order == "@" and size > 1 else 0
        total += padding + count * size
        if total > 0x7fffffffffffffff:
            raise error("total struct size too long")
        items.append((c, count, size, padding))
    little = order in "@=<"
    result = little, total, items, _plan(little, items)
    if len(_parsed) > 200:
        _parsed.clear()
    _parsed[format] = result
    return result


def calcsize(format):
    return _parse(format)[1]


def _count_values(items):
    n = 0
    for c, count, size, padding in items:
        if c in "sp":
            n += 1
        elif c != "x":
            n += count
    return n


# Small ones are known to C by the names of its types, where the order is the machine's.
_C_NAMES = {"b": "byte", "B": "ubyte", "h": "short", "H": "ushort"}


def _range_error(c, size, little, v):
    named = c in "bB" or little and c in "hH"
    signed = c in _SIGNED
    low, high = (-1 << 63, 1 << 63) if signed or named else (0, 1 << 64)
    if not little and size == 8:
        return error("int too large to convert")
    if not low <= v < high:
        return error("argument out of range")
    high = 1 << size * 8 - signed
    kind = _C_NAMES[c] if named else f"'{c}'"
    return error(f"{kind} format requires {-high if signed else 0} <= number <= {high - 1}")


def _pack_one(c, size, little, v):
    if c in _INTS:
        if not isinstance(v, int):
            if not hasattr(v, "__index__"):
                raise error("required argument is not an integer")
            v = _to_index(v)
        signed = c in _SIGNED or c == "P" and v < 0  # an address may be written as negative
        try:
            return int(v).to_bytes(size, "little" if little else "big", signed=signed)
        except OverflowError:
            raise _range_error(c, size, little, v) from None
    if c in "efd":
        try:
            if isinstance(v, (str, bytes, bytearray)):
                raise TypeError
            v = float(v)
        except BaseException:
            raise error("required argument is not a float") from None
        return float_bytes(v, size, little)
    if c == "?":
        return b"\x01" if v else b"\x00"
    if not isinstance(v, (bytes, bytearray)) or len(v) != 1:
        raise error("char format requires a bytes object of length 1")
    return bytes(v)


def pack(format, *values):
    little, total, items, plan = _parse(format)
    if plan is not None:
        data = _pack_all(plan, total, values)
        if data is not None:
            return data
    wanted = _count_values(items)
    if len(values) != wanted:
        raise error(f"pack expected {wanted} items for packing (got {len(values)})")
    out = bytearray()
    at = 0
    for c, count, size, padding in items:
        if padding:
            out += bytes(padding)
        if c == "x":
            out += bytes(count)
        elif c in "sp":
            v = values[at]
            at += 1
            if not isinstance(v, (bytes, bytearray)):
                raise error(f"argument for '{c}' must be a bytes object")
            if c == "p" and count:
                v = bytes([min(len(v), count - 1, 255)]) + v[:count - 1]
            out += v[:count]
            out += bytes(max(0, count - len(v)))
        else:
            for _ in range(count):
                out += _pack_one(c, size, little, values[at])
                at += 1
    return bytes(out)


def _unpack(little, items, plan, data, at):
    if plan is not None:
        return _unpack_all(plan, data, at)
    row = []
    order = "little" if little else "big"
    for c, count, size, padding in items:
        at += padding
        if c == "x":
            at += count
        elif c == "s":
            row.append(bytes(data[at:at + count]))
            at += count
        elif c == "p":
            n = data[at] if count else 0
            row.append(bytes(data[at + 1:at + 1 + min(n, count - 1)]) if count else b"")
            at += count
        else:
            signed = c in _SIGNED
            for _ in range(count):
                part = bytes(data[at:at + size])
                at += size
                if c in _INTS:
                    row.append(int.from_bytes(part, order, signed=signed))
                elif c in "efd":
                    row.append(float_of(part, little))
                elif c == "?":
                    row.append(part != b"\x00")
                else:
                    row.append(part)
    return tuple(row)


# A buffer whose elements are bytes.
def _bytes_in(buffer):
    if isinstance(buffer, (bytes, bytearray)):
        return buffer
    return memoryview(buffer).tobytes()


def unpack(format, buffer):
    little, total, items, plan = _parse(format)
    buffer = _bytes_in(buffer)
    if len(buffer) != total:
        raise error(f"unpack requires a buffer of {total} bytes")
    return _unpack(little, items, plan, buffer, 0)


def unpack_from(format, buffer, offset=0):
    little, total, items, plan = _parse(format)
    buffer = _bytes_in(buffer)
    if offset < 0:
        if offset + total > 0:
            raise error(f"not enough data to unpack {total} bytes at offset {offset}")
        if offset + len(buffer) < 0:
            raise error(f"offset {offset} out of range for {len(buffer)}-byte buffer")
        offset += len(buffer)
    if len(buffer) - offset < total:
        raise error(f"unpack_from requires a buffer of at least {total + offset} bytes for "
                    f"unpacking {total} bytes at offset {offset} (actual buffer size is "
                    f"{len(buffer)})")
    return _unpack(little, items, plan, buffer, offset)


def pack_into(format, buffer, offset, *values):
    data = pack(format, *values)
    if not isinstance(buffer, bytearray):
        buffer = memoryview(buffer).cast("B")
        if buffer.readonly:
            raise TypeError("pack_into() argument must be read-write bytes-like object, not "
                            f"{_type_name(buffer.obj)}")
    if offset < 0:
        if offset + len(data) > 0:
            raise error(f"no space to pack {len(data)} bytes at offset {offset}")
        if offset + len(buffer) < 0:
            raise error(f"offset {offset} out of range for {len(buffer)}-byte buffer")
        offset += len(buffer)
    if len(buffer) - offset < len(data):
        raise error(f"pack_into requires a buffer of at least {len(data) + offset} bytes for "
                    f"packing {len(data)} bytes at offset {offset} (actual buffer size is "
                    f"{len(buffer)})")
    buffer[offset:offset + len(data)] = data


def iter_unpack(format, buffer):
    little, total, items, plan = _parse(format)
    buffer = _bytes_in(buffer)
    if total == 0:
        raise error("cannot iteratively unpack with a struct of length 0")
    if len(buffer) % total:
        raise error(f"iterative unpacking requires a buffer of a multiple of {total} bytes")
    return unpack_iterator(_iterate(little, items, plan, buffer, total), len(buffer) // total)


def _iterate(little, items, plan, buffer, total):
    for at in range(0, len(buffer), total):
        yield _unpack(little, items, plan, buffer, at)


class unpack_iterator:
    __module__ = "_struct"
    __slots__ = ("_rows", "_left")

    def __init__(self, rows, left):
        self._rows = rows
        self._left = left

    def __iter__(self):
        return self

    def __next__(self):
        for row in self._rows:
            self._left -= 1
            return row
        raise StopIteration

    def __length_hint__(self):
        return self._left


@_in_c
class Struct:
    def __init__(self, format):
        self.size = calcsize(format)
        self.format = format.decode("ascii") if isinstance(format, bytes) else format

    def pack(self, *values):
        return pack(self.format, *values)

    def pack_into(self, buffer, offset, *values):
        pack_into(self.format, buffer, offset, *values)

    def unpack(self, buffer, /):
        return unpack(self.format, buffer)

    def unpack_from(self, buffer, offset=0):
        return unpack_from(self.format, buffer, offset)

    def iter_unpack(self, buffer, /):
        return iter_unpack(self.format, buffer)


def _clearcache():
    _parsed.clear()
