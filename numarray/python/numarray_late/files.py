# numarray, late part files: arrays in .npy files, in text, and in bytes.


def _opened(file, mode):
    if hasattr(file, "read") or hasattr(file, "write"):
        return file, False
    if hasattr(file, "__fspath__"):
        file = file.__fspath__()
    return open(file, mode), True


def save(file, arr):
    arr = asarray(arr)
    if isinstance(file, str) and not file.endswith(".npy"):
        file += ".npy"
    header = (f"{{'descr': '{arr.dtype.str}', 'fortran_order': False, 'shape': {arr.shape!r}, }}")
    # The elements begin at a multiple of 64 bytes.
    header += " " * (-(len(header) + 11) % 64) + "\n"
    f, is_ours = _opened(file, "wb")
    try:
        f.write(b"\x93NUMPY\x01\x00" + len(header).to_bytes(2, "little") + header.encode("latin1"))
        f.write(arr.tobytes())
    finally:
        if is_ours:
            f.close()


def load(file):
    f, is_ours = _opened(file, "rb")
    try:
        data = f.read()
    finally:
        if is_ours:
            f.close()
    if data[:6] != b"\x93NUMPY":
        if data[:2] == b"PK":
            raise NotImplementedError("numarray: .npz files")
        raise ValueError("numarray: not a .npy file")
    if data[6] == 1:
        start, size = 10, int.from_bytes(data[8:10], "little")
    else:
        start, size = 12, int.from_bytes(data[8:12], "little")
    import ast
    header = ast.literal_eval(data[start:start + size].decode("latin1"))
    descr = header["descr"]
    if descr not in _NAMES:
        raise NotImplementedError(f"numarray: arrays of dtype {descr!r}; there are float64, int64 "
                                  "and bool")
    shape = header["shape"]
    if not 1 <= len(shape) <= 2:
        raise NotImplementedError(_MORE)
    count = 1
    for n in shape:
        count *= n
    a = _c.from_bytes(data, _NAMES[descr], count, start + size)
    return a.reshape(shape, order="F" if header["fortran_order"] else "C")


def frombuffer(buffer, dtype=float64, count=-1, offset=0):
    code = _code_of(dtype)
    data = buffer if isinstance(buffer, bytes) else bytes(buffer)
    item = _DTYPES[code]._size
    if count < 0:
        if (len(data) - offset) % item:
            raise ValueError("buffer size must be a multiple of element size")
        count = (len(data) - offset) // item
    return _c.from_bytes(data, code, count, offset)


def fromstring(string, dtype=float64, count=-1, sep=""):
    if not sep:
        raise ValueError("The binary mode of fromstring is removed, use frombuffer instead")
    words = string.split() if sep.isspace() else string.split(sep)
    convert = float if _code_of(dtype) == 0 else int
    return array([convert(w) for w in words if w.strip()], dtype)


def _number_text(fmt, x):
    return fmt % x


def savetxt(fname, X, fmt="%.18e", delimiter=" ", newline="\n", header="", footer="", comments="# "):
    X = asarray(X)
    rows = X.reshape(-1, 1) if X._nd == 1 else X
    f, is_ours = _opened(fname, "w")
    try:
        if header:
            f.write(comments + header.replace("\n", "\n" + comments) + newline)
        for row in rows.tolist():
            f.write(delimiter.join([_number_text(fmt, x) for x in row]) + newline)
        if footer:
            f.write(comments + footer.replace("\n", "\n" + comments) + newline)
    finally:
        if is_ours:
            f.close()


def loadtxt(fname, dtype=float64, comments="#", delimiter=None, skiprows=0, usecols=None,
            unpack=False):
    f, is_ours = _opened(fname, "r") if not isinstance(fname, list) else (fname, False)
    convert = float if _code_of(dtype) == 0 else int
    rows = []
    try:
        for k, line in enumerate(f):
            if k < skiprows:
                continue
            if comments and comments in line:
                line = line[:line.index(comments)]
            words = line.split(delimiter)
            if not line.strip():
                continue
            if usecols is not None:
                words = [words[i] for i in ((usecols,) if isinstance(usecols, int) else usecols)]
            rows.append([convert(w) for w in words])
            if len(rows[-1]) != len(rows[0]):
                raise ValueError(f"the number of columns changed from {len(rows[0])} to "
                                 f"{len(rows[-1])} at row {len(rows)}; use `usecols` to select a "
                                 "subset and avoid this error")
    finally:
        if is_ours:
            f.close()
    if not rows:
        return _c.empty(_code_of(dtype), 1, 0, 1)
    a = array(rows, dtype)
    if a._n0 == 1 or a._n1 == 1:
        a = a.ravel()
    return a.T if unpack else a
