# Pickler: objects to the opcodes of a pickle (pickletools says what each does). Neighbours:
# _pickle.py, _pickle_load.py.
#
# Opcodes are collected in _out. With protocol 4 they stand in frames of about 64 kB; the one being
# filled begins at _frame, and gets its header when it is full. A large string stands between frames.
import sys

from _binary import float_bytes
from _pickle import PickleBuffer, PicklerMemoProxy, PicklingError
import copyreg

_FRAME = 1 << 16
_BATCH = 1000
_HIGHEST, _DEFAULT = 5, 4
_NESTING = 50  # of containers, from where on a pickler without a memo looks for cycles


@_in_c
class Pickler:
    __module__ = "_pickle"
    __slots__ = ("_write", "_out", "_frame", "_framing", "_memo", "_protocol", "bin", "fast",
                 "_nesting", "_nested", "_fix_imports", "_callback", "_persistent", "_table",
                 "_override", "__weakref__")

    def __new__(cls, /, *args, **kwargs):
        self = object.__new__(cls)
        self._write = self._table = self._persistent = None
        self._memo = {}
        return self

    def __init__(self, file, protocol=None, fix_imports=True, buffer_callback=None):
        self._start(None, protocol, fix_imports, buffer_callback)
        write = getattr(file, "write", None)
        if write is None:
            raise TypeError("file must have a 'write' attribute")
        self._write = write
        self._persistent = getattr(self, "persistent_id", None)
        self._table = getattr(self, "dispatch_table", None)

    def _start(self, write, protocol, fix_imports, callback):
        if protocol is None:
            protocol = _DEFAULT
        else:
            protocol = _to_index(protocol)
            if protocol < 0:
                protocol = _HIGHEST
            elif protocol > _HIGHEST:
                raise ValueError(f"pickle protocol must be <= {_HIGHEST}")
        if callback is not None and protocol < 5:
            raise ValueError("buffer_callback needs protocol >= 5")
        self._write = write
        self._protocol = protocol
        self.bin = int(protocol > 0)
        self.fast = 0
        self._nesting = 0
        self._nested = {}
        self._fix_imports = fix_imports and protocol < 3
        self._callback = callback
        self._persistent = self._table = self._override = None
        self._framing = False
        self._memo = {}

    @property
    def memo(self):
        return PicklerMemoProxy(self)

    @memo.setter
    def memo(self, memo):
        if isinstance(memo, PicklerMemoProxy):
            self._memo = memo.copy()
            return
        if not isinstance(memo, dict):
            raise TypeError("'memo' attribute must be a PicklerMemoProxy object or dict, not "
                            f"{_type_name(memo)}")
        made = {}
        for row in memo.values():
            if not isinstance(row, tuple) or len(row) != 2:
                raise TypeError("'memo' values must be 2-item tuples")
            made[id(row[1])] = (_to_index(row[0]), row[1])
        self._memo = made

    @property
    def persistent_id(self):
        if self._persistent is None:
            raise AttributeError("persistent_id")
        return self._persistent

    @persistent_id.setter
    def persistent_id(self, function):
        if not callable(function):
            raise TypeError("persistent_id must be a callable taking one argument")
        self._persistent = function

    @property
    def dispatch_table(self):
        if self._table is None:
            raise AttributeError("dispatch_table")
        return self._table

    @dispatch_table.setter
    def dispatch_table(self, table):
        self._table = table

    @dispatch_table.deleter
    def dispatch_table(self):
        self._table = None

    def clear_memo(self):
        self._memo.clear()

    def dump(self, obj, /):
        if self._write is None:
            name = _type_name(self)
            raise PicklingError(f"Pickler.__init__() was not called by {name}.__init__()")
        self._write(self._dump(obj))

    # The pickle, or what of it has not been written.
    def _dump(self, obj):
        self._override = getattr(self, "reducer_override", None)
        out = self._out = bytearray()
        if self._protocol >= 2:
            out += b"\x80"
            out.append(self._protocol)
        self._frame = len(out)
        self._framing = self._protocol >= 4
        try:
            self._save(obj)
            self._out += b"."
            self._end_frame()
        finally:
            self._framing = False
            self._override = None
        return bytes(self._out)

    def _end_frame(self):
        if self._framing:
            out = self._out
            at = self._frame
            size = len(out) - at
            if size >= 4:
                out[at:at] = b"\x95" + size.to_bytes(8, "little")
            self._frame = len(out)

    # What there is goes to the file.
    def _flush(self):
        data = bytes(self._out)
        self._out.clear()
        self._frame = 0
        self._write(data)

    # The header and the bytes of a string.
    def _put_bytes(self, header, data):
        if len(data) < _FRAME:
            out = self._out
            out += header
            out += data
            return
        self._end_frame()
        self._out += header
        if self._write is None:
            self._out += data
        else:
            self._flush()
            self._write(data)
        self._frame = len(self._out)

    def _memoize(self, obj):
        if self.fast:
            return
        memo = self._memo
        n = len(memo)
        memo[id(obj)] = (n, obj)
        if self._protocol >= 4:
            self._out.append(0x94)
        elif not self.bin:
            self._out += b"p%d\n" % n
        elif n < 256:
            self._out += b"q" + bytes((n,))
        else:
            self._out += b"r" + n.to_bytes(4, "little")

    def _get(self, n):
        if not self.bin:
            self._out += b"g%d\n" % n
        elif n < 256:
            self._out += b"h" + bytes((n,))
        else:
            self._out += b"j" + n.to_bytes(4, "little")

    def _save(self, obj, persistent=True):
        if self._framing and len(self._out) - self._frame >= _FRAME:
            self._end_frame()
            if self._write is not None:
                self._flush()
        if persistent and self._persistent is not None and self._save_persistent(obj):
            return
        cls = type(obj)
        save = _atoms.get(cls)
        if save is not None:
            save(self, obj)
            return
        known = self._memo.get(id(obj))
        if known is not None:
            self._get(known[0])
            return
        save = _savers.get(cls)
        if save is not None:
            save(self, obj)
            return
        reduced = NotImplemented
        if self._override is not None:
            reduced = self._override(obj)
        if reduced is NotImplemented:
            if cls is type:
                _save_type(self, obj)
                return
            if cls is _function:
                _save_global(self, obj, None)
                return
            if self._table is None:
                reduce = copyreg.dispatch_table.get(cls)
            else:
                try:
                    reduce = self._table[cls]
                except KeyError:
                    reduce = None
            if reduce is not None:
                reduced = reduce(obj)
            elif issubclass(cls, type):
                _save_global(self, obj, None)
                return
            else:
                reduce = getattr(obj, "__reduce_ex__", None)
                if reduce is not None:
                    reduced = reduce(self._protocol)
                else:
                    reduce = getattr(obj, "__reduce__", None)
                    if reduce is None:
                        raise PicklingError(f"can't pickle '{_type_name(obj)}' object: {obj!r}")
                    reduced = reduce()
        if isinstance(reduced, str):
            _save_global(self, obj, reduced)
        elif isinstance(reduced, tuple):
            self._save_reduced(reduced, obj, True)
        else:
            raise PicklingError("__reduce__ must return a string or tuple")

    def _save_persistent(self, obj):
        pid = self._persistent(obj)
        if pid is None:
            return False
        if self.bin:
            self._save(pid, False)
            self._out += b"Q"
        else:
            text = str(pid)
            if not text.isascii():
                raise PicklingError("persistent IDs in protocol 0 must be ASCII strings")
            self._out += b"P" + text.encode() + b"\n"
        return True

    # What __reduce__ answered; the object itself is noted unless it has no place of its own.
    def _save_reduced(self, reduced, obj, note):
        n = len(reduced)
        if n < 2 or n > 6:
            raise PicklingError("tuple returned by __reduce__ must contain 2 through 6 elements")
        make, args, state, items, pairs, set_state = reduced + (None,) * (6 - n)
        if not callable(make):
            raise PicklingError("first item of the tuple returned by __reduce__ must be callable")
        if not isinstance(args, tuple):
            raise PicklingError("second item of the tuple returned by __reduce__ must be a tuple")
        for what, x in (("fourth", items), ("fifth", pairs)):
            if x is not None and not hasattr(type(x), "__next__"):
                raise PicklingError(f"{what} element of the tuple returned by __reduce__ must be "
                                    f"an iterator, not {_type_name(x)}")
        if set_state is not None and not callable(set_state):
            raise PicklingError("sixth element of the tuple returned by __reduce__ must be a "
                                f"function, not {_type_name(set_state)}")
        name = getattr(make, "__name__", None) if self._protocol >= 2 else None
        if name == "__newobj_ex__":
            self._save_new_with_keywords(args)
        elif name == "__newobj__":
            if not args:
                raise PicklingError("__newobj__ arglist is empty")
            cls = args[0]
            if not isinstance(cls, type):
                raise PicklingError("args[0] from __newobj__ args is not a type")
            if note and getattr(obj, "__class__", None) is not cls:
                raise PicklingError("args[0] from __newobj__ args has the wrong class")
            self._save(cls)
            self._save(args[1:])
            self._out += b"\x81"
        else:
            self._save(make)
            self._save(args)
            self._out += b"R"
        if note:
            known = self._memo.get(id(obj))
            if known is not None:  # it contains itself, and is there already
                self._out += b"0"
                self._get(known[0])
                return
            self._memoize(obj)
        if items is not None:
            _save_items(self, items)
        if pairs is not None:
            _save_pairs(self, pairs)
        if state is not None:
            if set_state is None:
                self._save(state)
                self._out += b"b"
            else:
                self._save(set_state)
                self._save(obj)
                self._save(state)
                self._out += b"\x86R0"

    def _save_new_with_keywords(self, row):
        if len(row) != 3:
            raise PicklingError("length of the NEWOBJ_EX argument tuple must be exactly 3, not "
                                f"{len(row)}")
        cls, args, kwargs = row
        for what, x, kind, name in (("first", cls, type, "class"), ("second", args, tuple, "tuple"),
                                    ("third", kwargs, dict, "dict")):
            if not isinstance(x, kind):
                raise PicklingError(f"{what} item from NEWOBJ_EX argument tuple must be a {name}, "
                                    f"not {_type_name(x)}")
        if self._protocol >= 4:
            self._save(cls)
            self._save(args)
            self._save(kwargs)
            self._out += b"\x92"
        else:
            import functools
            self._save(functools.partial(cls.__new__, cls, *args, **kwargs))
            self._save(())
            self._out += b"R"

    # Without a memo containers within each other are counted, and looked at where they are many.
    def _enter(self, obj):
        self._nesting += 1
        if self._nesting >= _NESTING:
            if id(obj) in self._nested:
                self._nesting = 0
                raise ValueError("fast mode: can't pickle cyclic objects including object type "
                                 f"{_type_name(obj)} at {id(obj):#x}")
            self._nested[id(obj)] = None

    def _leave(self, obj):
        if self._nesting >= _NESTING:
            self._nested.pop(id(obj), None)
        self._nesting -= 1


def _save_none(self, obj):
    self._out += b"N"


def _save_bool(self, obj):
    if self._protocol >= 2:
        self._out += b"\x88" if obj else b"\x89"
    else:
        self._out += b"I01\n" if obj else b"I00\n"


def _save_int(self, obj):
    out = self._out
    if -0x80000000 <= obj <= 0x7fffffff:
        if not self.bin:
            out += b"I%d\n" % obj
        elif 0 <= obj < 256:
            out += b"K"
            out.append(obj)
        elif 0 <= obj < 65536:
            out += b"M"
            out += obj.to_bytes(2, "little")
        else:
            out += b"J"
            out += obj.to_bytes(4, "little", signed=True)
    elif self._protocol < 2:
        out += b"L" + repr(obj).encode() + b"L\n"
    else:
        data = obj.to_bytes((obj.bit_length() >> 3) + 1, "little", signed=True)
        if data[-1] == 255 and len(data) > 1 and data[-2] & 128:
            data = data[:-1]
        n = len(data)
        out += b"\x8a" + bytes((n,)) if n < 256 else b"\x8b" + n.to_bytes(4, "little")
        out += data


def _save_float(self, obj):
    if self.bin:
        self._out += b"G"
        self._out += float_bytes(obj, 8, False)
    else:
        self._out += b"F" + repr(obj).encode() + b"\n"


def _bytes_header(self, n):
    if n < 256:
        return b"C" + bytes((n,))
    if n < 1 << 32:
        return b"B" + n.to_bytes(4, "little")
    if self._protocol >= 4:
        return b"\x8e" + n.to_bytes(8, "little")
    raise OverflowError("serializing a bytes object larger than 4 GiB requires pickle protocol 4 "
                        "or higher")


def _save_bytes(self, obj):
    if self._protocol >= 3:
        self._put_bytes(_bytes_header(self, len(obj)), obj)
        self._memoize(obj)
    elif obj:
        from _codecs import encode
        self._save_reduced((encode, (obj.decode("latin-1"), "latin1")), obj, True)
    else:
        self._save_reduced((bytes, ()), obj, True)


def _save_bytearray(self, obj):
    if self._protocol >= 5:
        self._put_bytes(b"\x96" + len(obj).to_bytes(8, "little"), obj)
        self._memoize(obj)
    else:
        self._save_reduced((bytearray, (bytes(obj),) if obj else ()), obj, True)


def _save_buffer(self, obj):
    if self._protocol < 5:
        raise PicklingError("PickleBuffer can only pickled with protocol >= 5")
    view = memoryview(obj)
    if not view.contiguous:
        raise PicklingError("PickleBuffer can not be pickled when pointing to a non-contiguous "
                            "buffer")
    if self._callback is not None and not self._callback(obj):
        self._out += b"\x97\x98" if view.readonly else b"\x97"
        return
    data = view.tobytes("A")
    if view.readonly:
        self._put_bytes(_bytes_header(self, len(data)), data)
    else:
        self._put_bytes(b"\x96" + len(data).to_bytes(8, "little"), data)
    self._memoize(obj)


def _save_str(self, obj):
    if self.bin:
        try:
            data = obj.encode()
        except UnicodeEncodeError:
            data = obj.encode("utf-8", "surrogatepass")
        n = len(data)
        if n < 256 and self._protocol >= 4:
            out = self._out
            out += b"\x8c"
            out.append(n)
            out += data
        elif n < 1 << 32:
            self._put_bytes(b"X" + n.to_bytes(4, "little"), data)
        elif self._protocol >= 4:
            self._put_bytes(b"\x8d" + n.to_bytes(8, "little"), data)
        else:
            raise OverflowError("serializing a string larger than 4 GiB requires pickle protocol "
                                "4 or higher")
    else:
        text = obj.replace("\\", "\\u005c").replace("\0", "\\u0000").replace("\n", "\\u000a")
        text = text.replace("\r", "\\u000d").replace("\x1a", "\\u001a")
        self._out += b"V" + text.encode("raw-unicode-escape") + b"\n"
    self._memoize(obj)


def _save_tuple(self, obj):
    n = len(obj)
    if n == 0:
        self._out += b")" if self.bin else b"(t"
        return
    few = n <= 3 and self._protocol >= 2
    if not few:
        self._out += b"("
    for x in obj:
        self._save(x)
    known = self._memo.get(id(obj))
    if known is not None:  # it contains itself
        self._out += b"0" * n if few else b"1" if self.bin else b"0" * (n + 1)
        self._get(known[0])
        return
    if few:
        self._out.append(0x84 + n)
    else:
        self._out += b"t"
    self._memoize(obj)


def _save_list(self, obj):
    if self.fast:
        self._enter(obj)
    self._out += b"]" if self.bin else b"(l"
    self._memoize(obj)
    n = len(obj)
    if n and self.bin:
        if n == 1:
            self._save(obj[0])
            self._out += b"a"
        else:
            at = 0
            while at < len(obj):
                self._out += b"("
                stop = at + _BATCH
                while at < stop and at < len(obj):
                    self._save(obj[at])
                    at += 1
                self._out += b"e"
    elif n:
        _save_items(self, iter(obj))
    if self.fast:
        self._leave(obj)


def _save_items(self, items):
    if not self.bin:
        for x in items:
            self._save(x)
            self._out += b"a"
        return
    count = _BATCH
    while count == _BATCH:
        batch = []
        for x in items:
            batch.append(x)
            if len(batch) == _BATCH:
                break
        count = len(batch)
        if count == 1:
            self._save(batch[0])
            self._out += b"a"
        elif count:
            self._out += b"("
            for x in batch:
                self._save(x)
            self._out += b"e"


def _save_dict(self, obj):
    if self.fast:
        self._enter(obj)
    self._out += b"}" if self.bin else b"(d"
    self._memoize(obj)
    n = len(obj)
    if n and self.bin:
        if n == 1:
            for key, value in obj.items():
                self._save(key)
                self._save(value)
                self._out += b"s"
                break
        else:
            count = 0
            for key, value in obj.items():
                if count % _BATCH == 0:
                    self._out += b"u(" if count else b"("
                self._save(key)
                self._save(value)
                count += 1
            self._out += b"u" if n % _BATCH else b"u(u"  # an empty one behind a full one
    elif n:
        _save_pairs(self, iter(obj.items()))
    if self.fast:
        self._leave(obj)


def _save_pairs(self, pairs):
    count = _BATCH if self.bin else 0
    if not self.bin:
        for pair in pairs:
            key, value = _checked_pair(pair)
            self._save(key)
            self._save(value)
            self._out += b"s"
    while count == _BATCH:
        batch = []
        for pair in pairs:
            batch.append(_checked_pair(pair))
            if len(batch) == _BATCH:
                break
        count = len(batch)
        if count > 1:
            self._out += b"("
        for key, value in batch:
            self._save(key)
            self._save(value)
        if count:
            self._out += b"u" if count > 1 else b"s"


def _checked_pair(pair):
    if not isinstance(pair, tuple) or len(pair) != 2:
        raise TypeError("dict items iterator must return 2-tuples")
    return pair


def _save_set(self, obj):
    if self._protocol < 4:
        self._save_reduced((set, (list(obj),)), obj, True)
        return
    self._out += b"\x8f"
    self._memoize(obj)
    n = len(obj)
    if n:
        count = 0
        for x in obj:
            if count % _BATCH == 0:
                self._out += b"\x90(" if count else b"("
            self._save(x)
            count += 1
        self._out += b"\x90" if n % _BATCH else b"\x90(\x90"


def _save_frozenset(self, obj):
    if self._protocol < 4:
        self._save_reduced((frozenset, (list(obj),)), obj, True)
        return
    self._out += b"("
    for x in obj:
        self._save(x)
    known = self._memo.get(id(obj))
    if known is not None:
        self._out += b"1"
        self._get(known[0])
        return
    self._out += b"\x91"
    self._memoize(obj)


def _save_type(self, obj):
    for x in (None, ..., NotImplemented):
        if obj is type(x):
            self._save_reduced((type, (x,)), obj, True)
            return
    _save_global(self, obj, None)


# A class or function is saved by its name, by which it must be found.
def _save_global(self, obj, name):
    if name is None:
        name = getattr(obj, "__qualname__", None)
        if name is None:
            name = obj.__name__
    path = name.split(".")
    if "<locals>" in path:
        raise AttributeError(f"Can't pickle local object {name!r}")
    module_name = _module_of(obj, path)
    try:
        __import__(module_name)
        module = sys.modules[module_name]
    except Exception:
        raise PicklingError(f"Can't pickle {obj!r}: import of module {module_name!r} failed") \
            from None
    found, owner = _find(module, path)
    if owner is None:
        raise PicklingError(f"Can't pickle {obj!r}: attribute lookup {name} on {module_name} "
                            "failed")
    if found is not obj:
        raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as "
                            f"{module_name}.{name}")
    if self._protocol >= 2:
        code = copyreg._extension_registry.get((module_name, name))
        if code is not None:
            _save_extension(self, obj, code)
            return
    last = path[-1]
    if owner is module:
        name = last
    if self._protocol >= 4:
        self._save(module_name)
        self._save(name)
        self._out += b"\x93"
    elif owner is not module:
        self._save_reduced((getattr, (owner, last)), None, False)
    else:
        if self._fix_imports:
            from _pickle_names import mapped_names
            module_name, name = mapped_names(module_name, name, "REVERSE_")
        coding = "utf-8" if self._protocol == 3 else "ascii"
        self._out += b"c"
        for what, text in (("module", module_name), ("global", name)):
            try:
                self._out += text.encode(coding) + b"\n"
            except UnicodeEncodeError:
                raise PicklingError(f"can't pickle {what} identifier '{text}' using pickle "
                                    f"protocol {self._protocol}") from None
    self._memoize(obj)


# The object that the names lead to and the one that has it; None for that if they lead nowhere.
def _find(obj, path):
    owner = None
    for name in path:
        owner = obj
        obj = getattr(owner, name, _find)
        if obj is _find:
            return None, None
    return obj, owner


def _module_of(obj, path):
    name = getattr(obj, "__module__", None)
    if name is not None:
        return name
    for name, module in list(sys.modules.items()):
        if module is not None and name != "__main__":
            found, owner = _find(module, path)
            if owner is not None and found is obj:
                return name
    return "__main__"


def _save_extension(self, obj, code):
    if not isinstance(code, int):
        raise PicklingError(f"Can't pickle {obj!r}: extension code {code!r} isn't an integer")
    if not 0 < code <= 0x7fffffff:
        raise PicklingError(f"Can't pickle {obj!r}: extension code {code} is out of range")
    if code < 256:
        self._out += b"\x82" + bytes((code,))
    elif code < 65536:
        self._out += b"\x83" + code.to_bytes(2, "little")
    else:
        self._out += b"\x84" + code.to_bytes(4, "little")


_function = type(_save_none)
# What is never looked up in the memo.
_atoms = {type(None): _save_none, bool: _save_bool, int: _save_int, float: _save_float}
_savers = {bytes: _save_bytes, str: _save_str, dict: _save_dict, set: _save_set,
           frozenset: _save_frozenset, list: _save_list, tuple: _save_tuple,
           bytearray: _save_bytearray, PickleBuffer: _save_buffer}
