# BLAKE2's objects: hashlib's blake2b and blake2s with their parameters.
import _binary
from hashlib import _message

# Of the word's size: what the parameter block holds at which size.
_WORDS = {"blake2b": 8, "blake2s": 4}


def _within(name, value, low, high):
    value = value.__index__()
    if not low <= value <= high:
        raise ValueError(f"{name} must be between {low} and {high}")
    return value


def _unsigned(name, value, bits):
    value = value.__index__()
    if value < 0:
        raise ValueError("value must be positive")
    if value >> bits:
        raise OverflowError(name + " is too large")
    return value


def _short(name, value, limit):
    value = bytes(memoryview(value))
    if len(value) > limit:
        raise ValueError(f"maximum {name} length is {limit} bytes")
    return value


class _Blake2:
    __module__ = "_blake2"
    __slots__ = ("_parameters", "_data", "_last_node")

    def __new__(cls, data=b"", /, *, digest_size=None, key=b"", salt=b"", person=b"", fanout=1,
                depth=1, leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False,
                usedforsecurity=True):
        word = _WORDS[cls.name]
        most = word * 8
        digest_size = most if digest_size is None else digest_size.__index__()
        if not 1 <= digest_size <= most:
            raise ValueError(f"digest_size must be between 1 and {most} bytes")
        salt = _short("salt", salt, 2 * word)
        person = _short("person", person, 2 * word)
        fanout = _within("fanout", fanout, 0, 255)
        depth = _within("depth", depth, 1, 255)
        leaf_size = _unsigned("leaf_size", leaf_size, 32)
        node_offset = _unsigned("node_offset", node_offset, 64 if word == 8 else 48)
        node_depth = _within("node_depth", node_depth, 0, 255)
        if not 0 <= inner_size.__index__() <= most:
            raise ValueError(f"inner_size must be between 0 and is {most}")
        key = _short("key", key, most)
        self = object.__new__(cls)
        self._parameters = (
            bytes([digest_size, len(key), fanout, depth]) + leaf_size.to_bytes(4, "little")
            + node_offset.to_bytes(8 if word == 8 else 6, "little")
            + bytes([node_depth, inner_size]) + bytes(14 if word == 8 else 0)
            + salt.ljust(2 * word, b"\0") + person.ljust(2 * word, b"\0"))
        self._last_node = bool(last_node)
        self._data = bytearray(key.ljust(16 * word, b"\0") if key else b"")
        self._data += _message(data)
        return self

    @property
    def block_size(self):
        return 16 * _WORDS[self.name]

    @property
    def digest_size(self):
        return self._parameters[0]

    def update(self, data, /):
        self._data += _message(data)

    def digest(self):
        return _binary.blake2(self._data, self._parameters, self._last_node)

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        other = object.__new__(type(self))
        other._parameters = self._parameters
        other._last_node = self._last_node
        other._data = self._data[:]
        return other

    def __init_subclass__(cls):
        if cls.__module__ != "_blake2":
            raise TypeError(f"type '_blake2.{cls.__base__.__name__}' is not an acceptable base type")

    def __reduce_ex__(self, protocol):
        raise TypeError(f"cannot pickle '_blake2.{type(self).__name__}' object")


class blake2b(_Blake2):
    """Return a new BLAKE2b hash object."""
    __module__ = "_blake2"
    __slots__ = ()
    name = "blake2b"
    SALT_SIZE = PERSON_SIZE = 16
    MAX_KEY_SIZE = MAX_DIGEST_SIZE = 64


class blake2s(_Blake2):
    """Return a new BLAKE2s hash object."""
    __module__ = "_blake2"
    __slots__ = ()
    name = "blake2s"
    SALT_SIZE = PERSON_SIZE = 8
    MAX_KEY_SIZE = MAX_DIGEST_SIZE = 32
