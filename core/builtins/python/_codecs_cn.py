# A family of encodings that the C library's iconv knows.
from _multibytecodec import MultibyteCodec

_NAMES = """gb2312 gbk gb18030 hz""".split()


def getcodec(name):
    if name not in _NAMES:
        raise LookupError("no such codec is supported.")
    if name == "hz":
        from _hz import HzCodec
        return HzCodec(name)
    return MultibyteCodec(name)
