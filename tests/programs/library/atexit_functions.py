import errno, signal, atexit
atexit.register(print,"bye"); print(errno.ENOENT)
