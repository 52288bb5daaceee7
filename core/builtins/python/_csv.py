# The C module of csv: reader and writer.
__version__ = "1.0"
QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)
_dialects = {}
_limit = 131072


class Error(Exception):
    pass


class Dialect:
    _DEFAULTS = {"delimiter": ",", "doublequote": True, "escapechar": None,
                 "lineterminator": "\r\n", "quotechar": '"', "quoting": QUOTE_MINIMAL,
                 "skipinitialspace": False, "strict": False}

    def __init__(self, dialect=None, **options):
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        for name, default in Dialect._DEFAULTS.items():
            value = options.pop(name, None if name == "escapechar" else _nothing)
            if value is _nothing or (name == "escapechar" and value is None):
                value = getattr(dialect, name, default) if dialect is not None else default
            setattr(self, name, value)
        if options:
            raise TypeError(f"{next(iter(options))!r} is an invalid keyword argument for this "
                            "function")
        if not isinstance(self.delimiter, str) or len(self.delimiter) != 1:
            raise TypeError('"delimiter" must be a 1-character string')
        if self.quotechar is not None and (not isinstance(self.quotechar, str)
                                           or len(self.quotechar) != 1):
            raise TypeError('"quotechar" must be a 1-character string')
        if self.quotechar is None and self.quoting != QUOTE_NONE:
            raise TypeError("quotechar must be set if quoting enabled")


_nothing = object()


def register_dialect(name, dialect=None, **options):
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = Dialect(dialect, **options)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]


def get_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def list_dialects():
    return list(_dialects)


def field_size_limit(limit=None):
    global _limit
    old = _limit
    if limit is not None:
        if not isinstance(limit, int):
            raise TypeError("limit must be an integer")
        _limit = limit
    return old


class _reader:
    def __init__(self, lines, dialect):
        self._lines = iter(lines)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        d = self.dialect
        row = []
        field = []
        state = "start"
        numeric = False
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if state == "quoted" or state == "quoted escape":
                    if d.strict:
                        raise Error("unexpected end of data")
                    row.append("".join(field))
                    return row
                raise
            if not isinstance(line, str):
                raise Error("iterator should return strings, not "
                            f"{type(line).__name__} (the file should be opened in text mode)")
            self.line_num += 1
            i = 0
            n = len(line)
            while i < n:
                c = line[i]
                i += 1
                if state == "quoted":
                    if c == d.escapechar:
                        state = "quoted escape"
                    elif c == d.quotechar and d.quoting != QUOTE_NONE:
                        state = "quote" if d.doublequote else "field"
                    else:
                        field.append(c)
                    continue
                if state == "quoted escape":
                    field.append(c)
                    state = "quoted"
                    continue
                if state == "escape":
                    field.append(c)
                    state = "field"
                    continue
                if state == "quote" and c == d.quotechar and d.quoting != QUOTE_NONE:
                    field.append(c)
                    state = "quoted"
                    continue
                if c == "\n" or c == "\r":
                    if line[i:].strip("\r\n"):
                        raise Error("new-line character seen in unquoted field - do you need to "
                                    "open the file in universal-newline mode?")
                    break
                if state == "start" or state == "begin":
                    if c == d.quotechar and d.quoting != QUOTE_NONE:
                        state = "quoted"
                        numeric = False
                        continue
                    if c == " " and d.skipinitialspace:
                        state = "begin"
                        continue
                    numeric = d.quoting == QUOTE_NONNUMERIC
                if c == d.escapechar:
                    state = "escape"
                elif c == d.delimiter:
                    row.append(_field(field, numeric))
                    field = []
                    numeric = False
                    state = "begin"
                elif state == "quote" and d.strict:
                    raise Error(f"'{d.delimiter}' expected after '{d.quotechar}'")
                else:
                    field.append(c)
                    state = "field"
            if state == "quoted" or state == "quoted escape":
                continue
            if state == "start":
                return row
            row.append(_field(field, numeric and bool(field)))
            return row


def _field(field, numeric):
    text = "".join(field)
    return float(text) if numeric else text


def reader(iterable, dialect="excel", **options):
    return _reader(iterable, Dialect(_known(dialect), **options))


def _known(dialect):
    return None if dialect == "excel" and "excel" not in _dialects else dialect


class _writer:
    def __init__(self, file, dialect):
        self._write = file.write
        self.dialect = dialect

    def writerow(self, row):
        try:
            values = list(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        d = self.dialect
        texts = []
        for v in values:
            texts.append(self._text(v, len(values) == 1))
        return self._write(d.delimiter.join(texts) + d.lineterminator)

    def _text(self, v, alone):
        d = self.dialect
        is_number = isinstance(v, (int, float))
        text = "" if v is None else v if isinstance(v, str) else repr(v) if isinstance(
            v, float) else str(v)
        quoted = d.quoting == QUOTE_ALL or (d.quoting == QUOTE_NONNUMERIC and not is_number)
        out = []
        for c in text:
            special = c == d.delimiter or c == d.quotechar or c == d.escapechar or (
                c in "\r\n" or c in d.lineterminator)
            if special:
                if d.quoting == QUOTE_NONE or (c == d.quotechar and not d.doublequote) or (
                        c == d.escapechar):
                    if not d.escapechar:
                        raise Error("need to escape, but no escapechar set")
                    out.append(d.escapechar)
                elif c == d.quotechar:
                    out.append(c)
                    quoted = True
                else:
                    quoted = True
            out.append(c)
        if alone and not text:
            if d.quoting == QUOTE_NONE:
                raise Error("single empty field record must be quoted")
            quoted = True
        body = "".join(out)
        return d.quotechar + body + d.quotechar if quoted else body

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)


def writer(file, dialect="excel", **options):
    if not hasattr(file, "write"):
        raise TypeError('argument 1 must have a "write" method')
    return _writer(file, Dialect(_known(dialect), **options))
