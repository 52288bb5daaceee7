# Unpickler: the opcodes of a pickle to objects. Neighbours: _pickle.py, _pickle_save.py.
#
#   _data    what has been read of the pickle, [_at:] not used yet; a file is asked for more
#   _stack   the objects so far; _marks: the places in it that MARK has noted
#
# Invariant: nothing below _fence, the last mark, is taken from the stack but by what takes the mark.
import sys

from _binary import float_of
from _bytes_escape import escape_decode
from _pickle import PicklerMemoProxy, UnpicklerMemoProxy, UnpicklingError
import copyreg

_HIGHEST = 5
_PREFETCH = 128 * 1024


@_in_c
class Unpickler:
    __module__ = "_pickle"
    __slots__ = ("_read", "_readline", "_peek", "_data", "_at", "_skipped", "_stack", "_marks",
                 "_fence", "_memo", "_protocol", "_fix_imports", "_encoding", "_errors",
                 "_buffers", "_persistent", "__weakref__")

    def __new__(cls, /, *args, **kwargs):
        self = object.__new__(cls)
        self._start(True, "ASCII", "strict", ())
        return self

    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
        self._start(fix_imports, encoding, errors, buffers)
        self._peek = getattr(file, "peek", None)
        read = getattr(file, "read", None)
        self._readline = getattr(file, "readline", None)
        if read is None or self._readline is None:
            raise TypeError("file must have 'read' and 'readline' attributes")
        self._read = read
        self._persistent = getattr(self, "persistent_load", None)

    def _start(self, fix_imports, encoding, errors, buffers):
        self._read = self._readline = self._peek = self._persistent = None
        self._data = b""
        self._at = 0
        self._skipped = 0
        self._memo = {}
        self._protocol = 0
        self._fix_imports = fix_imports
        self._encoding = encoding
        self._errors = errors
        self._buffers = None if buffers is None or buffers == () else iter(buffers)

    @property
    def memo(self):
        return UnpicklerMemoProxy(self)

    @memo.setter
    def memo(self, memo):
        if isinstance(memo, PicklerMemoProxy):
            self._memo = memo.copy()
            return
        if not isinstance(memo, dict):
            raise TypeError("'memo' attribute must be an UnpicklerMemoProxy object or dict, not "
                            f"{_type_name(memo)}")
        for key in memo:
            if not isinstance(key, int):
                raise TypeError("memo key must be integers")
            if key < 0:
                raise ValueError("memo key must be positive integers.")
        self._memo = dict(memo)

    @property
    def persistent_load(self):
        if self._persistent is None:
            raise AttributeError("persistent_load")
        return self._persistent

    @persistent_load.setter
    def persistent_load(self, function):
        if not callable(function):
            raise TypeError("persistent_load must be a callable taking one argument")
        self._persistent = function

    def load(self):
        if self._read is None:
            name = _type_name(self)
            raise UnpicklingError(f"Unpickler.__init__() was not called by {name}.__init__()")
        return self._load()

    def find_class(self, module_name, global_name, /):
        sys.audit("pickle.find_class", module_name, global_name)
        if self._protocol < 3 and self._fix_imports:
            from _pickle_names import mapped_names
            module_name, global_name = mapped_names(module_name, global_name, "")
        __import__(module_name)
        module = found = sys.modules[module_name]
        path = global_name.split(".") if self._protocol >= 4 else (global_name,)
        if len(path) > 1 and "<locals>" in path:
            raise AttributeError(f"Can't get local attribute {global_name!r} on {module!r}")
        for name in path:
            found = getattr(found, name, _missing)
            if found is _missing:
                raise AttributeError(f"Can't get attribute {global_name!r} on {module!r}")
        return found

    # --- the bytes

    def _set_data(self, data):
        if type(data) is not bytes:
            try:
                data = memoryview(data).tobytes()
            except TypeError:
                raise TypeError("a bytes-like object is required, not "
                                f"'{_type_name(data)}'") from None
        self._data = data
        self._at = 0
        self._skipped = len(data)
        return len(data)

    # What was looked at ahead and has been used is taken from the file.
    def _skip(self):
        if self._at > self._skipped:
            self._read(self._at - self._skipped)
            self._skipped = self._at

    def _take(self, n):
        at = self._at
        end = at + n
        data = self._data
        if end <= len(data):
            self._at = end
            return data[at:end]
        if self._read is None:
            raise UnpicklingError("pickle data was truncated")
        self._skip()
        if self._peek is not None and n < _PREFETCH:
            try:
                ahead = self._peek(_PREFETCH)
            except NotImplementedError:
                self._peek = None
            else:
                size = self._set_data(ahead)
                self._skipped = 0
                if n <= size:
                    self._at = n
                    return self._data[:n]
        # Half of it may be there, when the file has not been asked for all.
        if self._set_data(self._read(n)) < n:
            raise UnpicklingError("pickle data was truncated")
        self._at = n
        return self._data[:n]

    # A line without its end; it has at least so many characters.
    def _line(self, least=1):
        data = self._data
        at = self._at
        end = data.find(b"\n", at) + 1
        if end == 0:
            if self._read is None:
                raise UnpicklingError("pickle data was truncated")
            self._skip()
            end = self._set_data(self._readline())
            data = self._data
            if not end or data[-1] != 10:
                raise UnpicklingError("pickle data was truncated")
            at = 0
        self._at = end
        if end - at <= least:
            raise UnpicklingError("pickle data was truncated")
        return data[at:end - 1]

    # A string behind its length.
    def _counted(self, nbytes, what="BINBYTES", error=OverflowError):
        n = int.from_bytes(self._take(nbytes), "little")
        if n > sys.maxsize:
            raise error(f"{what} exceeds system's maximum size of {sys.maxsize} bytes")
        return self._take(n)

    # --- the stack

    def _pop(self):
        stack = self._stack
        if len(stack) <= self._fence:
            self._underflow()
        return stack.pop()

    def _underflow(self):
        raise UnpicklingError("unexpected MARK found" if self._marks else
                              "unpickling stack underflow")

    # The last mark, which is one no longer.
    def _mark(self):
        marks = self._marks
        if not marks:
            raise UnpicklingError("could not find MARK")
        mark = marks.pop()
        self._fence = marks[-1] if marks else 0
        return mark

    # What is above the last mark.
    def _pop_marked(self):
        mark = self._mark()
        stack = self._stack
        items = stack[mark:]
        del stack[mark:]
        return items

    def _top(self):
        stack = self._stack
        if len(stack) <= self._fence:
            self._underflow()
        return stack[-1]

    def _load(self):
        stack = self._stack = []
        self._marks = []
        self._fence = 0
        self._protocol = 0
        while True:
            at = self._at
            data = self._data
            if at < len(data):
                op = data[at]
                self._at = at + 1
            else:
                try:
                    op = self._take(1)[0]
                except UnpicklingError:
                    raise EOFError("Ran out of input") from None
            if op == 46:
                break
            load = _loaders[op]
            if load is None:
                shown = chr(op) if 32 <= op <= 126 and op not in (39, 92) else f"\\x{op:02x}"
                raise UnpicklingError(f"invalid load key, '{shown}'.")
            load(self, stack)
        if self._read is not None:
            self._skip()
        return self._pop()


_missing = object()
_loaders = [None] * 256


def _op(code):
    def note(load):
        _loaders[code[0]] = load
        return load
    return note


def _constant(code, value):
    def load(self, stack):
        stack.append(value)
    _loaders[code[0]] = load


_constant(b"N", None)
_constant(b"\x88", True)
_constant(b"\x89", False)


@_op(b"K")
def _load_binint1(self, stack):
    stack.append(self._take(1)[0])


@_op(b"M")
def _load_binint2(self, stack):
    stack.append(int.from_bytes(self._take(2), "little"))


@_op(b"J")
def _load_binint(self, stack):
    stack.append(int.from_bytes(self._take(4), "little", signed=True))


# Spaces in front and a sign, as C reads numbers; then it is Python's syntax.
@_op(b"I")
def _load_int(self, stack):
    text = self._line()
    try:
        if text.isdigit() and len(text) > 1 and text[0] == 48:
            value = int(text, 8) if text.strip(b"01234567") == b"" else int(text, 0)
        else:
            value = int(text, 0)
    except ValueError:
        raise ValueError("could not convert string to int") from None
    stack.append(bool(value) if len(text) == 2 and value in (0, 1) else value)


@_op(b"L")
def _load_long(self, stack):
    text = self._line()
    if text[-1] == 76:
        text = text[:-1]
    text = text.decode("latin-1")
    try:
        value = int(text, 0)
    except ValueError:
        raise ValueError(f"invalid literal for int() with base 0: {text!r}") from None
    stack.append(value)


def _load_counted_long(self, stack, nbytes):
    n = int.from_bytes(self._take(nbytes), "little", signed=nbytes == 4)
    if n < 0:
        raise UnpicklingError("LONG pickle has negative byte count")
    stack.append(int.from_bytes(self._take(n), "little", signed=True))


@_op(b"\x8a")
def _load_long1(self, stack):
    _load_counted_long(self, stack, 1)


@_op(b"\x8b")
def _load_long4(self, stack):
    _load_counted_long(self, stack, 4)


@_op(b"F")
def _load_float(self, stack):
    text = self._line()
    try:
        if b"_" in text or text.strip() != text:
            raise ValueError
        value = float(text)
    except ValueError:
        shown = text.decode("latin-1")
        raise ValueError(f"could not convert string to float: '{shown}\n'") from None
    stack.append(value)


@_op(b"G")
def _load_binfloat(self, stack):
    stack.append(float_of(self._take(8), False))


# --- strings


@_op(b"S")
def _load_string(self, stack):
    text = self._line(0)
    if len(text) < 2 or text[0] != text[-1] or text[0] not in b"'\"":
        raise UnpicklingError("the STRING opcode argument must be quoted")
    _push_old(self, stack, escape_decode(text[1:-1])[0])


# A string of Python 2.
def _push_old(self, stack, data):
    if self._encoding != "bytes":
        data = data.decode(self._encoding, self._errors)
    stack.append(data)


@_op(b"T")
def _load_binstring(self, stack):
    _push_old(self, stack, self._counted(4, "BINSTRING", UnpicklingError))


@_op(b"U")
def _load_short_binstring(self, stack):
    _push_old(self, stack, self._counted(1, "BINSTRING", UnpicklingError))


@_op(b"C")
def _load_short_binbytes(self, stack):
    stack.append(self._counted(1))


@_op(b"B")
def _load_binbytes(self, stack):
    stack.append(self._counted(4))


@_op(b"\x8e")
def _load_binbytes8(self, stack):
    stack.append(self._counted(8))


@_op(b"\x96")
def _load_bytearray8(self, stack):
    stack.append(bytearray(self._counted(8, "BYTEARRAY8")))


@_op(b"V")
def _load_unicode(self, stack):
    stack.append(self._line(0).decode("raw-unicode-escape"))


@_op(b"\x8c")
def _load_short_binunicode(self, stack):
    data = self._take(self._take(1)[0])
    stack.append(data.decode("utf-8", "surrogatepass"))


@_op(b"X")
def _load_binunicode(self, stack):
    stack.append(self._counted(4, "BINUNICODE").decode("utf-8", "surrogatepass"))


@_op(b"\x8d")
def _load_binunicode8(self, stack):
    stack.append(self._counted(8, "BINUNICODE").decode("utf-8", "surrogatepass"))


@_op(b"\x97")
def _load_next_buffer(self, stack):
    if self._buffers is None:
        raise UnpicklingError("pickle stream refers to out-of-band data but no *buffers* argument "
                              "was given")
    for buffer in self._buffers:
        stack.append(buffer)
        return
    raise UnpicklingError("not enough out-of-band buffers")


@_op(b"\x98")
def _load_readonly_buffer(self, stack):
    view = memoryview(self._top())
    if not view.readonly:
        stack[-1] = view.toreadonly()


# --- containers


def _load_few(self, stack, n):
    if len(stack) - n < self._fence:
        self._underflow()
    made = tuple(stack[-n:])
    del stack[-n:]
    stack.append(made)


_constant(b")", ())


@_op(b"\x85")
def _load_tuple1(self, stack):
    _load_few(self, stack, 1)


@_op(b"\x86")
def _load_tuple2(self, stack):
    _load_few(self, stack, 2)


@_op(b"\x87")
def _load_tuple3(self, stack):
    _load_few(self, stack, 3)


@_op(b"t")
def _load_tuple(self, stack):
    stack.append(tuple(self._pop_marked()))


@_op(b"]")
def _load_empty_list(self, stack):
    stack.append([])


@_op(b"l")
def _load_list(self, stack):
    stack.append(self._pop_marked())


@_op(b"}")
def _load_empty_dict(self, stack):
    stack.append({})


@_op(b"d")
def _load_dict(self, stack):
    items = self._pop_marked()
    if len(items) % 2:
        raise UnpicklingError("odd number of items for DICT")
    made = {}
    for i in range(0, len(items), 2):
        made[items[i]] = items[i + 1]
    stack.append(made)


@_op(b"\x8f")
def _load_empty_set(self, stack):
    stack.append(set())


@_op(b"\x91")
def _load_frozenset(self, stack):
    stack.append(frozenset(self._pop_marked()))


# What items are put into: below them, and above the mark before.
def _target(self, stack, at):
    if at > len(stack) or at <= self._fence:
        self._underflow()
    return stack[at - 1]


def _append(self, stack, at):
    target = _target(self, stack, at)
    items = stack[at:]
    if not items:
        return
    if type(target) is list:
        del stack[at:]
        target.extend(items)
        return
    extend = getattr(target, "extend", None)
    if extend is not None:
        del stack[at:]
        extend(items)
        return
    append = target.append
    del stack[at:]
    for x in items:
        append(x)


@_op(b"a")
def _load_append(self, stack):
    if len(stack) - 1 <= self._fence:
        self._underflow()
    target = stack[-2]
    if type(target) is list:
        target.append(stack.pop())
    else:
        _append(self, stack, len(stack) - 1)


@_op(b"e")
def _load_appends(self, stack):
    _append(self, stack, self._mark())


def _set_items(self, stack, at):
    target = _target(self, stack, at)
    items = stack[at:]
    if len(items) % 2:
        raise UnpicklingError("odd number of items for SETITEMS")
    del stack[at:]
    for i in range(0, len(items), 2):
        target[items[i]] = items[i + 1]


@_op(b"s")
def _load_setitem(self, stack):
    _set_items(self, stack, len(stack) - 2)


@_op(b"u")
def _load_setitems(self, stack):
    _set_items(self, stack, self._mark())


@_op(b"\x90")
def _load_additems(self, stack):
    at = self._mark()
    target = _target(self, stack, at)
    items = stack[at:]
    del stack[at:]
    if isinstance(target, set):
        set.update(target, items)
    elif items:
        add = target.add
        for x in items:
            add(x)


# --- the stack and the memo


@_op(b"(")
def _load_mark(self, stack):
    self._fence = len(stack)
    self._marks.append(len(stack))


@_op(b"0")
def _load_pop(self, stack):
    if self._marks and self._marks[-1] == len(stack):
        self._mark()
    else:
        self._pop()


@_op(b"1")
def _load_pop_mark(self, stack):
    self._pop_marked()


@_op(b"2")
def _load_dup(self, stack):
    stack.append(self._top())


def _push_known(self, stack, n):
    found = self._memo.get(n, _missing)
    if found is _missing:
        raise UnpicklingError(f"Memo value not found at index {n}")
    stack.append(found)


def _number(text):
    try:
        return int(text)
    except ValueError:
        raise ValueError("invalid literal for int() with base 10: "
                         f"{text.decode('latin-1')!r}") from None


@_op(b"g")
def _load_get(self, stack):
    _push_known(self, stack, _number(self._line()))


@_op(b"h")
def _load_binget(self, stack):
    _push_known(self, stack, self._take(1)[0])


@_op(b"j")
def _load_long_binget(self, stack):
    _push_known(self, stack, int.from_bytes(self._take(4), "little"))


@_op(b"p")
def _load_put(self, stack):
    text = self._line()
    value = self._top()
    n = _number(text)
    if n < 0:
        raise ValueError("negative PUT argument")
    self._memo[n] = value


@_op(b"q")
def _load_binput(self, stack):
    n = self._take(1)[0]
    self._memo[n] = self._top()


@_op(b"r")
def _load_long_binput(self, stack):
    n = int.from_bytes(self._take(4), "little")
    self._memo[n] = self._top()


@_op(b"\x94")
def _load_memoize(self, stack):
    if len(stack) <= self._fence:
        self._underflow()
    memo = self._memo
    memo[len(memo)] = stack[-1]


# --- objects of classes




@_op(b"c")
def _load_global(self, stack):
    module = self._line().decode("utf-8")
    name = self._line().decode("utf-8")
    stack.append(self.find_class(module, name))


@_op(b"\x93")
def _load_stack_global(self, stack):
    name = self._pop()
    module = self._pop()
    if type(name) is not str or type(module) is not str:
        raise UnpicklingError("STACK_GLOBAL requires str")
    stack.append(self.find_class(module, name))


def _instantiate(cls, args):
    if not args and isinstance(cls, type) and not hasattr(cls, "__getinitargs__"):
        return cls.__new__(cls)
    return cls(*args)


@_op(b"o")
def _load_obj(self, stack):
    items = self._pop_marked()
    if not items:
        self._underflow()
    stack.append(_instantiate(items[0], items[1:]))


@_op(b"i")
def _load_inst(self, stack):
    at = self._mark()
    module = self._line().decode("ascii")
    name = self._line().decode("ascii")
    cls = self.find_class(module, name)
    args = stack[at:]
    del stack[at:]
    stack.append(_instantiate(cls, args))


def _checked_new(op, cls, args):
    if not isinstance(cls, type):
        raise UnpicklingError(f"{op} class argument must be a type, not {_type_name(cls)}")
    if not isinstance(args, tuple):
        raise UnpicklingError(f"{op} args argument must be a tuple, not {_type_name(args)}")


@_op(b"\x81")
def _load_newobj(self, stack):
    args = self._pop()
    cls = self._pop()
    _checked_new("NEWOBJ", cls, args)
    stack.append(cls.__new__(cls, *args))


@_op(b"\x92")
def _load_newobj_ex(self, stack):
    kwargs = self._pop()
    args = self._pop()
    cls = self._pop()
    _checked_new("NEWOBJ_EX", cls, args)
    if not isinstance(kwargs, dict):
        raise UnpicklingError("NEWOBJ_EX kwargs argument must be a dict, not "
                              f"{_type_name(kwargs)}")
    stack.append(cls.__new__(cls, *args, **kwargs))


@_op(b"R")
def _load_reduce(self, stack):
    args = self._pop()
    function = self._pop()
    if not isinstance(args, tuple):
        raise TypeError("argument list must be a tuple")
    stack.append(function(*args))


@_op(b"b")
def _load_build(self, stack):
    if len(stack) - 2 < self._fence:
        self._underflow()
    state = stack.pop()
    target = self._top()
    set_state = getattr(target, "__setstate__", None)
    if set_state is not None:
        set_state(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state is not None:
        if not isinstance(state, dict):
            raise UnpicklingError("state is not a dictionary")
        names = target.__dict__
        for name, value in state.items():
            names[sys.intern(name) if type(name) is str else name] = value
    if slots is not None:
        if not isinstance(slots, dict):
            raise UnpicklingError("slot state is not a dictionary")
        for name, value in slots.items():
            setattr(target, name, value)


def _persist(self):
    if self._persistent is None:
        raise UnpicklingError("A load persistent id instruction was encountered,\n"
                              "but no persistent_load function was specified.")
    return self._persistent


@_op(b"P")
def _load_persid(self, stack):
    load = _persist(self)
    text = self._line(0)
    if not text.isascii():
        raise UnpicklingError("persistent IDs in protocol 0 must be ASCII strings")
    stack.append(load(text.decode()))


@_op(b"Q")
def _load_binpersid(self, stack):
    load = _persist(self)
    stack.append(load(self._pop()))


def _load_extension(self, stack, nbytes):
    code = int.from_bytes(self._take(nbytes), "little", signed=nbytes == 4)
    if code <= 0:
        raise UnpicklingError("EXT specifies code <= 0")
    found = copyreg._extension_cache.get(code, _missing)
    if found is _missing:
        pair = copyreg._inverted_registry.get(code)
        if pair is None:
            raise ValueError(f"unregistered extension code {code}")
        if (not isinstance(pair, tuple) or len(pair) != 2 or not isinstance(pair[0], str)
                or not isinstance(pair[1], str)):
            raise ValueError(f"_inverted_registry[{code}] isn't a 2-tuple of strings")
        found = copyreg._extension_cache[code] = self.find_class(*pair)
    stack.append(found)


@_op(b"\x82")
def _load_ext1(self, stack):
    _load_extension(self, stack, 1)


@_op(b"\x83")
def _load_ext2(self, stack):
    _load_extension(self, stack, 2)


@_op(b"\x84")
def _load_ext4(self, stack):
    _load_extension(self, stack, 4)


@_op(b"\x80")
def _load_proto(self, stack):
    n = self._take(1)[0]
    if n > _HIGHEST:
        raise ValueError(f"unsupported pickle protocol: {n}")
    self._protocol = n


# The frame is there as a whole from now on.
@_op(b"\x95")
def _load_frame(self, stack):
    n = int.from_bytes(self._take(8), "little")
    if n > sys.maxsize:
        raise OverflowError(f"FRAME length exceeds system's maximum of {sys.maxsize} bytes")
    self._take(n)
    self._at -= n
