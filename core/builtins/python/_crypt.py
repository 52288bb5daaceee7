# Passwords by the system's libcrypt, called through ctypes.
import ctypes

try:
    _library = ctypes.CDLL("libcrypt.so.1", use_errno=True)
except OSError as e:
    raise ImportError(f"crypt needs the system's libcrypt: {e}") from None
_library.crypt.restype = ctypes.c_char_p


def crypt(word, salt, /):
    found = _library.crypt(word.encode(), salt.encode())
    if found is None:
        code = ctypes.get_errno()
        import os
        raise OSError(code, os.strerror(code))
    return found.decode()
