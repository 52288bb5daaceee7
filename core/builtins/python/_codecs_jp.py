# A family of encodings that the C library's iconv knows.
from _multibytecodec import MultibyteCodec

_NAMES = """shift_jis cp932 euc_jp shift_jis_2004 euc_jis_2004 euc_jisx0213 shift_jisx0213""".split()


def getcodec(name):
    if name not in _NAMES:
        raise LookupError("no such codec is supported.")
    return MultibyteCodec(name)
