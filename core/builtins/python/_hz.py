# The encoding HZ, which the C library does not have: GB 2312 in seven bits between ~{ and ~}.
# Converters as those of _multibytecodec.py, whose head says what convert() answers.
from _multibytecodec import MultibyteCodec

_WRONG, _INCOMPLETE = 84, 22


class _Encoder:
    def __init__(self):
        self._double = False

    def convert(self, data):
        if data is None:
            end = b"~}" if self._double else b""
            self._double = False
            return end, 0, 0
        out = []
        for at in range(0, len(data), 4):
            c = int.from_bytes(data[at:at + 4], "little")
            try:
                pair = chr(c).encode("gb2312")
            except UnicodeEncodeError:
                return b"".join(out), at, _WRONG
            if len(pair) == 2:
                out.append(b"" if self._double else b"~{")
                out.append(bytes((pair[0] & 0x7f, pair[1] & 0x7f)))
            else:
                out.append(b"~}" if self._double else b"")
                out.append(b"~~" if pair == b"~" else pair)
            self._double = len(pair) == 2
        return b"".join(out), len(data), 0


class _Decoder:
    def __init__(self):
        self._double = False

    def convert(self, data):
        out = []
        at = 0
        n = len(data)
        code = 0
        while at < n and not code:
            c = data[at]
            follows = data[at + 1:at + 2]
            if c == 126:
                shift = follows == (b"}" if self._double else b"{")
                if shift:
                    self._double = not self._double
                elif follows == b"~" and not self._double:
                    out.append("~")
                elif follows != b"\n" or self._double:
                    code = _WRONG if follows else _INCOMPLETE
                    break
                at += 2
            elif c >= 128:
                code = _WRONG
            elif not self._double:
                out.append(chr(c))
                at += 1
            elif not follows:
                code = _INCOMPLETE
            else:
                try:
                    out.append(bytes((c | 0x80, follows[0] | 0x80)).decode("gb2312"))
                    at += 2
                except UnicodeDecodeError:
                    code = _WRONG
        return "".join(out).encode("utf-32-le"), at, code


class HzCodec(MultibyteCodec):
    def __init__(self, name):
        self._name = name

    def _encoder(self):
        return _Encoder()

    def _decoder(self):
        return _Decoder()
