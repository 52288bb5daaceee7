# numarray, part ndarray: the class - what an array is like, its elements and methods.


class ndarray(_Operators):
    __module__ = "numpy"
    __hash__ = None

    def __new__(cls, shape, dtype=float64):
        return empty(shape, dtype)

    # --- what it is like

    @property
    def shape(self):
        if self._nd == 1:
            return (self._n0,)
        return (self._n0, self._n1)

    @shape.setter
    def shape(self, shape):
        other = reshape(self, shape)
        _compute(self)
        if other._addr != self._addr:
            raise AttributeError("Incompatible shape for in-place modification. Use "
                                 "`.reshape()` to make a copy with the desired shape.")
        self._nd = other._nd
        self._n0 = other._n0
        self._s0 = other._s0
        self._n1 = other._n1
        self._s1 = other._s1

    @property
    def ndim(self):
        return self._nd

    @property
    def size(self):
        return self._n0 * self._n1

    @property
    def dtype(self):
        return _DTYPES[self._code]

    @property
    def itemsize(self):
        return _DTYPES[self._code]._size

    @property
    def nbytes(self):
        return self._n0 * self._n1 * _DTYPES[self._code]._size

    @property
    def strides(self):
        _compute(self)
        if self._nd == 1:
            return (self._s0,)
        return (self._s0, self._s1)

    # How other array libraries get at the elements: they share the memory.
    @property
    def __array_interface__(self):
        address = _c.share(self)
        return {"version": 3, "shape": self.shape, "strides": self.strides,
                "typestr": self.dtype.str, "data": (address, False)}

    @property
    def T(self):
        return transpose(self)

    def __len__(self):
        return self._n0

    def __iter__(self):
        i = 0
        while i < self._n0:
            yield self[i]
            i += 1

    def __repr__(self):
        return array_repr(self)

    def __str__(self):
        return array_str(self)

    def __bool__(self):
        if self._n0 * self._n1 == 1:
            return bool(self.item())
        if self._n0 * self._n1 == 0:
            return False
        raise ValueError("The truth value of an array with more than one element is ambiguous. "
                         "Use a.any() or a.all()")

    def __float__(self):
        return float(_only(self))

    def __int__(self):
        return int(_only(self))

    def __index__(self):
        raise TypeError("only integer scalar arrays can be converted to a scalar index")

    def __contains__(self, value):
        return (self == value).any()

    # --- elements

    def __getitem__(self, key):
        if type(key) is int:
            if self._nd == 1:
                n = self._n0
                i = key
                if i < 0:
                    i += n
                if 0 <= i < n:
                    address = self._addr
                    if address is None:
                        _compute(self)
                        address = self._addr
                    address += i * self._s0
                    code = self._code
                    if code == 0:
                        return _load_f64(address)
                    if code == 1:
                        return _load_i64(address)
                    return _load_byte(address) != 0
                raise IndexError(f"index {key} is out of bounds for axis 0 with size {n}")
        elif type(key) is tuple:
            if len(key) == 2 and self._nd == 2:
                i, j = key
                if type(i) is int and type(j) is int:
                    n = self._n0
                    if i < 0:
                        i += n
                    if not 0 <= i < n:
                        raise IndexError(f"index {key[0]} is out of bounds for axis 0 with size {n}")
                    n = self._n1
                    if j < 0:
                        j += n
                    if not 0 <= j < n:
                        raise IndexError(f"index {key[1]} is out of bounds for axis 1 with size {n}")
                    address = self._addr
                    if address is None:
                        _compute(self)
                        address = self._addr
                    address += i * self._s0 + j * self._s1
                    code = self._code
                    if code == 0:
                        return _load_f64(address)
                    if code == 1:
                        return _load_i64(address)
                    return _load_byte(address) != 0
        return _get(self, key)

    def __setitem__(self, key, value):
        if type(key) is int:
            if self._nd == 1:
                n = self._n0
                i = key
                if i < 0:
                    i += n
                if 0 <= i < n:
                    address = self._addr
                    if address is None:
                        _compute(self)
                        address = self._addr
                    if _load_i64(self._flag) != 0:
                        _before_write(self)
                    address += i * self._s0
                    code = self._code
                    if code == 0:
                        done = _store_f64(address, value)
                    elif code == 1:
                        done = _store_i64(address, value)
                    else:
                        done = _store_bool(address, value)
                    if done is NotImplemented:
                        _set(self, key, value)
                    return
                raise IndexError(f"index {key} is out of bounds for axis 0 with size {n}")
        elif type(key) is tuple:
            if len(key) == 2 and self._nd == 2:
                i, j = key
                if type(i) is int and type(j) is int:
                    n = self._n0
                    if i < 0:
                        i += n
                    if not 0 <= i < n:
                        raise IndexError(f"index {key[0]} is out of bounds for axis 0 with size {n}")
                    n = self._n1
                    if j < 0:
                        j += n
                    if not 0 <= j < n:
                        raise IndexError(f"index {key[1]} is out of bounds for axis 1 with size {n}")
                    address = self._addr
                    if address is None:
                        _compute(self)
                        address = self._addr
                    if _load_i64(self._flag) != 0:
                        _before_write(self)
                    address += i * self._s0 + j * self._s1
                    code = self._code
                    if code == 0:
                        done = _store_f64(address, value)
                    elif code == 1:
                        done = _store_i64(address, value)
                    else:
                        done = _store_bool(address, value)
                    if done is NotImplemented:
                        _set(self, key, value)
                    return
        _set(self, key, value)

    # --- methods

    def copy(self):
        return _materialized(_c.astype(self, self._code))

    def astype(self, dtype):
        return _materialized(_c.astype(self, _code_of(dtype)))

    def tolist(self):
        return _c.tolist(self)

    def item(self, *index):
        if not index:
            if self._n0 * self._n1 != 1:
                raise ValueError("can only convert an array of size 1 to a Python scalar")
            return self[0] if self._nd == 1 else self[0, 0]
        if len(index) == 1:
            return self.ravel()[index[0]]
        return self[index]

    def fill(self, value):
        _before_write(self)
        _assign(self, value)

    def reshape(self, *shape, order="C"):
        return reshape(self, shape[0] if len(shape) == 1 else shape, order)

    def ravel(self, order="C"):
        return ravel(self, order)

    def flatten(self, order="C"):
        return ravel(self, order).copy()

    def transpose(self, *axes):
        return transpose(self, axes[0] if len(axes) == 1 else axes or None)

    def sum(self, axis=None, dtype=None, out=None, keepdims=False):
        if axis is None and dtype is None and out is None and not keepdims:
            return _c.reduce(_SUM, self)
        return _shaped(_reduce(_SUM, _as_dtype(self, dtype), axis), self, _axis_of(self, axis),
                       keepdims, out)

    def min(self, axis=None, out=None, keepdims=False):
        return _extreme(_MIN, self, axis, out, keepdims, "minimum")

    def max(self, axis=None, out=None, keepdims=False):
        return _extreme(_MAX, self, axis, out, keepdims, "maximum")

    def any(self, axis=None, out=None, keepdims=False):
        count = _reduce(_SUM, self != 0 if self._code != 2 else self, axis)
        return _shaped(count != 0, self, _axis_of(self, axis), keepdims, out)

    def all(self, axis=None, out=None, keepdims=False):
        count = _reduce(_SUM, self == 0 if self._code != 2 else ~self, axis)
        return _shaped(count == 0, self, _axis_of(self, axis), keepdims, out)

    def mean(self, axis=None, dtype=None, out=None, keepdims=False):
        return _mean(self, axis, dtype, out, keepdims)

    def var(self, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
        return _var(_as_dtype(self, dtype), axis, ddof, out, keepdims)

    def std(self, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
        r = sqrt(_var(_as_dtype(self, dtype), axis, ddof, None, keepdims))
        return _shaped(r, self, axis, False, out)

    def argmax(self, axis=None, out=None, keepdims=False):
        return _arg_extreme(True, self, axis, out, keepdims)

    def argmin(self, axis=None, out=None, keepdims=False):
        return _arg_extreme(False, self, axis, out, keepdims)

    def prod(self, axis=None, dtype=None, out=None, keepdims=False):
        return _product_along(self, axis, dtype, out, keepdims)

    def cumsum(self, axis=None, dtype=None, out=None):
        return _cumulated(False, self, axis, dtype, out)

    def cumprod(self, axis=None, dtype=None, out=None):
        return _cumulated(True, self, axis, dtype, out)

    def dot(self, other):
        return dot(self, other)

    def clip(self, min=None, max=None):
        return clip(self, min, max)

    def sort(self, axis=-1, kind=None):
        _assign(self, sort(self, axis, kind))

    def argsort(self, axis=-1, kind=None):
        return argsort(self, axis, kind)

    def nonzero(self):
        return nonzero(self)

    def round(self, decimals=0):
        return round_(self, decimals)

    def tobytes(self):
        return _c.to_bytes(self)

    def conj(self):
        return self

    conjugate = conj

    @property
    def real(self):
        return self

    def view(self):
        return self[...]

    # --- what few programs use: functions of the module's late parts

    def repeat(self, repeats, axis=None):
        return _late("repeat")(self, repeats, axis)

    def searchsorted(self, v, side="left"):
        return _late("searchsorted")(self, v, side)

    def take(self, indices, axis=None):
        return _late("take")(self, indices, axis)

    def put(self, indices, values):
        _late("put")(self, indices, values)

    def compress(self, condition, axis=None):
        return _late("compress")(condition, self, axis)

    def ptp(self, axis=None):
        return _late("ptp")(self, axis)

    def squeeze(self, axis=None):
        return _late("squeeze")(self, axis)

    def swapaxes(self, axis1, axis2):
        return _late("swapaxes")(self, axis1, axis2)

    def diagonal(self, offset=0):
        return diag(self, offset)

    def trace(self, offset=0):
        return diag(self, offset).sum()

    @property
    def flat(self):
        return self.ravel()

    @property
    def flags(self):
        return _late("_Flags")(self)

    def __copy__(self):
        return self.copy()

    def __deepcopy__(self, memo):
        return self.copy()

    def __reduce_ex__(self, protocol):
        return array, (self.tolist(), self.dtype.str)


# A function of a part that is compiled on first use.
def _late(name):
    import sys
    return getattr(sys.modules["numarray"], name)


_late_parts = _c.late_parts


def __getattr__(name):
    global _late_parts
    if _late_parts is not None:
        import sys
        load = _late_parts
        _late_parts = None
        load(sys.modules["numarray"])()
        if name in globals():
            return globals()[name]
    raise AttributeError(f"module 'numarray' has no attribute {name!r}")


# The first instance teaches the class how many attributes are inline, the second has them so.
def _prototype():
    a = object.__new__(ndarray)
    a._addr = None
    a._code = 0
    a._nd = 1
    a._n0 = 0
    a._s0 = 8
    a._n1 = 1
    a._s1 = 0
    a._flag = 0
    a._owner = None
    return a


_prototype()
_c.setup(ndarray, _prototype())


def _materialized(a):
    _compute(a)
    return a


# In order, as NumPy multiplies; int64 wraps.
def _product(a):
    if a._code == 0:
        p = 1.0
        for i in range(a._n0):
            p *= a[i]
        return p
    p = 1
    for i in range(a._n0):
        p = (p * a[i] + 0x8000000000000000) % 0x10000000000000000 - 0x8000000000000000
    return p


def _only(a):
    if a._n0 * a._n1 != 1:
        raise TypeError("only size-1 arrays can be converted to Python scalars")
    return a.item()
