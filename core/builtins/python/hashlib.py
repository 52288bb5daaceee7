# Digests. The algorithms are in C++ (_binary); an object here gathers the message, and its digest
# is made from all of it. BLAKE2's objects, which have parameters, are in _blake2.
import _binary

__always_supported = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s",
                      "sha3_224", "sha3_256", "sha3_384", "sha3_512", "shake_128", "shake_256")
algorithms_guaranteed = set(__always_supported)
algorithms_available = set(__always_supported)
__all__ = __always_supported + ("new", "algorithms_guaranteed", "algorithms_available",
                                "pbkdf2_hmac", "file_digest", "scrypt")

# Bytes of the digest and of a block.
_SIZES = {"md5": (16, 64), "sha1": (20, 64), "sha224": (28, 64), "sha256": (32, 64),
          "sha384": (48, 128), "sha512": (64, 128), "sha3_224": (28, 144), "sha3_256": (32, 136),
          "sha3_384": (48, 104), "sha3_512": (64, 72), "shake_128": (0, 168), "shake_256": (0, 136),
          "blake2b": (64, 128), "blake2s": (32, 64)}


def _message(data):
    if isinstance(data, (bytes, bytearray)):
        return data
    if isinstance(data, str):
        raise TypeError("Strings must be encoded before hashing")
    try:
        view = memoryview(data)
    except TypeError:
        raise TypeError("object supporting the buffer API required") from None
    if view.ndim > 1:
        raise BufferError("Buffer must be single dimension")
    return view


def _password(data):
    if isinstance(data, (bytes, bytearray)):
        return data
    return bytes(memoryview(data))


def _made(cls, name, data):
    h = object.__new__(cls)
    h._name = name
    h._data = bytearray(_message(data))
    return h


class HASH:
    __module__ = "_hashlib"
    __slots__ = ("_name", "_data")

    def __new__(cls, *args, **kwargs):
        raise TypeError(f"cannot create '_hashlib.{cls.__name__}' instances")

    @property
    def name(self):
        return self._name

    @property
    def digest_size(self):
        return _SIZES[self._name][0]

    @property
    def block_size(self):
        return _SIZES[self._name][1]

    def update(self, obj, /):
        self._data += _message(obj)

    def digest(self):
        return _binary.digest(self._name, self._data)

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        return _made(type(self), self._name, self._data)

    def __reduce_ex__(self, protocol):
        raise TypeError(f"cannot pickle '_hashlib.{type(self).__name__}' object")

    def __repr__(self):
        return f"<{self._name} _hashlib.{type(self).__name__} object @ {id(self):#x}>"


class HASHXOF(HASH):
    __module__ = "_hashlib"
    __slots__ = ()

    def digest(self, length):
        length = length.__index__()
        if length < 0:
            raise ValueError("value must be positive")
        if length >= 1 << 29:
            raise ValueError("length is too large")
        return _binary.shake(int(self._name[6:]), self._data, length)

    def hexdigest(self, length):
        return self.digest(length).hex()


def md5(string=b"", *, usedforsecurity=True):
    return _made(HASH, "md5", string)


def sha1(string=b"", *, usedforsecurity=True):
    return _made(HASH, "sha1", string)


def sha224(string=b"", *, usedforsecurity=True):
    return _made(HASH, "sha224", string)


def sha256(string=b"", *, usedforsecurity=True):
    return _made(HASH, "sha256", string)


def sha384(string=b"", *, usedforsecurity=True):
    return _made(HASH, "sha384", string)


def sha512(string=b"", *, usedforsecurity=True):
    return _made(HASH, "sha512", string)


def sha3_224(string=b"", *, usedforsecurity=True):
    return _made(HASH, "sha3_224", string)


def sha3_256(string=b"", *, usedforsecurity=True):
    return _made(HASH, "sha3_256", string)


def sha3_384(string=b"", *, usedforsecurity=True):
    return _made(HASH, "sha3_384", string)


def sha3_512(string=b"", *, usedforsecurity=True):
    return _made(HASH, "sha3_512", string)


def shake_128(string=b"", *, usedforsecurity=True):
    return _made(HASHXOF, "shake_128", string)


def shake_256(string=b"", *, usedforsecurity=True):
    return _made(HASHXOF, "shake_256", string)


_CONSTRUCTORS = {_f.__name__: _f for _f in (
    md5, sha1, sha224, sha256, sha384, sha512, sha3_224, sha3_256, sha3_384, sha3_512, shake_128,
    shake_256)}
for _f in _CONSTRUCTORS.values():
    _f.__name__ = _f.__qualname__ = "openssl_" + _f.__name__
    _f.__module__ = "_hashlib"
del _f

# Constructors by name that come before the ones here.
__builtin_constructor_cache = {}


def __get_builtin_constructor(name):
    known = __builtin_constructor_cache.get(name)
    if known is not None:
        return known
    plain = name.lower().replace("-", "_") if isinstance(name, str) else name
    if plain in ("sha_1", "sha_224", "sha_256", "sha_384", "sha_512"):
        plain = plain.replace("_", "")
    if plain not in _SIZES:
        raise ValueError("unsupported hash type " + name)
    return _CONSTRUCTORS.get(plain) or __getattr__(plain)


def new(name, data=b"", **kwargs):
    if not isinstance(name, str):
        raise TypeError("name must be a string")
    return __get_builtin_constructor(name)(data, **kwargs)


def file_digest(fileobj, digest, /, *, _bufsize=2**18):
    h = new(digest) if isinstance(digest, str) else digest()
    if hasattr(fileobj, "getbuffer"):
        h.update(fileobj.getbuffer())
        return h
    if not (hasattr(fileobj, "readinto") and hasattr(fileobj, "readable") and fileobj.readable()):
        raise ValueError(f"'{fileobj!r}' is not a file-like object in binary reading mode.")
    buffer = bytearray(_bufsize)
    view = memoryview(buffer)
    while True:
        size = fileobj.readinto(buffer)
        if size == 0:
            return h
        h.update(view[:size])


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    if not isinstance(hash_name, str):
        raise TypeError("pbkdf2_hmac() argument 'hash_name' must be str, not "
                        + type(hash_name).__name__)
    password, salt = _password(password), _password(salt)
    name = hash_name.lower().replace("-", "_")
    if name not in _SIZES:
        name = name.replace("_", "")
    if name not in _SIZES or name.startswith("shake"):
        raise ValueError("[digital envelope routines] unsupported")
    size, block = _SIZES[name]
    iterations = iterations.__index__()
    dklen = size if dklen is None else dklen.__index__()
    if iterations < 1:
        raise ValueError("iteration value must be greater than 0.")
    if iterations >= 1 << 63:
        raise OverflowError("Python int too large to convert to C long")
    if dklen < 1:
        raise ValueError("key length must be greater than 0.")
    if dklen >= 1 << 63:
        raise OverflowError("Python int too large to convert to C long")
    return _binary.pbkdf2(name, block, password, salt, iterations, dklen)


def scrypt(password, *, salt=None, n=None, r=None, p=None, maxmem=0, dklen=64):
    password = _password(password)
    if salt is None:
        raise TypeError("salt is required")
    salt = _password(salt)
    for name, value in (("n", n), ("r", r), ("p", p)):
        if not isinstance(value, int) or not 0 <= value < 1 << 64:
            raise TypeError(name + " is required and must be an unsigned int")
        if name == "n" and (n < 2 or n & n - 1):
            raise ValueError("n must be a power of 2.")
    if not 0 <= maxmem <= 0x7FFFFFFF:
        raise ValueError("maxmem must be positive and smaller than 2147483647")
    if not 1 <= dklen <= 0x7FFFFFFF:
        raise ValueError("dklen must be greater than 0 and smaller than 2147483647")
    if r < 1 or p < 1 or p > 0x3FFFFFFF // r:
        raise ValueError("Invalid parameter combination for n, r, p, maxmem.")
    if 128 * r * (n + p + 2) > (maxmem or 1 << 25):
        raise ValueError("[digital envelope routines] memory limit exceeded")
    return _binary.scrypt(password, salt, n, r, p, dklen)


def __getattr__(name):
    if name == "blake2b" or name == "blake2s":
        import _blake2
        return getattr(_blake2, name)
    raise AttributeError(f"module 'hashlib' has no attribute '{name}'")
