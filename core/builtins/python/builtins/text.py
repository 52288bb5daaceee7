# Text of objects of Python classes: print, repr, format, and formatting with such arguments.


def builtin_print(sep=None, end=None, file=None, flush=False, args=()):
    if sep is None:
        sep = " "
    elif not _is_str(sep):
        raise TypeError(f"sep must be None or a string, not {_type_name(sep)}")
    if end is None:
        end = "\n"
    elif not _is_str(end):
        raise TypeError(f"end must be None or a string, not {_type_name(end)}")
    if file is None:
        file = _import_module("sys").stdout
        if file is None:
            return
    write = file.write
    first = True
    for x in args:
        if first:
            first = False
        else:
            write(sep)
        write(x if type(x) is str else str(x))
    write(end)
    if flush:
        file.flush()


# Where sys.stdin or sys.stdout are others than those the program began with, and where other
# threads run meanwhile.
def builtin_input(prompt=""):
    sys = _import_module("sys")
    stdin = sys.stdin
    stdout = sys.stdout
    if stdin is None:
        raise RuntimeError("input(): lost sys.stdin")
    if stdout is None:
        raise RuntimeError("input(): lost sys.stdout")
    if not _is_str(prompt) or prompt:
        stdout.write(str(prompt))
    stdout.flush()
    line = stdin.readline()
    if not _is_str(line):
        raise TypeError("object.readline() returned non-string")
    if not line:
        raise EOFError("EOF when reading a line")
    return line[:-1] if line[-1] == "\n" else line


def builtin_repr(x):
    return to_repr(x)


def builtin_ascii(x):
    return to_ascii(x)


def builtin_format(x, spec=""):
    return to_format(x, spec)


# text % args, each conversion by itself so that str() and repr() of the values can run.
def str___mod__(self, args):
    out = []
    single = not _is_tuple(args)
    row = (args,) if single else _unwrap(args)
    used = 0
    keyed = False
    for literal, key, flags, width, precision, code in _percent_pieces(self):
        out.append(literal)
        if code is None:
            continue
        if key is not None:
            keyed = True
            row = (args[key],)
            used = 0
        spec = "%" + flags
        if width == "*":
            if used >= len(row):
                raise TypeError("not enough arguments for format string")
            width = _star_argument(row[used])
            used += 1
        if width is not None:
            spec += str(width)
        if precision == "*":
            if used >= len(row):
                raise TypeError("not enough arguments for format string")
            precision = max(_star_argument(row[used]), 0)
            used += 1
        if precision is not None:
            spec += "." + str(precision)
        if code == "%":
            out.append("%")
            continue
        if used >= len(row):
            raise TypeError("not enough arguments for format string")
        value = row[used]
        used += 1
        if code == "s":
            out.append((spec + "s") % (str(value),))
        elif code == "r":
            out.append((spec + "s") % (repr(value),))
        elif code == "a":
            out.append((spec + "s") % (ascii(value),))
        else:
            out.append((spec + code) % (_percent_number(value, code),))
    if used < len(row) and not keyed and (not single or _special(args, "__getitem__") is None
                                          or _is_str(args)):
        raise TypeError("not all arguments converted during string formatting")
    return "".join(out)


def _star_argument(x):
    if not _is_int(x):
        raise TypeError("* wants int")
    return x


def _percent_number(x, code):
    if isinstance(x, (int, float, str)):
        return _unwrap(x)
    if code in "eEfFgG":
        return _to_float(x)
    if code == "c":
        if _special(x, "__index__") is None:
            raise TypeError("%c requires int or char")
        return _to_index(x)
    if code in "diu":
        f = _special(x, "__int__")
        if f is not None:
            return int(x)
        if _special(x, "__index__") is not None:
            return _to_index(x)
        raise TypeError(f"%{code} format: a real number is required, not {_type_name(x)}")
    if _special(x, "__index__") is None:
        raise TypeError(f"%{code} format: an integer is required, not {_type_name(x)}")
    return _to_index(x)


def str_format(self, args=(), kwargs=None):
    return _format_text(self, args, kwargs, [0], 2)


def str_format_map(self, mapping):
    return _format_text(self, None, mapping, [0], 2)


# counter[0]: the next automatic number, or -1 once fields were numbered by hand.
def _format_text(text, args, kwargs, counter, depth):
    if depth == 0:
        raise ValueError("Max string recursion exceeded")
    out = []
    for literal, field, conversion, spec in _format_pieces(text):
        out.append(literal)
        if field is None:
            continue
        value = _format_field(field, args, kwargs, counter)
        if conversion == "r":
            value = repr(value)
        elif conversion == "s":
            value = str(value)
        elif conversion == "a":
            value = ascii(value)
        elif conversion is not None:
            raise ValueError(f"Unknown conversion specifier {conversion}")
        if "{" in spec or "}" in spec:
            spec = _format_text(spec, args, kwargs, counter, depth - 1)
        out.append(format(value, spec))
    return "".join(out)


def _format_field(field, args, kwargs, counter):
    end = 0
    while end < len(field) and field[end] not in ".[":
        end += 1
    first = field[:end]
    rest = field[end:]
    if first == "":
        if counter[0] < 0:
            raise ValueError("cannot switch from manual field specification to automatic field "
                             "numbering")
        first = counter[0]
        counter[0] += 1
    elif first.isdigit():
        if counter[0] > 0:
            raise ValueError("cannot switch from automatic field numbering to manual field "
                             "specification")
        counter[0] = -1
        first = int(first)
    if isinstance(first, int):
        if args is None:
            raise ValueError("Format string contains positional fields")
        if first > 9223372036854775807:
            raise ValueError("Too many decimal digits in format string")
        if first >= len(args):
            raise IndexError(f"Replacement index {first} out of range for positional args tuple")
        value = args[first]
    else:
        if kwargs is None:
            raise KeyError(first)
        value = kwargs[first]
    while rest:
        if rest[0] == ".":
            end = 1
            while end < len(rest) and rest[end] not in ".[":
                end += 1
            if end == 1:
                raise ValueError("Empty attribute in format string")
            value = getattr(value, rest[1:end])
            rest = rest[end:]
        else:
            end = rest.find("]")
            if end < 0:
                raise ValueError("Missing ']' in format string")
            key = rest[1:end]
            if key == "":
                raise ValueError("Empty attribute in format string")
            rest = rest[end + 1:]
            if rest and rest[0] not in ".[":
                raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
            value = value[int(key) if key.isdigit() else key]
    return value


def str_translate(self, table):
    out = []
    for c in _unwrap(self):
        try:
            r = table[ord(c)]
        except LookupError:
            out.append(c)
            continue
        if r is None:
            continue
        if _is_int(r):
            out.append(chr(r))
        elif _is_str(r):
            out.append(r)
        else:
            raise TypeError("character mapping must return integer, None or str")
    return "".join(out)


# __getattr__ of the module sys.
def _sys_getattr(name):
    return _import_module("_sys").attribute(name)


# __getattr__ of the module time.
def _time_getattr(name):
    module = _import_module("_time")
    if name in module.__all__:
        return getattr(module, name)
    raise AttributeError(f"module 'time' has no attribute '{name}'")


def builtin_open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None,
                 closefd=True, opener=None):
    return _import_module("io")._open(file, mode, buffering, encoding, errors, newline, closefd,
                                      opener)


# --- encodings and error handlers that C++ does not know


def str_encode(self, encoding="utf-8", errors="strict"):
    return _import_module("_encodings").encode(_unwrap(self), encoding, errors)


def bytes_decode(self, encoding="utf-8", errors="strict"):
    return _import_module("_encodings").decode(bytes(_unwrap(self)), encoding, errors)
