from operator import *


def _compare_digest(a, b, /):
    if isinstance(a, str) and isinstance(b, str):
        if not (a.isascii() and b.isascii()):
            raise TypeError("comparing strings with non-ASCII characters is not supported")
        return str(a) == str(b)
    a_bytes, b_bytes = _buffer(a), _buffer(b)
    if a_bytes is b_bytes is None:
        raise TypeError("unsupported operand types(s) or combination of types: "
                        f"'{type(a).__name__}' and '{type(b).__name__}'")
    for v, made in ((a, a_bytes), (b, b_bytes)):
        if made is None:
            raise TypeError(f"a bytes-like object is required, not '{type(v).__name__}'")
    return bytes(a_bytes) == bytes(b_bytes)


def _buffer(v):
    try:
        return memoryview(v)
    except TypeError:
        return None
