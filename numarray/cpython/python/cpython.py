# cpython: CPython 3.11 in this process, and all modules that are written for it.
#
#     import cpython
#     numpy = cpython.import_module("numpy")
#
# What comes back is a cpython.Object: a proxy, on which attributes, calls, items, iteration,
# operators, comparisons, `in` and `with` work as on the object itself. Values that cannot change
# (None, numbers, text, bytes, tuples, frozensets) are converted on the way, exactly these types
# only; lists, dicts, sets and bytearrays are copied when they go to CPython and stay there, as
# proxies, when they come back: from_cpython copies them. Functions and other objects of Hothouse
# may be passed and come back as what they were.
#
# Arrays are converted when one says so, by copy or as a view of the same memory:
#
#     a = cpython.from_cpython(numpy.arange(6.0))               a numarray.ndarray, a copy
#     b = cpython.from_cpython(numpy_array, copy=False)         over NumPy's memory
#     x = cpython.to_cpython(a)                                 a NumPy array, a copy
#     y = cpython.to_cpython(a, copy=False)                     over a's memory
#
# Views see each other's writes, whatever their strides; each keeps the other's memory alive. The
# dtypes are float64, int64 and bool, in one or two dimensions: others are errors that say so.
#
# Exceptions of built-in classes arrive as these; all others are instances of classes derived from
# cpython.Error and the nearest built-in class. `cpython_exception` is the original, and traceback()
# its text.
import _cpython as _c

_c.start()

_get_attribute = _c.get_attribute
_set_attribute = _c.set_attribute
_delete_attribute = _c.delete_attribute
_call = _c.call
_get_item = _c.get_item
_set_item = _c.set_item
_unary = _c.unary
_binary = _c.binary
_compare = _c.compare


class Error(Exception):
    """An exception of CPython whose class is not built in."""

    def __str__(self):
        return self.args[0] if self.args else ""


class Object(_c.Proxy):
    """An object of CPython."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        raise TypeError("cpython.Object cannot be made: to_cpython() does it")

    def __getattr__(self, name):
        return _get_attribute(self, name)

    def __setattr__(self, name, value):
        _set_attribute(self, name, value)

    def __delattr__(self, name):
        _delete_attribute(self, name)

    # What every class has, so that __getattr__ is not asked.
    @property
    def __class__(self):
        return _c.get_attribute_proxy(self, "__class__")

    @property
    def __dict__(self):
        return _get_attribute(self, "__dict__")

    @property
    def __doc__(self):
        return _get_attribute(self, "__doc__")

    def __dir__(self):
        return from_cpython(_unary(3, self))

    def __call__(self, *args, **kwargs):
        return _call(self, args, kwargs)

    def __getitem__(self, key):
        return _get_item(self, key)

    def __setitem__(self, key, value):
        _set_item(self, key, value)

    def __delitem__(self, key):
        _c.delete_item(self, key)

    def __contains__(self, item):
        return _c.contains(self, item)

    def __iter__(self):
        return _unary(4, self)

    def __next__(self):
        return _c.next(self)

    def __len__(self):
        return _c.length(self)

    def __bool__(self):
        return _c.is_true(self)

    def __hash__(self):
        return _c.hash(self)

    def __repr__(self):
        return _unary(0, self)

    def __str__(self):
        return _unary(1, self)

    def __bytes__(self):
        return _unary(2, self)

    def __format__(self, spec):
        return _c.format(self, spec)

    def __index__(self):
        return _unary(9, self)

    def __int__(self):
        return _unary(10, self)

    def __float__(self):
        return _unary(11, self)

    def __round__(self, digits=None):
        if digits is None:
            return _get_attribute(self, "__round__")()
        return _get_attribute(self, "__round__")(digits)

    def __enter__(self):
        return _c.enter(self)

    def __exit__(self, kind, exception, traceback):
        return _c.exit(self, exception)

    def __instancecheck__(self, value):
        return _c.is_instance(self, value)

    def __subclasscheck__(self, value):
        return _c.is_subclass(self, value)

    def __lt__(self, other):
        return _compare(0, self, other)

    def __le__(self, other):
        return _compare(1, self, other)

    def __eq__(self, other):
        return _compare(2, self, other)

    def __ne__(self, other):
        return _compare(3, self, other)

    def __gt__(self, other):
        return _compare(4, self, other)

    def __ge__(self, other):
        return _compare(5, self, other)

    def __neg__(self):
        return _unary(5, self)

    def __pos__(self):
        return _unary(6, self)

    def __invert__(self):
        return _unary(7, self)

    def __abs__(self):
        return _unary(8, self)

    def __add__(self, other):
        return _binary(0, self, other)

    def __radd__(self, other):
        return _binary(0, other, self)

    def __iadd__(self, other):
        return _binary(14, self, other)

    def __sub__(self, other):
        return _binary(1, self, other)

    def __rsub__(self, other):
        return _binary(1, other, self)

    def __isub__(self, other):
        return _binary(15, self, other)

    def __mul__(self, other):
        return _binary(2, self, other)

    def __rmul__(self, other):
        return _binary(2, other, self)

    def __imul__(self, other):
        return _binary(16, self, other)

    def __truediv__(self, other):
        return _binary(3, self, other)

    def __rtruediv__(self, other):
        return _binary(3, other, self)

    def __itruediv__(self, other):
        return _binary(17, self, other)

    def __floordiv__(self, other):
        return _binary(4, self, other)

    def __rfloordiv__(self, other):
        return _binary(4, other, self)

    def __ifloordiv__(self, other):
        return _binary(18, self, other)

    def __mod__(self, other):
        return _binary(5, self, other)

    def __rmod__(self, other):
        return _binary(5, other, self)

    def __imod__(self, other):
        return _binary(19, self, other)

    def __ipow__(self, other):
        return _binary(20, self, other)

    def __lshift__(self, other):
        return _binary(7, self, other)

    def __rlshift__(self, other):
        return _binary(7, other, self)

    def __ilshift__(self, other):
        return _binary(21, self, other)

    def __rshift__(self, other):
        return _binary(8, self, other)

    def __rrshift__(self, other):
        return _binary(8, other, self)

    def __irshift__(self, other):
        return _binary(22, self, other)

    def __and__(self, other):
        return _binary(9, self, other)

    def __rand__(self, other):
        return _binary(9, other, self)

    def __iand__(self, other):
        return _binary(23, self, other)

    def __or__(self, other):
        return _binary(10, self, other)

    def __ror__(self, other):
        return _binary(10, other, self)

    def __ior__(self, other):
        return _binary(24, self, other)

    def __xor__(self, other):
        return _binary(11, self, other)

    def __rxor__(self, other):
        return _binary(11, other, self)

    def __ixor__(self, other):
        return _binary(25, self, other)

    def __matmul__(self, other):
        return _binary(12, self, other)

    def __rmatmul__(self, other):
        return _binary(12, other, self)

    def __imatmul__(self, other):
        return _binary(26, self, other)

    def __divmod__(self, other):
        return _binary(13, self, other)

    def __rdivmod__(self, other):
        return _binary(13, other, self)

    def __pow__(self, other, modulus=None):
        if modulus is None:
            return _binary(6, self, other)
        return _c.power(self, other, modulus)

    def __rpow__(self, other):
        return _binary(6, other, self)


def _make_error(name, module, base):
    bases = (Error,) if base is Exception else (Error, base)
    return type(name, bases, {"__module__": module})


def _apply(function, args, keywords):
    return function(*args, **keywords)


_c.introduce(Object, Error, _make_error, _apply)


def import_module(name):
    """The module of CPython, imported there if need be."""
    return _c.import_module(name)


def to_cpython(value, copy=True):
    """A proxy of the value as CPython has it: a copy of a list, dict, set or bytearray, and of a
    numarray.ndarray as NumPy's. With copy=False NumPy's array shares the ndarray's memory."""
    if isinstance(value, Object):
        return value
    if hasattr(type(value), "__array_interface__"):
        numpy = import_module("numpy")
        return numpy.array(value) if copy else numpy.asarray(value)
    if not copy:
        raise TypeError(f"only arrays share their memory, not '{type(value).__name__}'")
    return _c.to_proxy(value)


def from_cpython(value, copy=True):
    """A copy, as a value of Hothouse, of what a proxy stands for, elements and all: arrays (NumPy's,
    and all that show their memory as such) become numarray.ndarrays. With copy=False an array's
    ndarray shares its memory."""
    if type(value) is not Object:
        return value
    if _c.is_array(value):
        import numarray
        view = _c.view_array(value, not copy)
        return numarray.array(view) if copy else view
    if not copy:
        raise TypeError("only arrays share their memory")
    return _c.from_proxy(value)


def is_same(a, b):
    """Do two proxies stand for the same object? (`is` compares the proxies.)"""
    return _c.same(a, b)


def traceback(exception):
    """The text of the traceback that CPython has for an exception; None if it has none."""
    original = getattr(exception, "cpython_exception", None)
    if original is None:
        return None
    return "".join(import_module("traceback").format_exception(original))
