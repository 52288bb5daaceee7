# The system's C library, for the modules that CPython writes in C over it (fcntl, termios, mmap,
# _socket, ...): reached through ctypes when the first function is called. Where there is no ctypes
# (in a browser) the importing module raises ImportError.
import _ctypes
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


# Calls a function that may wait: other threads run meanwhile, which a call of function()'s answer
# holds up. Bytes stay where they are.
def call_waiting(name, kinds, *args):
    kept = [_ctypes.pin(a) if isinstance(a, bytes) else None for a in args]
    numbers = tuple([int(a) if pin is None else _ctypes.data(pin)
                     for a, pin in zip(args, kept)])
    return _ctypes.invoke_waiting(function(name, kinds), kinds.translate(_letters), numbers)


_letters = str.maketrans("pnqu", "PllI")


# Calls it: -1 is an error, and what a signal interrupted is begun again.
def call(name, kinds, *args, waits=False):
    f = function(name, kinds)
    while True:
        result = call_waiting(name, kinds, *args) if waits else f(*args)
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
