# A family of encodings that the C library's iconv knows.
from _multibytecodec import MultibyteCodec

_NAMES = """euc_kr cp949 johab""".split()


def getcodec(name):
    if name not in _NAMES:
        raise LookupError("no such codec is supported.")
    return MultibyteCodec(name)
