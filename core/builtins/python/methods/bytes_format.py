# bytes % values.


def bytes___rmod__(self, value):
    return NotImplemented


def bytes___mod__(self, values):
    row = bytes(_unwrap(self))
    out = bytearray()
    mapping = None
    single = not isinstance(values, tuple)
    if single:
        if not isinstance(values, (bytes, bytearray)) and _special(values, "__getitem__") is not None:
            mapping = values
        values = (values,)
    used = 0
    i = 0
    n = len(row)
    while i < n:
        j = row.find(b"%", i)
        if j < 0:
            out += row[i:]
            break
        out += row[i:j]
        i = start = j + 1
        key = None
        if row[i:i + 1] == b"(":
            if mapping is None:
                raise TypeError("format requires a mapping")
            end = i + 1
            depth = 1
            while depth:
                if end >= n:
                    raise ValueError("incomplete format key")
                depth += (row[end] == 40) - (row[end] == 41)
                end += 1
            end -= 1
            key = row[i + 1:end]
            i = end + 1
        spec = "%"
        while row[i:i + 1] and row[i:i + 1] in b"#0- +":
            spec += chr(row[i])
            i += 1
        for part in (0, 1):
            if part == 1:
                if row[i:i + 1] != b".":
                    break
                spec += "."
                i += 1
            if row[i:i + 1] == b"*":
                if used >= len(values):
                    raise TypeError("not enough arguments for format string")
                if not isinstance(values[used], int):
                    raise TypeError("* wants int")
                number = values[used]
                if part == 1 and not -2**31 <= number < 2**31:
                    raise OverflowError("Python int too large to convert to C int")
                spec += str(number)
                used += 1
                i += 1
            else:
                while row[i:i + 1].isdigit():
                    spec += chr(row[i])
                    i += 1
        while row[i:i + 1] and row[i:i + 1] in b"hlL":
            i += 1
        if i >= n:
            raise ValueError("incomplete format")
        c = chr(row[i])
        i += 1
        if c == "%":
            out += b"%"
            continue
        if key is not None:
            v = mapping[key]
            used = len(values)
        else:
            if used >= len(values):
                raise TypeError("not enough arguments for format string")
            v = values[used]
            used += 1
        out += _bytes_field(c, spec, v, i - 1)
    if used < len(values) and mapping is None:
        raise TypeError("not all arguments converted during bytes formatting")
    return out if isinstance(self, bytearray) else bytes(out)


def _bytes_field(c, spec, v, at):
    if c == "b" or c == "s":
        if _is_view(v) or _is_bytes(_unwrap(v)):
            text = bytes(v)
        else:
            f = _special(v, "__bytes__")
            if f is None:
                raise TypeError("%b requires a bytes-like object, or an object that implements "
                                f"__bytes__, not '{_type_name(v)}'")
            text = f(v)
        return ((spec + "s") % text.decode("latin-1")).encode("latin-1")
    if c == "a" or c == "r":
        return ((spec + "s") % ascii(v)).encode("latin-1")
    if c == "c":
        if _is_bytes(_unwrap(v)):
            if len(v) != 1:
                raise TypeError("%c requires an integer in range(256) or a single byte")
            text = bytes(v)
        else:
            if _special(v, "__index__") is None:
                raise TypeError("%c requires an integer in range(256) or a single byte")
            k = _to_index(v)
            if k < 0 or k > 255:
                raise OverflowError("%c arg not in range(256)")
            text = bytes([k])
        return ((spec + "s") % text.decode("latin-1")).encode("latin-1")
    if c in "diouxXeEfFgG":
        return ((spec + c) % (v,)).encode("latin-1")
    raise ValueError(f"unsupported format character '{c}' ({ord(c):#x}) at index {at}")
