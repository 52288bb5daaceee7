# A family of encodings that the C library's iconv knows.
from _multibytecodec import MultibyteCodec

_NAMES = """iso2022_jp iso2022_jp_1 iso2022_jp_2 iso2022_jp_2004 iso2022_jp_3 iso2022_jp_ext iso2022_kr""".split()


def getcodec(name):
    if name not in _NAMES:
        raise LookupError("no such codec is supported.")
    return MultibyteCodec(name)
