# The C module under pickle: its errors, and dump() and load() over the two halves, _pickle_save.py
# and _pickle_load.py.


class PickleError(Exception):
    pass


class PicklingError(PickleError):
    pass


class UnpicklingError(PickleError):
    pass


@_in_c
class PickleBuffer:
    __module__ = "pickle"
    __slots__ = ("_view", "__weakref__")

    def __init__(self, object, /):
        self._view = memoryview(object)

    def _checked(self):
        if self._view is None:
            raise ValueError("operation forbidden on released PickleBuffer object")
        return self._view

    def __buffer__(self, flags):
        return self._checked()

    def raw(self):
        view = self._checked()
        if not view.contiguous:
            raise BufferError("cannot extract raw buffer from non-contiguous buffer")
        if view.ndim == 1 and view.format == "B":
            return memoryview(view)
        return view.cast("B")

    def release(self):
        self._view = None


# The objects of a pickler by their addresses: (number, object). What programs see of it.
class PicklerMemoProxy:
    def __init__(self, owner):
        self._owner = owner

    def clear(self):
        self._owner._memo.clear()

    def copy(self):
        return dict(self._owner._memo)

    def __reduce__(self):
        return dict, (self.copy(),)


# Those of an unpickler by their numbers.
class UnpicklerMemoProxy(PicklerMemoProxy):
    pass


from _pickle_save import Pickler
from _pickle_load import Unpickler


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    Pickler(file, protocol, fix_imports, buffer_callback).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    pickler = _new(Pickler)
    pickler._start(None, protocol, fix_imports, buffer_callback)
    return pickler._dump(obj)


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors,
                     buffers=buffers).load()


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
    unpickler = _new(Unpickler)
    unpickler._start(fix_imports, encoding, errors, buffers)
    unpickler._set_data(data)
    return unpickler._load()


_new = object.__new__
