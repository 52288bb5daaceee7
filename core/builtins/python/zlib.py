# Checksums. Compression is not there.
from _binary import adler32, crc32


class error(Exception):
    pass


def compress(data, level=-1, wbits=15):
    raise NotImplementedError("zlib.compress is not supported by Hothouse")


def decompress(data, wbits=15, bufsize=16384):
    raise NotImplementedError("zlib.decompress is not supported by Hothouse")


def compressobj(*args, **kwargs):
    raise NotImplementedError("zlib.compressobj is not supported by Hothouse")


def decompressobj(*args, **kwargs):
    raise NotImplementedError("zlib.decompressobj is not supported by Hothouse")


DEFLATED = 8
MAX_WBITS = 15
Z_BEST_COMPRESSION = 9
Z_DEFAULT_COMPRESSION = -1
