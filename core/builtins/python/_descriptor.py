# The number of an open file: an int, or what its fileno() says.
def number(file):
    if isinstance(file, int):
        fd = file
    else:
        ask = getattr(file, "fileno", None)
        if ask is None:
            raise TypeError("argument must be an int, or have a fileno() method.")
        fd = ask()
        if not isinstance(fd, int):
            raise TypeError("fileno() returned a non-integer")
    if fd < 0:
        raise ValueError(f"file descriptor cannot be a negative integer ({fd})")
    if fd > 0x7fffffff:
        raise OverflowError("Python int too large to convert to C int")
    return int(fd)
