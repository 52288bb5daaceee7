# The system's C library, for the modules that CPython writes in C over it (fcntl, termios, mmap,
# _socket, ...): reached through ctypes when the first function is called. Where there is no ctypes
# (in a browser) the importing module raises ImportError.
import ctypes
import posix
from _descriptor import number
from errno import EINTR

library = ctypes.CDLL(None, use_errno=True)
_results = {"p": ctypes.c_void_p, "n": ctypes.c_ssize_t, "i": ctypes.c_int, "q": ctypes.c_int64,
            "u": ctypes.c_uint}
_functions = {}


# The function `name`; kinds: its result and parameters, "i" int, "n" size, "q" off_t, "p" address
# or bytes, "u" unsigned int. Variadic ones are called like others on x86-64.
def function(name, kinds):
    found = _functions.get(name)
    if found is None:
        found = getattr(library, name)
        found.restype = _results[kinds[0]]
        found.argtypes = [_results[k] for k in kinds[1:]]
        _functions[name] = found
    return found


def raise_error(*names):
    code = ctypes.get_errno()
    raise OSError(code, posix.strerror(code), *names)


# Calls it: -1 is an error, and what a signal interrupted is begun again.
def call(name, kinds, *args):
    f = function(name, kinds)
    while True:
        result = f(*args)
        if result != -1:
            return result
        if ctypes.get_errno() != EINTR:
            raise_error()


# A C buffer that begins with those bytes.
def buffer(data, size=None):
    made = ctypes.create_string_buffer(max(1, len(data) if size is None else size))
    if data:
        ctypes.memmove(made, data, len(data))
    return made


# A C array over the memory of a writable object.
def writable(target):
    view = memoryview(target)
    return (ctypes.c_char * view.nbytes).from_buffer(target), view.nbytes
