# ctypes, part bitfields: fields that are bits of an integer, laid out as gcc does (System V).


# Where the fields of a structure go, one after the other. `size` is the structure's so far; `open`
# counts the bits of the unit that bit fields go on filling, `used` those that are taken.
class _Layout:
    def __init__(self, size, align, pack, is_swapped):
        self.size = size
        self.at = size
        self.align = align
        self.pack = pack
        self.is_swapped = is_swapped
        self.open = 0
        self.used = 0

    def place(self, kind):
        self.open = 0
        self.used = 0
        return self._aligned(kind)

    def _aligned(self, kind):
        align = kind._align_
        if self.pack:
            align = min(align, self.pack)
        self.align = max(self.align, align)
        gap = -self.at % align
        at = self.at + gap
        self.at = at + kind._size_
        self.size += gap + kind._size_
        return at

    # The offset of the unit, and which of its bits is the field's lowest.
    def place_bits(self, kind, bits):
        width = kind._size_ * 8
        if self.open and width <= self.open and self.used + bits <= self.open:
            at = self.at - kind._size_
        elif self.open and width >= self.open and self.used + bits <= width:
            grown = kind._size_ - self.open // 8
            self.at += grown
            self.size += grown
            self.open = width
            at = self.at - kind._size_
        else:
            self.open = width
            self.used = 0
            at = self._aligned(kind)
        low = self.open - self.used - bits if self.is_swapped else self.used
        self.used += bits
        return at, low


def _check_bits(kind, bits):
    if kind._ffi_kind_ != "s" or kind._type_ not in "?bBhHiIlLqQ":
        raise TypeError(f"bit fields not allowed for type {kind.__name__}")
    if not 0 < bits <= kind._size_ * 8:
        raise ValueError("number of bits invalid for bit field")


def _make_bit_field(name, kind, offset, low, bits):
    if kind._type_ == "?":
        field = _make_field(name, kind, offset)  # CPython reads and writes all of the byte
        field._bits_and_size = (bits << 16) + low
        return field
    # What lies beyond the type's own bits is not there (a field of a type smaller than its unit).
    bits_read = min(bits, max(kind._size_ * 8 - low, 0))
    mask = (1 << bits_read) - 1
    short = _CODES[kind._code_][0]
    load = f"_load_{short}(self._addr_ + {offset})"
    value = f"({load} >> {low}) & {mask}"
    if bits == kind._size_ * 8:
        value = load
    elif kind._type_ in "bhilq":
        sign = 1 << (bits - 1)
        value = f"(({value}) ^ {sign}) - {sign}"
    get = _define(f"def field(self):\n    return {value}\n")
    set = _define("def field(self, value):\n"
                  "    if type(value) is not int:\n"
                  "        value = _int_of(value)\n"
                  f"    _store_{short}(self._addr_ + {offset}, {load} & {~(mask << low)} | "
                  f"(value & {mask}) << {low})\n")
    return _finish_field(get, set, name, kind, offset, (bits << 16) + low)
