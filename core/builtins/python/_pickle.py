# What the pickle module of the library takes from here; picklers and unpicklers are its own, which
# others look for here.
_NAMES = {"PickleError": "PickleError", "PicklingError": "PicklingError",
          "UnpicklingError": "UnpicklingError", "Pickler": "_Pickler", "Unpickler": "_Unpickler",
          "dump": "_dump", "dumps": "_dumps", "load": "_load", "loads": "_loads"}


def __getattr__(name):
    if name not in _NAMES:
        raise AttributeError(f"module '_pickle' has no attribute '{name}'")
    import pickle
    return getattr(pickle, _NAMES[name])


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
