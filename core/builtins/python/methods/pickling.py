# --- how values of built-in types are made again: see copyreg.py


def int___getnewargs__(self):
    return (int(_unwrap(self)),)


def float___getnewargs__(self):
    return (_unwrap(self),)


def complex___getnewargs__(self):
    return (self.real, self.imag)


def str___getnewargs__(self):
    return (_unwrap(self),)


def bytes___getnewargs__(self):
    return (_unwrap(self),)


def tuple___getnewargs__(self):
    return (_unwrap(self),)


def _reduced_state(self):
    state = self.__getstate__()
    return None if not state else state


def set___reduce__(self):
    return type(self), (list(_unwrap(self)),), _reduced_state(self)


def bytearray___reduce_ex__(self, protocol):
    value = _unwrap(self)
    if protocol < 2:
        return type(self), (value.decode("latin-1"), "latin-1"), _reduced_state(self)
    return type(self), (bytes(value),) if value else (), _reduced_state(self)


def range___reduce__(self):
    return range, (self.start, self.stop, self.step)


def slice___reduce__(self):
    return slice, (self.start, self.stop, self.step)


def BaseException___reduce__(self):
    from copyreg import _reduce_exception
    return _reduce_exception(self, _instance_dict(self))


def BaseException___setstate__(self, state):
    if state is not None:
        if not _is_dict(state):
            raise TypeError("state is not a dictionary")
        for name, value in state.items():
            setattr(self, name, value)


def builtin_function_or_method___reduce__(self):
    owner = getattr(self, "__self__", None)
    if owner is None or _is_module(owner):
        return self.__qualname__
    return getattr, (owner, self.__name__)


def method_descriptor___reduce__(self):
    return getattr, (self.__objclass__, self.__name__)


def getset_descriptor___reduce__(self):
    raise TypeError("cannot pickle 'getset_descriptor' object")


def method___reduce__(self):
    return getattr, (self.__self__, self.__name__)


def ellipsis___reduce__(self):
    return repr(self)


def NotImplementedType___reduce__(self):
    return repr(self)
