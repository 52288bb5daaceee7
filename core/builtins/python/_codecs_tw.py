# A family of encodings that the C library's iconv knows.
from _multibytecodec import MultibyteCodec

_NAMES = """big5 cp950""".split()


def getcodec(name):
    if name not in _NAMES:
        raise LookupError("no such codec is supported.")
    return MultibyteCodec(name)
