# The module io, and open(). Neighbours: _io.py and _io_buffered.py (binary files), _io_wrapper.py
# (text files), _io_text.py (text in memory).
from _io import (DEFAULT_BUFFER_SIZE, SEEK_CUR, SEEK_END, SEEK_SET, BufferedIOBase, BytesIO, FileIO,
                 IOBase, RawIOBase, UnsupportedOperation, WholeFile, _flush_all,
                 _shows_unclosed)
from _io_buffered import BufferedRandom, BufferedReader, BufferedRWPair, BufferedWriter
from _io_text import IncrementalNewlineDecoder, StringIO, TextIOBase
from _io_wrapper import TextIOWrapper
import atexit
import sys

__all__ = ["BlockingIOError", "open", "open_code", "IOBase", "RawIOBase", "FileIO", "BytesIO",
           "StringIO", "BufferedIOBase", "BufferedReader", "BufferedWriter", "BufferedRWPair",
           "BufferedRandom", "TextIOBase", "TextIOWrapper", "UnsupportedOperation", "SEEK_SET",
           "SEEK_CUR", "SEEK_END"]
BlockingIOError = BlockingIOError
_CHUNK = 1 << 16


def text_encoding(encoding, stacklevel=2):
    return "locale" if encoding is None else encoding


# Modes that have been checked.
_checked = {}


def _check_mode(mode, encoding, errors, newline):
    if mode not in _checked:
        _check_letters(mode)
        _checked[mode] = mode.replace("t", "").replace("b", "")
    if "b" in mode:
        if encoding is not None:
            raise ValueError("binary mode doesn't take an encoding argument")
        if errors is not None:
            raise ValueError("binary mode doesn't take an errors argument")
        if newline is not None:
            raise ValueError("binary mode doesn't take a newline argument")
    return _checked[mode]


def _check_letters(mode):
    if any([c not in "rwaxbt+" for c in mode]) or len(mode) > len(set(mode)):
        raise ValueError(f"invalid mode: {mode!r}")
    if "b" in mode and "t" in mode:
        raise ValueError("can't have text and binary mode at once")
    if len([c for c in mode if c in "rwax"]) > 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    if not any([c in "rwax" for c in mode]):
        raise ValueError("Must have exactly one of create/read/write/append mode and at most one "
                         "plus")


# The built-in open() calls it. The name io.open is the built-in itself, which no class binds.
def _open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True,
         opener=None):
    if not isinstance(file, (str, bytes, int)):
        kind = type(file)
        file = _path_text(file)
        if not isinstance(file, (str, bytes)):
            raise TypeError(f"expected {kind.__name__}.__fspath__() to return str or bytes, not "
                            f"{type(file).__name__}")
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    if not isinstance(buffering, int):
        raise TypeError(f"'{type(buffering).__name__}' object cannot be interpreted as an integer")
    plain = _check_mode(mode, encoding, errors, newline)
    try:
        raw = FileIO(file, plain, closefd, opener)
    except OSError as e:
        if e.errno != 38:
            raise
        raw = WholeFile(file, plain)
    try:
        layers = _layers(raw, file, mode, buffering, encoding, errors, newline)
        if closefd and _shows_unclosed():
            _note_finalizable(layers)
        return layers
    except BaseException:
        raw.close()
        raise


def _layers(raw, file, mode, buffering, encoding, errors, newline):
    binary = "b" in mode
    if buffering == 0:
        if not binary:
            raise ValueError("can't have unbuffered text I/O")
        return raw
    line_buffering = buffering == 1 and not binary
    if buffering == 1 and binary:
        import _warnings
        _warnings.warn("line buffering (buffering=1) isn't supported in binary mode, the default "
                      "buffer size will be used", RuntimeWarning, 4)
    if buffering < 0 and not binary and (isinstance(file, int) or str(file).startswith("/dev/")):
        line_buffering = raw.isatty()
    size = raw._blksize if buffering < 2 else buffering
    if "+" in mode:
        buffer = BufferedRandom(raw, size)
    elif raw.readable():
        buffer = BufferedReader(raw, max(size, _CHUNK) if buffering < 2 else size)
    else:
        buffer = BufferedWriter(raw, size)
    if binary:
        return buffer
    text = TextIOWrapper(buffer, encoding, errors, newline, line_buffering)
    text.mode = mode
    return text


from builtins import open


@staticmethod
def open_code(path):
    return open(path, "rb")


atexit.register(_flush_all)


# The module of C that pickles and programs know these names by.
def _complete_module():
    import _io
    for name in __all__ + ["DEFAULT_BUFFER_SIZE", "IncrementalNewlineDecoder", "text_encoding"]:
        if name not in ("SEEK_SET", "SEEK_CUR", "SEEK_END", "IOBase", "RawIOBase",
                        "BufferedIOBase", "TextIOBase"):
            setattr(_io, name, globals()[name])


_complete_module()
if "_sys" in sys.modules:
    from _sys import _complete_streams
    _complete_streams()
