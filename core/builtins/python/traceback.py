# Tracebacks as text. The text of exceptions is made in C++ (_traceback_text), as at the end of a
# program.
import sys

__all__ = ["extract_stack", "extract_tb", "format_exception", "format_exception_only",
           "format_list", "format_stack", "format_tb", "print_exc", "format_exc",
           "print_exception", "print_last", "print_stack", "print_tb", "clear_frames",
           "FrameSummary", "StackSummary", "TracebackException", "walk_stack", "walk_tb"]


class _Sentinel:
    def __repr__(self):
        return "<implicit>"


_sentinel = _Sentinel()


# What is to be shown; None for nothing.
def _exception(exc, value):
    e = exc if value is _sentinel else value
    if e is not None and not isinstance(e, BaseException):
        e.__suppress_context__  # which says what it has not
    return e


def _check(exc, value, tb):
    if (value is _sentinel) != (tb is _sentinel):
        raise ValueError("Both or neither of value and tb must be given")
    if value is _sentinel and exc is not None and not isinstance(exc, BaseException):
        raise TypeError(f"Exception expected for value, {type(exc).__name__} found")


def format_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, chain=True):
    _check(exc, value, tb)
    e = _exception(exc, value)
    if e is None:
        return ["NoneType: None\n"]
    if limit is None and (limit := getattr(sys, "tracebacklimit", None)) is not None:
        limit = max(limit, 0)
    chain = True if chain else False
    if tb is _sentinel or tb is e.__traceback__:
        return _split_entries(_traceback_text(e, False, limit, chain))
    own = e.__traceback__
    e.__traceback__ = tb
    try:
        return _split_entries(_traceback_text(e, False, limit, chain))
    finally:
        e.__traceback__ = own


# The pieces that CPython's list has: heads, entries with their source lines, and exceptions.
def _split_entries(text):
    row = []
    for line in text.splitlines(True):
        if row and line.startswith("    ") and row[-1].startswith("  File "):
            row[-1] += line
        elif row and line == "\n" and not row[-1].endswith("\n\n") and row[-1][:1] == "\n":
            row[-1] += line
        else:
            row.append(line)
    return row


def format_exception_only(exc, /, value=_sentinel):
    e = _exception(exc, value)
    if e is None:
        return ["NoneType: None\n"]
    if isinstance(e, SyntaxError):
        lines = _traceback_text(_without_context(e)).splitlines(True)
        return lines
    name = type(e).__qualname__
    module = type(e).__module__
    if module not in ("__main__", "builtins"):
        name = f"{module}.{name}"
    try:
        text = str(e)
    except Exception:
        text = "<exception str() failed>"
    row = [f"{name}: {text}\n" if text else f"{name}\n"]
    for note in getattr(e, "__notes__", ()):
        row.extend([f"{line}\n" for line in str(note).split("\n")])
    return row


def _without_context(e):
    plain = type(e)(*e.args)
    return plain


def format_exc(limit=None, chain=True):
    e = sys.exc_info()[1]
    return "NoneType: None\n" if e is None else "".join(format_exception(e, limit=limit, chain=chain))


def print_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, file=None, chain=True):
    text = "".join(format_exception(exc, value, tb, limit, chain))
    (sys.stderr if file is None else file).write(text)


def print_exc(limit=None, file=None, chain=True):
    (sys.stderr if file is None else file).write(format_exc(limit, chain))


def print_last(limit=None, file=None, chain=True):
    raise ValueError("no last exception")


class FrameSummary:
    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None,
                 end_lineno=None, colno=None, end_colno=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self.locals = locals
        self._line = line

    @property
    def line(self):
        if self._line is None:
            import _warnings
            self._line = _warnings._source_line(self.filename, self.lineno).strip()
        return self._line

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __getitem__(self, i):
        return (self.filename, self.lineno, self.name, self.line)[i]

    def __len__(self):
        return 4

    def __eq__(self, other):
        return tuple(self) == tuple(other)

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


def _repr_of_local(value):
    try:
        return repr(value)
    except Exception:
        return "<local repr() failed>"


def _locals_text(summary):
    if not summary.locals:
        return ""
    return "".join([f"    {name} = {text}\n" for name, text in sorted(summary.locals.items())])


class StackSummary(list):
    # Of (frame, line) pairs; of these the first, or the last if limit is negative.
    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        row = klass()
        if limit is None and (limit := getattr(sys, "tracebacklimit", None)) is not None:
            limit = max(limit, 0)
        for frame, lineno in frame_gen:
            if limit is not None and 0 <= limit <= len(row):
                break
            code = frame.f_code
            shown = ({name: _repr_of_local(v) for name, v in frame.f_locals.items()}
                     if capture_locals else None)
            row.append(FrameSummary(code.co_filename, lineno, code.co_name, locals=shown))
        if limit is not None and limit < 0:
            del row[:limit]
        return row

    @classmethod
    def from_list(klass, a_list):
        row = klass()
        for entry in a_list:
            if not isinstance(entry, FrameSummary):
                filename, lineno, name, line = entry
                entry = FrameSummary(filename, lineno, name, line=line)
            row.append(entry)
        return row

    def format(self):
        return format_list(self)


def format_list(extracted):
    row = []
    for entry in extracted:
        filename, lineno, name, line = entry
        text = f'  File "{filename}", line {lineno}, in {name}\n'
        if line:
            text += f"    {line}\n"
        if isinstance(entry, FrameSummary):
            text += _locals_text(entry)
        row.append(text)
    return row


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def extract_tb(tb, limit=None):
    return StackSummary.extract(walk_tb(tb), limit=limit)


def format_tb(tb, limit=None):
    return format_list(extract_tb(tb, limit))


def print_tb(tb, limit=None, file=None):
    (sys.stderr if file is None else file).write("".join(format_tb(tb, limit)))


def extract_stack(f=None, limit=None):
    row = StackSummary.extract(walk_stack(sys._getframe() if f is None else f), limit=limit)
    row.reverse()
    return row


def format_stack(f=None, limit=None):
    return format_list(extract_stack(f, limit))


def print_stack(f=None, limit=None, file=None):
    (sys.stderr if file is None else file).write("".join(format_stack(f, limit)))


def walk_stack(f):
    if f is None:
        f = sys._getframe()
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def clear_frames(tb):
    pass


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True,
                 capture_locals=False, compact=False, max_group_width=15, max_group_depth=10,
                 _seen=None):
        _exception(exc_value, _sentinel)
        self.exc_type = exc_type
        self._value = exc_value
        self._str = str(exc_value)
        self.stack = StackSummary.extract(walk_tb(exc_traceback), limit=limit,
                                          capture_locals=capture_locals)
        self._capture_locals = capture_locals
        self._limit = limit
        self._traceback = exc_traceback

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def format(self, *, chain=True):
        e, limit = self._value, self._limit
        if not self._capture_locals:
            yield from format_exception(self.exc_type, e, self._traceback, limit, chain)
            return
        if chain:
            before, how = e.__cause__, "The above exception was the direct cause of the following"
            if before is None and not e.__suppress_context__:
                before, how = e.__context__, "During handling of the above exception, another"
            if before is not None:
                yield from TracebackException.from_exception(
                    before, limit=limit, capture_locals=True).format()
                end = "exception:" if e.__cause__ is not None else "exception occurred:"
                yield f"\n{how} {end}\n\n"
        stack = iter(self.stack)
        for text in format_exception(self.exc_type, e, self._traceback, limit, False):
            if text.startswith('  File "'):
                summary = next(stack, None)
                if summary is not None:
                    text += _locals_text(summary)
            yield text

    def format_exception_only(self):
        yield from format_exception_only(self._value)

    def print(self, *, file=None, chain=True):
        (sys.stderr if file is None else file).write("".join(self.format(chain=chain)))

    def __str__(self):
        return self._str
