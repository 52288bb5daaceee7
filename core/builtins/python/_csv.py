# The C module of csv: reader and writer.
#
# A line without quotes, escapes and numbers to convert is split at once; one with quotes is searched
# for the next quote or delimiter. Others go through the states below, one character after the other,
# and then the end of the line.
__version__ = "1.0"
QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)
_dialects = {}
_limit = 131072
_nothing = object()
_DEFAULTS = {"delimiter": ",", "doublequote": True, "escapechar": None, "lineterminator": "\r\n",
             "quotechar": '"', "quoting": QUOTE_MINIMAL, "skipinitialspace": False,
             "strict": False}


class Error(Exception):
    pass


class Dialect:
    __module__ = "_csv"

    def __new__(cls, dialect=None, **options):
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        unknown = [name for name in options if name not in _DEFAULTS]
        if unknown:
            raise TypeError(f"{unknown[0]!r} is an invalid keyword argument for this function")
        if not options and type(dialect) is cls:
            return dialect
        given = {}
        for name in _DEFAULTS:
            value = options.get(name, _nothing)
            if value is _nothing and dialect is not None:
                value = getattr(dialect, name, _nothing)
            if value is not _nothing:
                given[name] = value
        if given.get("quotechar", "") is None and "quoting" not in options:
            given["quoting"] = QUOTE_NONE
        self = object.__new__(cls)
        self.__dict__.update(_DEFAULTS)
        self.__dict__.update(given)
        self._check()
        return self

    def __init__(self, *args, **options):
        pass

    def _check(self):
        if not isinstance(self.delimiter, str):
            raise TypeError('"delimiter" must be string, not ' + type(self.delimiter).__name__)
        for name in ("escapechar", "quotechar"):
            value = getattr(self, name)
            if value is not None and not isinstance(value, str):
                raise TypeError(f'"{name}" must be string or None, not {type(value).__name__}')
        for name in ("delimiter", "escapechar", "quotechar"):
            value = getattr(self, name)
            if value is not None and len(value) != 1:
                raise TypeError(f'"{name}" must be a 1-character string')
        if type(self.quoting) is not int:
            raise TypeError('"quoting" must be an integer')
        if not 0 <= self.quoting <= 3:
            raise TypeError('bad "quoting" value')
        if not isinstance(self.lineterminator, str):
            raise TypeError('"lineterminator" must be a string' if self.lineterminator is not None
                            else "lineterminator must be set")
        if self.quoting != QUOTE_NONE and self.quotechar is None:
            raise TypeError("quotechar must be set if quoting enabled")
        for name in ("doublequote", "skipinitialspace", "strict"):
            self.__dict__[name] = bool(getattr(self, name))

    def __setattr__(self, name, value):
        if name in _DEFAULTS:
            raise AttributeError(f"attribute '{name}' of '_csv.Dialect' objects is not writable"
                                 if name in ("delimiter", "escapechar", "lineterminator",
                                             "quotechar", "quoting") else "readonly attribute")
        raise AttributeError(f"'_csv.Dialect' object has no attribute '{name}'")

    def __delattr__(self, name):
        self.__setattr__(name, None)

    def __reduce_ex__(self, protocol):
        raise TypeError(f"cannot pickle '{type(self).__name__}' instances")


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


def field_size_limit(limit=_nothing):
    global _limit
    old = _limit
    if limit is not _nothing:
        if not isinstance(limit, int):
            raise TypeError("limit must be an integer")
        _limit = limit
    return old


# What is next: a record, a field, the character behind an escape (inside quotes, or not), the inside
# of a field or of quotes, what follows a quote inside quotes, the end of the line.
(_RECORD, _FIELD, _ESCAPED, _ESCAPED_END, _INSIDE, _QUOTED, _QUOTED_ESCAPE, _QUOTE, _END) = range(9)


@_in_c
class _Reader:
    __module__ = "_csv"

    def __init__(self, lines, dialect):
        self._lines = iter(lines)
        self._dialect = dialect
        self._plain = dialect.quoting != QUOTE_NONNUMERIC and not dialect.skipinitialspace
        quote = dialect.quotechar
        self._searched = (self._plain and dialect.quoting != QUOTE_NONE and quote is not None
                          and dialect.escapechar is None and quote != dialect.delimiter
                          and quote not in "\r\n" and dialect.delimiter not in "\r\n")
        self._line_num = 0

    dialect = property(lambda self: self._dialect)
    line_num = property(lambda self: self._line_num)

    def __iter__(self):
        return self

    def _line(self):
        line = next(self._lines)
        if not isinstance(line, str):
            raise Error(f"iterator should return strings, not {type(line).__name__} (the file "
                        "should be opened in text mode)")
        self._line_num += 1
        return line

    def __next__(self):
        line = self._line()
        d = self._dialect
        if self._plain and len(line) <= _limit and (
                d.quotechar is None or d.quotechar not in line) and (
                d.escapechar is None or d.escapechar not in line):
            text = line.rstrip("\r\n")
            if not text:
                return []
            if "\n" not in text and "\r" not in text:
                return text.split(d.delimiter)
        self._row, self._chars, self._numeric = [], [], False
        state = _RECORD
        size = 0
        while True:
            size += len(line)
            after = self._search(line, state) if self._searched and size <= _limit else None
            state = self._steps(line, state) if after is None else after
            if state == _RECORD:
                return self._row
            try:
                line = self._line()
            except StopIteration:
                if not self._chars and state != _QUOTED:
                    raise
                if d.strict:
                    raise Error("unexpected end of data") from None
                self._save()
                return self._row

    # The state after a line, by searching. None: it has line ends in its midst.
    def _search(self, line, state):
        body = line.rstrip("\r\n")
        if "\n" in body or "\r" in body:
            return None
        if not body and state == _RECORD:
            return _RECORD
        d = self._dialect
        quote, delimiter = d.quotechar, d.delimiter
        row, chars = self._row, self._chars
        start = 0
        is_quoted = state == _QUOTED
        while True:
            if is_quoted:
                end = body.find(quote, start)
                if end < 0:
                    chars.append(line[start:])
                    return _QUOTED
                chars.append(body[start:end])
                start = end + 1
                if d.doublequote:
                    c = body[start:start + 1]
                    if c == quote:
                        chars.append(quote)
                        start += 1
                        continue
                    if d.strict and c and c != delimiter:
                        raise Error(f"'{delimiter}' expected after '{quote}'")
            elif body.startswith(quote, start):
                is_quoted = True
                start += 1
                continue
            # What stands here, perhaps behind the closing quote, is taken as it is.
            is_quoted = False
            end = body.find(delimiter, start)
            text = body[start:] if end < 0 else body[start:end]
            if chars:
                chars.append(text)
                text = "".join(chars)
                chars.clear()
            row.append(text)
            if end < 0:
                return _RECORD
            start = end + 1

    def _steps(self, line, state):
        self._chars = list("".join(self._chars))  # they are counted
        for c in line:
            state = self._step(state, c)
        return self._step(state, None)

    def _save(self):
        text = "".join(self._chars)
        self._chars = []
        if self._numeric:
            self._numeric = False
            text = float(text)
        self._row.append(text)

    def _add(self, c):
        if len(self._chars) >= _limit:
            raise Error(f"field larger than field limit ({_limit})")
        self._chars.append(c)

    # Takes a character, or None for the end of a line; the next state.
    def _step(self, state, c):
        d = self._dialect
        ends = c is None or c == "\n" or c == "\r"
        if state == _RECORD:
            if c is None:
                return _RECORD
            if ends:
                return _END
            state = _FIELD
        if state == _FIELD:
            if ends:
                self._save()
                return _RECORD if c is None else _END
            if c == d.quotechar and d.quoting != QUOTE_NONE:
                return _QUOTED
            if c == d.escapechar:
                return _ESCAPED
            if c == " " and d.skipinitialspace:
                return _FIELD
            if c == d.delimiter:
                self._save()
                return _FIELD
            self._numeric = d.quoting == QUOTE_NONNUMERIC
            self._add(c)
            return _INSIDE
        if state == _QUOTED:
            if c is None:
                return _QUOTED
            if c == d.escapechar:
                return _QUOTED_ESCAPE
            if c == d.quotechar and d.quoting != QUOTE_NONE:
                return _QUOTE if d.doublequote else _INSIDE
            self._add(c)
            return _QUOTED
        if state == _ESCAPED:
            self._add("\n" if c is None else c)
            return _ESCAPED_END if c is not None and ends else _INSIDE
        if state == _QUOTED_ESCAPE:
            self._add("\n" if c is None else c)
            return _QUOTED
        if state == _END:
            if c is None:
                return _RECORD
            if ends:
                return _END
            raise Error("new-line character seen in unquoted field - do you need to open the file "
                        "in universal-newline mode?")
        if state == _ESCAPED_END and c is None:
            return _ESCAPED_END
        if state == _QUOTE and c == d.quotechar and d.quoting != QUOTE_NONE:
            self._add(c)
            return _QUOTED
        if ends:
            self._save()
            return _RECORD if c is None else _END
        if c == d.delimiter:
            self._save()
            return _FIELD
        if state == _QUOTE:
            if d.strict:
                raise Error(f"'{d.delimiter}' expected after '{d.quotechar}'")
        elif c == d.escapechar:
            return _ESCAPED
        self._add(c)
        return _INSIDE


_Reader.__name__ = _Reader.__qualname__ = "reader"


def reader(iterable, dialect="excel", **options):
    lines = iter(iterable)
    return _Reader(lines, Dialect(_known(dialect), **options))


def _known(dialect):
    return None if dialect == "excel" and "excel" not in _dialects else dialect


@_in_c
class _Writer:
    __module__ = "_csv"

    def __init__(self, file, dialect):
        self._write = file.write
        self._dialect = dialect

    dialect = property(lambda self: self._dialect)

    def writerow(self, row, /):
        try:
            values = iter(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        d = self._dialect
        texts = [self._text(v) for v in values]
        text = d.delimiter.join(texts)
        if not text and texts:
            if d.quoting == QUOTE_NONE:
                raise Error("single empty field record must be quoted")
            text = d.quotechar * 2
        return self._write(text + d.lineterminator)

    def _text(self, value):
        d = self._dialect
        quoted = d.quoting == QUOTE_ALL or d.quoting == QUOTE_NONNUMERIC and not (
            isinstance(value, (int, float, complex)) or hasattr(value, "__index__")
            or hasattr(value, "__float__"))
        text = "" if value is None else value if isinstance(value, str) else str(value)
        quote, escape = d.quotechar, d.escapechar
        if escape is None or escape not in text:
            is_plain = d.delimiter not in text and (quote is None or quote not in text)
            for c in d.lineterminator:
                if c in text:
                    is_plain = False
            if is_plain:
                return quote + text + quote if quoted else text
            if quote is not None and d.quoting != QUOTE_NONE and d.doublequote:
                return quote + text.replace(quote, quote + quote) + quote
        out = []
        for c in text:
            if c == d.delimiter or c == d.quotechar or c == d.escapechar or c in d.lineterminator:
                escaped = False
                if d.quoting == QUOTE_NONE or c == d.escapechar:
                    escaped = True
                elif c == d.quotechar:
                    if d.doublequote:
                        out.append(c)
                    else:
                        escaped = True
                if escaped:
                    if d.escapechar is None:
                        raise Error("need to escape, but no escapechar set")
                    out.append(d.escapechar)
                else:
                    quoted = True
            out.append(c)
        body = "".join(out)
        return d.quotechar + body + d.quotechar if quoted else body

    def writerows(self, rows, /):
        for row in rows:
            self.writerow(row)


_Writer.__name__ = _Writer.__qualname__ = "writer"


def writer(fileobj, dialect="excel", **options):
    if not callable(getattr(fileobj, "write", None)):
        raise TypeError('argument 1 must have a "write" method')
    return _Writer(fileobj, Dialect(_known(dialect), **options))
