# What CPython's socket module is made of: the C library's sockets, or, where no C function can be
# called (in a browser), the little that asyncio's loop needs of them.
if _has_builtin_module("_ctypes"):
    from _socket_libc import *
else:
    from _socket_pipes import *
