# Encodings by name; what bytes and str can do.
BOM_UTF8 = b"\xef\xbb\xbf"
BOM_UTF16_LE = BOM_LE = BOM = BOM_UTF16 = b"\xff\xfe"
BOM_UTF16_BE = BOM_BE = b"\xfe\xff"
BOM_UTF32_LE = BOM_UTF32 = b"\xff\xfe\x00\x00"
BOM_UTF32_BE = b"\x00\x00\xfe\xff"


class CodecInfo(tuple):
    def __new__(cls, encode, decode, streamreader=None, streamwriter=None,
                incrementalencoder=None, incrementaldecoder=None, name=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.encode = encode
        self.decode = decode
        self.name = name
        self.streamreader = streamreader
        self.streamwriter = streamwriter
        self.incrementalencoder = incrementalencoder
        self.incrementaldecoder = incrementaldecoder
        return self


def encode(obj, encoding="utf-8", errors="strict"):
    name = encoding.lower().replace("_", "-")
    if name == "rot13" or name == "rot-13":
        return obj.translate(_rot13())
    if name == "hex":
        import binascii
        return binascii.hexlify(obj)
    if name == "base64":
        import binascii
        return binascii.b2a_base64(obj)
    return obj.encode(encoding, errors)


def decode(obj, encoding="utf-8", errors="strict"):
    name = encoding.lower().replace("_", "-")
    if name == "rot13" or name == "rot-13":
        return obj.translate(_rot13())
    if name == "hex":
        import binascii
        return binascii.unhexlify(obj)
    if name == "base64":
        import binascii
        return binascii.a2b_base64(obj)
    return bytes(obj).decode(encoding, errors)


def _rot13():
    table = {}
    for first in (65, 97):
        for i in range(26):
            table[first + i] = first + (i + 13) % 26
    return table


def lookup(encoding):
    "".encode(encoding)
    name = encoding.lower().replace("_", "-")
    name = {"utf8": "utf-8", "latin-1": "iso8859-1", "latin1": "iso8859-1",
            "us-ascii": "ascii"}.get(name, name)

    def encoder(text, errors="strict"):
        return text.encode(encoding, errors), len(text)

    def decoder(data, errors="strict"):
        return bytes(data).decode(encoding, errors), len(data)
    return CodecInfo(encoder, decoder, name=name)


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def escape_decode(data, errors="strict"):
    return eval('b"' + data.decode("latin-1").replace('"', '\\"') + '"'), len(data)


def escape_encode(data, errors="strict"):
    return repr(bytes(data))[2:-1].encode(), len(data)


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    import io
    return io.open(filename, mode, encoding=encoding, errors=errors)


def register_error(name, handler):
    raise NotImplementedError("codecs.register_error is not supported by Hothouse")


def lookup_error(name):
    raise LookupError(f"unknown error handler name '{name}'")
