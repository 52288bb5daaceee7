# Values as bytes in CPython's format, versions 0 to 4. Code objects have none here: they are
# unmarshallable, as other objects are in CPython.
import struct

version = 4
_REF = 0x80
_SINGLETONS = ((None, b"N"), (True, b"T"), (False, b"F"), (..., b"."), (StopIteration, b"S"))


class _Writer:
    def __init__(self, version):
        self.version = version
        self.out = []
        self.seen = {}
        self.kept = []

    def write(self, value, depth=0):
        if depth > 2000:
            raise ValueError("object too deeply nested to marshal")
        for one, code in _SINGLETONS:
            if value is one:
                self.out.append(code)
                return
        flag = 0
        if self.version >= 3:
            if id(value) in self.seen:
                self.out.append(b"r" + struct.pack("<I", self.seen[id(value)]))
                return
            self.seen[id(value)] = len(self.seen)
            self.kept.append(value)
            flag = _REF
        self._write(value, flag, depth + 1)

    def _head(self, code, flag, rest=b""):
        self.out.append(bytes((ord(code) | flag,)) + rest)

    def _write(self, value, flag, depth):
        kind = type(value)
        if kind is int:
            if -1 << 31 <= value < 1 << 31:
                self._head("i", flag, struct.pack("<i", value))
                return
            digits, rest = [], abs(value)
            while rest:
                digits.append(rest & 0x7fff)
                rest >>= 15
            self._head("l", flag, struct.pack(f"<i{len(digits)}H",
                                              -len(digits) if value < 0 else len(digits), *digits))
        elif kind is float or kind is complex:
            numbers = (value,) if kind is float else (value.real, value.imag)
            if self.version > 1:
                self._head("g" if kind is float else "y", flag,
                           struct.pack(f"<{len(numbers)}d", *numbers))
            else:
                texts = [repr(n).encode() for n in numbers]
                self._head("f" if kind is float else "x", flag,
                           b"".join([bytes((len(t),)) + t for t in texts]))
        elif kind is str:
            self._text(value, flag)
        elif kind in (bytes, bytearray, memoryview) or hasattr(kind, "__buffer__") \
                or hasattr(value, "typecode"):
            data = bytes(value)
            self._head("s", flag, struct.pack("<I", len(data)) + data)
        elif kind is tuple:
            if self.version >= 4 and len(value) < 256:
                self._head(")", flag, bytes((len(value),)))
            else:
                self._head("(", flag, struct.pack("<I", len(value)))
            for item in value:
                self.write(item, depth)
        elif kind is list:
            self._head("[", flag, struct.pack("<I", len(value)))
            for item in value:
                self.write(item, depth)
        elif kind is dict:
            self._head("{", flag)
            for key, item in value.items():
                self.write(key, depth)
                self.write(item, depth)
            self.out.append(b"0")
        elif kind is set or kind is frozenset:
            self._head("<" if kind is set else ">", flag, struct.pack("<I", len(value)))
            for item in sorted(value, key=lambda v: dumps(v, self.version)):
                self.write(item, depth)
        else:
            raise ValueError("unmarshallable object")

    def _text(self, value, flag):
        import sys
        interned = self.version >= 1 and value.isidentifier() and sys.intern(value) is value
        if self.version >= 4 and value.isascii():
            data = value.encode()
            if len(data) < 256:
                self._head("Z" if interned else "z", flag, bytes((len(data),)) + data)
            else:
                self._head("A" if interned else "a", flag, struct.pack("<I", len(data)) + data)
            return
        data = value.encode("utf-8", "surrogatepass")
        self._head("t" if interned else "u", flag, struct.pack("<I", len(data)) + data)


def dumps(value, version=version, /):
    writer = _Writer(version)
    writer.write(value)
    return b"".join(writer.out)


def dump(value, file, version=version, /):
    return file.write(dumps(value, version))


_nothing = object()  # the end of a dict


class _Reader:
    def __init__(self, read):
        self._read = read
        self._refs = []
        self._depth = 0

    def take(self, n):
        data = self._read(n)
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f"file.read() returned not bytes but {type(data).__name__}")
        if len(data) > n:
            raise ValueError(f"read() returned too much data: {n} bytes requested, "
                             f"{len(data)} returned")
        if len(data) < n:
            raise EOFError("marshal data too short")
        return bytes(data)

    def number(self, layout="<i"):
        return struct.unpack(layout, self.take(struct.calcsize(layout)))[0]

    def size(self, what):
        n = self.number()
        if n < 0:
            raise ValueError(f"bad marshal data ({what} size out of range)")
        return n

    def value(self, end_allowed=False):
        try:
            code = self.take(1)[0]
        except EOFError:
            raise EOFError("EOF read where object expected") from None
        letter = chr(code & ~_REF)
        if letter == "0":
            if end_allowed:
                return _nothing
            raise TypeError("NULL object in marshal data for object")
        for one, known in _SINGLETONS:
            if letter == known.decode():
                return one
        if letter == "r":
            i = self.number("<I")
            if i >= len(self._refs) or self._refs[i] is _nothing:
                raise ValueError("bad marshal data (invalid reference)")
            return self._refs[i]
        place = None
        if code & _REF:
            place = len(self._refs)
            self._refs.append(_nothing)
        self._depth += 1
        if self._depth > 2000:
            raise ValueError("recursion limit exceeded")
        made = self._make(letter, place)
        self._depth -= 1
        if place is not None:
            self._refs[place] = made
        return made

    def _make(self, letter, place):
        if letter == "i":
            return self.number()
        if letter == "I":
            return self.number("<q")
        if letter == "l":
            n = self.number()
            value = 0
            for i in range(abs(n)):
                digit = self.number("<H")
                if digit > 0x7fff:
                    raise ValueError("bad marshal data (digit out of range in long)")
                value |= digit << 15 * i
            if n and not digit:
                raise ValueError("bad marshal data (unnormalized long data)")
            return -value if n < 0 else value
        if letter == "g":
            return self.number("<d")
        if letter == "y":
            return complex(self.number("<d"), self.number("<d"))
        if letter == "f":
            return float(self.take(self.take(1)[0]))
        if letter == "x":
            return complex(float(self.take(self.take(1)[0])), float(self.take(self.take(1)[0])))
        if letter == "s":
            return self.take(self.size("bytes object"))
        if letter in "ut":
            return self.take(self.size("string")).decode("utf-8", "surrogatepass")
        if letter in "aA":
            return self.take(self.size("string")).decode("latin-1")
        if letter in "zZ":
            return self.take(self.take(1)[0]).decode("latin-1")
        if letter in "()":
            n = self.take(1)[0] if letter == ")" else self.size("tuple")
            return tuple([self.value() for _ in range(n)])
        if letter == "[":
            made = []
            if place is not None:
                self._refs[place] = made
            for _ in range(self.size("list")):
                made.append(self.value())
            return made
        if letter == "{":
            made = {}
            if place is not None:
                self._refs[place] = made
            while True:
                key = self.value(True)
                if key is _nothing:
                    return made
                made[key] = self.value()
        if letter in "<>":
            items = [self.value() for _ in range(self.size("set"))]
            return set(items) if letter == "<" else frozenset(items)
        if letter == "c":
            raise ValueError("bad marshal data (Hothouse cannot run CPython's bytecode)")
        raise ValueError("bad marshal data (unknown type code)")


def loads(data, /):
    data = bytes(memoryview(data))
    at = [0]

    def read(n):
        piece = data[at[0]:at[0] + n]
        at[0] += n
        return piece
    return _Reader(read).value()


def load(file, /):
    return _Reader(file.read).value()
