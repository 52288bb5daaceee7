# array.array: a list of numbers that remembers its type. The list's own storage is unboxed.
import _struct

typecodes = "bBuhHiIlLqQfd"

_SIZES = {"b": 1, "B": 1, "u": 4, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8, "q": 8, "Q": 8,
          "f": 4, "d": 8}
_NAMES = {"b": "signed char", "B": "unsigned byte integer", "h": "signed short integer",
          "H": "unsigned short", "i": "signed integer", "I": "unsigned int"}


_TOO_LARGE = 340282356779733661637539395458142568448.0  # from here on a C float is infinite


@_in_c
class array:
    __module__ = "array"
    __slots__ = ("typecode", "itemsize", "_items", "_low", "_high", "__weakref__")
    __hash__ = None

    def __new__(cls, typecode, initializer=(), /, *_args, **keywords):
        if cls is array and keywords:
            raise TypeError("array.array() takes no keyword arguments")
        if not isinstance(typecode, str) or len(typecode) != 1:
            shown = "str" if isinstance(typecode, str) else type(typecode).__name__
            raise TypeError(f"array() argument 1 must be a unicode character, not {shown}")
        if typecode not in _SIZES:
            raise ValueError("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
        if typecode != "u":
            if isinstance(initializer, str):
                raise TypeError("cannot use a str to initialize an array with typecode "
                                f"'{typecode}'")
            if isinstance(initializer, array) and initializer.typecode == "u":
                raise TypeError("cannot use a unicode array to initialize an array with typecode "
                                f"'{typecode}'")
        self = object.__new__(cls)
        _set_typecode(self, typecode)
        if isinstance(initializer, str):
            self._items[:] = initializer
        elif isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        elif isinstance(initializer, array) and initializer.typecode == typecode:
            self._items[:] = initializer._items
        else:
            for v in initializer:
                self._items.append(self._item(v))
        return self

    def __init__(self, typecode=None, initializer=(), /, *args, **keywords):
        pass

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
        if self.typecode == "f" and v - v == 0:
            if abs(v) >= _TOO_LARGE:
                return v * 1e308 * 1e308
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
        self._items.insert(_to_index(i), self._item(v))

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

    def reverse(self, /):
        self._items.reverse()

    def tolist(self, /):
        return self._items[:]

    def fromlist(self, list, /):
        if not _is_list(list):
            raise TypeError("arg must be list")
        self._items.extend([self._item(v) for v in list])

    def fromunicode(self, text, /):
        if self.typecode != "u":
            raise ValueError("fromunicode() may only be called on unicode type arrays")
        self._items.extend(text)

    def tounicode(self, /):
        if self.typecode != "u":
            raise ValueError("tounicode() may only be called on unicode type arrays")
        return "".join(self._items)

    def tobytes(self, /):
        if self.typecode == "u":
            return "".join(self._items).encode("utf-32-le")
        return _struct.pack(f"{len(self._items)}{self.typecode}", *self._items)

    def frombytes(self, data, /):
        if not isinstance(data, (bytes, bytearray)):
            try:
                data = memoryview(data).tobytes()
            except TypeError:
                raise TypeError("a bytes-like object is required, not "
                                f"'{type(data).__name__}'") from None
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

    def byteswap(self, /):
        size = self.itemsize
        data = self.tobytes()
        swapped = b"".join([data[i:i + size][::-1] for i in range(0, len(data), size)])
        self._items[:] = array(self.typecode, swapped)._items

    def buffer_info(self, /):
        raise NotImplementedError("array.buffer_info: the elements of Hothouse's arrays move")

    # What memoryview() makes of it.
    def __buffer__(self, flags, /):
        if self.typecode == "u":
            return _view(self.tobytes(), self, None, True)
        return _view(self._items, self, self.typecode, False)

    def _like(self, items):
        result = object.__new__(array)
        _set_typecode(result, self.typecode)
        result._items = items
        return result

    def __len__(self, /):
        return len(self._items)

    def __iter__(self, /):
        return iter(self._items)

    def __contains__(self, v, /):
        return v in self._items

    def __getitem__(self, i, /):
        if isinstance(i, slice):
            return self._like(self._items[i])
        try:
            return self._items[i]
        except IndexError as e:
            if "cannot fit" in str(e):
                raise
            raise IndexError("array index out of range") from None
        except TypeError:
            raise TypeError("array indices must be integers") from None

    def __setitem__(self, i, v, /):
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

    def __delitem__(self, i, /):
        try:
            del self._items[i]
        except IndexError:
            raise IndexError("array assignment index out of range") from None
        except TypeError:
            raise TypeError("array indices must be integers") from None

    def __add__(self, other, /):
        if not isinstance(other, array):
            raise TypeError(f"can only append array (not \"{type(other).__name__}\") to array")
        if other.typecode != self.typecode:
            raise TypeError("bad argument type for built-in operation")
        return self._like(self._items + other._items)

    def __iadd__(self, other, /):
        if not isinstance(other, array):
            raise TypeError(f"can only extend with array (not \"{type(other).__name__}\")")
        self.extend(other)
        return self

    def __mul__(self, n, /):
        return self._like(self._items * n)

    __rmul__ = __mul__

    def __imul__(self, n, /):
        self._items *= n
        return self

    def __eq__(self, other, /):
        if isinstance(other, array):
            return self._items == other._items
        if isinstance(other, bytearray):
            return self.tobytes() == other
        return memoryview(self) == other if isinstance(other, memoryview) else NotImplemented

    def __lt__(self, other, /):
        return self._items < other._items if isinstance(other, array) else NotImplemented

    def __le__(self, other, /):
        return self._items <= other._items if isinstance(other, array) else NotImplemented

    def __gt__(self, other, /):
        return self._items > other._items if isinstance(other, array) else NotImplemented

    def __ge__(self, other, /):
        return self._items >= other._items if isinstance(other, array) else NotImplemented

    def __bytes__(self, /):
        return self.tobytes()

    def __copy__(self, /):
        return self._like(self._items[:])

    def __deepcopy__(self, memo, /):
        return self._like(self._items[:])

    def __reduce_ex__(self, protocol, /):
        state = getattr(self, "__dict__", None)
        if protocol < 3:
            items = self.tounicode() if self.typecode == "u" else self._items[:]
            return type(self), (self.typecode, items), state
        return (_array_reconstructor,
                (type(self), self.typecode, _format_number(self.typecode), self.tobytes()), state)

    def __repr__(self, /):
        name = type(self).__name__
        if not self._items:
            return f"{name}('{self.typecode}')"
        if self.typecode == "u":
            return f"{name}('u', {''.join(self._items)!r})"
        return f"{name}('{self.typecode}', {self._items!r})"


def _register_sequence(cls):
    from collections.abc import MutableSequence
    MutableSequence.register(cls)


def _set_typecode(self, typecode):
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


ArrayType = array
_register_sequence(array)

# How pickles name the formats of elements, whatever machine wrote them: this one's are the first
# of each pair.
_FORMATS = ("B", "b", "H<", "H>", "h<", "h>", "I<", "I>", "i<", "i>", "Q<", "Q>", "q<", "q>", "f<",
            "f>", "d<", "d>", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")


def _format_number(typecode):
    if typecode == "u":
        return _FORMATS.index("utf-32-le")
    code = {"l": "q", "L": "Q"}.get(typecode, typecode)
    return _FORMATS.index(code if code in "bB" else code + "<")


def _array_reconstructor(arraytype, typecode, mformat_code, items, /):
    if not isinstance(arraytype, type):
        raise TypeError("first argument must be a type object, not "
                        f"{type(arraytype).__name__}")
    if not issubclass(arraytype, array):
        raise TypeError(f"{arraytype.__name__} is not a subtype of array.array")
    if not isinstance(typecode, str) or len(typecode) != 1:
        raise TypeError("_array_reconstructor() argument 2 must be a unicode character, not "
                        f"{type(typecode).__name__}")
    if typecode not in _SIZES:
        raise ValueError("second argument must be a valid type code")
    mformat_code = _to_index(mformat_code)
    if not 0 <= mformat_code < len(_FORMATS):
        raise ValueError("third argument must be a valid machine format code.")
    if not isinstance(items, bytes):
        raise TypeError("fourth argument should be bytes, not " + type(items).__name__)
    form = _FORMATS[mformat_code]
    if form[:3] == "utf":
        return arraytype(typecode, items.decode(form))
    size = _SIZES[form[0]]
    if len(items) % size:
        raise ValueError("string length not a multiple of item size")
    order = form[1:] or "<"
    return arraytype(typecode, list(_struct.unpack(f"{order}{len(items) // size}{form[0]}", items)))
