# array.array: a list of numbers that remembers its type. The list's own storage is unboxed.
import _struct

typecodes = "bBuhHiIlLqQfd"

_SIZES = {"b": 1, "B": 1, "u": 4, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8, "q": 8, "Q": 8,
          "f": 4, "d": 8}
_NAMES = {"b": "signed char", "B": "unsigned byte integer", "h": "signed short integer",
          "H": "unsigned short", "i": "signed integer", "I": "unsigned int"}


class array:
    __module__ = "array"
    __slots__ = ("typecode", "itemsize", "_items", "_low", "_high", "__weakref__")
    __hash__ = None

    def __init__(self, typecode, initializer=(), /):
        if not isinstance(typecode, str) or len(typecode) != 1:
            raise TypeError("array() argument 1 must be a unicode character, not "
                            f"{type(typecode).__name__}")
        if typecode not in _SIZES:
            raise ValueError("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
        self.typecode = typecode
        size = self.itemsize = _SIZES[typecode]
        if typecode in "fdu":
            self._low = self._high = None
        elif typecode.islower():
            self._low = -(1 << size * 8 - 1)
            self._high = (1 << size * 8 - 1) - 1
        else:
            self._low = 0
            self._high = (1 << size * 8) - 1
        self._items = []
        if isinstance(initializer, str):
            if typecode != "u":
                raise TypeError(f"cannot use a str to initialize an array with typecode "
                                f"'{typecode}'")
            self._items = list(initializer)
        elif isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        else:
            self.extend(initializer)

    def _item(self, v):
        low = self._low
        if low is not None:
            if type(v) is not int:
                if isinstance(v, float) or not hasattr(v, "__index__"):
                    raise TypeError(f"'{type(v).__name__}' object cannot be interpreted as an "
                                    "integer")
                v = v.__index__() + 0
            if v < low:
                raise OverflowError(self._text("less than minimum"))
            if v > self._high:
                raise OverflowError(self._text("greater than maximum"))
            return v
        if self.typecode == "u":
            if not isinstance(v, str) or len(v) != 1:
                raise TypeError("array item must be a unicode character, not "
                                f"{type(v).__name__}")
            return v
        if type(v) is not float:
            if isinstance(v, str) or not (hasattr(v, "__float__") or hasattr(v, "__index__")):
                raise TypeError(f"must be real number, not {type(v).__name__}")
            v = float(v)
        if self.typecode == "f":
            v = _struct.float_of(_struct.float_bytes(v, 4, True), True)
        return v

    def _text(self, how):
        name = _NAMES.get(self.typecode)
        if name is None:
            return "Python int too large to convert to C long"
        if self.typecode in "I":
            return "can't convert negative value to unsigned int" if how[0] == "l" else (
                "unsigned int is greater than maximum")
        return f"{name} is {how}"

    def append(self, v, /):
        self._items.append(self._item(v))

    def extend(self, values, /):
        if isinstance(values, array):
            if values.typecode != self.typecode:
                raise TypeError("can only extend with array of same kind")
            self._items.extend(values._items)
            return
        for v in values:
            self._items.append(self._item(v))

    def insert(self, i, v, /):
        self._items.insert(i, self._item(v))

    def pop(self, i=-1, /):
        if not self._items:
            raise IndexError("pop from empty array")
        try:
            return self._items.pop(i)
        except IndexError:
            raise IndexError("pop index out of range") from None

    def remove(self, v, /):
        try:
            self._items.remove(v)
        except ValueError:
            raise ValueError("array.remove(x): x not in array") from None

    def index(self, v, start=0, stop=9223372036854775807, /):
        try:
            return self._items.index(v, start, stop)
        except ValueError:
            raise ValueError("array.index(x): x not in array") from None

    def count(self, v, /):
        return self._items.count(v)

    def reverse(self):
        self._items.reverse()

    def tolist(self):
        return self._items[:]

    fromlist = extend

    def fromunicode(self, text, /):
        if self.typecode != "u":
            raise ValueError("fromunicode() may only be called on unicode type arrays")
        self._items.extend(text)

    def tounicode(self):
        if self.typecode != "u":
            raise ValueError("tounicode() may only be called on unicode type arrays")
        return "".join(self._items)

    def tobytes(self):
        if self.typecode == "u":
            return "".join(self._items).encode("utf-32-le")
        return _struct.pack(f"{len(self._items)}{self.typecode}", *self._items)

    def frombytes(self, data, /):
        n = len(data)
        if n % self.itemsize:
            raise ValueError("bytes length not a multiple of item size")
        if self.typecode == "u":
            self._items.extend(bytes(data).decode("utf-32-le"))
        else:
            self._items.extend(_struct.unpack(f"{n // self.itemsize}{self.typecode}", data))

    def tofile(self, f, /):
        f.write(self.tobytes())

    def fromfile(self, f, n, /):
        data = f.read(n * self.itemsize)
        self.frombytes(data[:len(data) // self.itemsize * self.itemsize])
        if len(data) < n * self.itemsize:
            raise EOFError("read() didn't return enough bytes")

    def byteswap(self):
        size = self.itemsize
        data = self.tobytes()
        self._items = []
        self.frombytes(b"".join([data[i:i + size][::-1] for i in range(0, len(data), size)]))

    def buffer_info(self):
        raise NotImplementedError("array.buffer_info: the elements of Hothouse's arrays move")

    def _like(self, items):
        result = array(self.typecode)
        result._items = items
        return result

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __contains__(self, v):
        return v in self._items

    def __getitem__(self, i):
        if isinstance(i, slice):
            return self._like(self._items[i])
        try:
            return self._items[i]
        except IndexError:
            raise IndexError("array index out of range") from None
        except TypeError:
            raise TypeError("array indices must be integers") from None

    def __setitem__(self, i, v):
        if isinstance(i, slice):
            if not isinstance(v, array):
                raise TypeError(f"can only assign array (not \"{type(v).__name__}\") to array "
                                "slice")
            if v.typecode != self.typecode:
                raise TypeError("bad argument type for built-in operation")
            self._items[i] = v._items[:]
            return
        v = self._item(v)
        try:
            self._items[i] = v
        except IndexError:
            raise IndexError("array assignment index out of range") from None
        except TypeError:
            raise TypeError("array indices must be integers") from None

    def __delitem__(self, i):
        try:
            del self._items[i]
        except IndexError:
            raise IndexError("array assignment index out of range") from None

    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError(f"can only append array (not \"{type(other).__name__}\") to array")
        if other.typecode != self.typecode:
            raise TypeError("bad argument type for built-in operation")
        return self._like(self._items + other._items)

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError(f"can only extend with array (not \"{type(other).__name__}\")")
        self.extend(other)
        return self

    def __mul__(self, n):
        return self._like(self._items * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self._items *= n
        return self

    def __eq__(self, other):
        return self._items == other._items if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        return self._items < other._items if isinstance(other, array) else NotImplemented

    def __le__(self, other):
        return self._items <= other._items if isinstance(other, array) else NotImplemented

    def __gt__(self, other):
        return self._items > other._items if isinstance(other, array) else NotImplemented

    def __ge__(self, other):
        return self._items >= other._items if isinstance(other, array) else NotImplemented

    def __bytes__(self):
        return self.tobytes()

    def __copy__(self):
        return self._like(self._items[:])

    def __deepcopy__(self, memo):
        return self._like(self._items[:])

    def __reduce_ex__(self, protocol):
        return array, (self.typecode, self._items[:])

    def __repr__(self):
        if not self._items:
            return f"array('{self.typecode}')"
        if self.typecode == "u":
            return f"array('u', {''.join(self._items)!r})"
        return f"array('{self.typecode}', {self._items!r})"


ArrayType = array


# memoryview.cast to another element type: a copy, as an array that cannot be changed.
class _View(array):
    __module__ = "builtins"
    __slots__ = ()

    @property
    def format(self):
        return self.typecode

    @property
    def nbytes(self):
        return len(self) * self.itemsize

    def __setitem__(self, i, v):
        raise NotImplementedError("assignment to a memoryview of another format than 'B' is not "
                                  "supported by Hothouse")


def _view_as(view, format):
    data = view.tobytes()
    if format not in _SIZES:
        raise ValueError("memoryview: destination format must be a native single character format "
                         "prefixed with an optional '@'")
    if len(data) % _SIZES[format]:
        raise TypeError("memoryview: length is not a multiple of itemsize")
    return _View(format, data)
