# The encodings of Chinese, Japanese and Korean, by the C library's iconv.
import ctypes
import codecs
import _encodings
from _libc import buffer, function

_at = ctypes.addressof
# iconv's names where they are others.
_NAMES = {"cp949": "UHC", "cp950": "CP950", "big5hkscs": "BIG5-HKSCS", "euc_jis_2004": "EUC-JISX0213",
          "euc_jisx0213": "EUC-JISX0213", "shift_jis_2004": "SHIFT_JISX0213",
          "shift_jisx0213": "SHIFT_JISX0213", "gbk": "GBK", "gb18030": "GB18030",
          "johab": "JOHAB", "iso2022_jp": "ISO-2022-JP", "iso2022_jp_1": "ISO-2022-JP-1",
          "iso2022_jp_2": "ISO-2022-JP-2", "iso2022_jp_3": "ISO-2022-JP-3",
          "iso2022_jp_2004": "ISO-2022-JP-3", "iso2022_jp_ext": "ISO-2022-JP-2",
          "iso2022_kr": "ISO-2022-KR", "cp932": "CP932", "shift_jis": "SJIS", "euc_jp": "EUC-JP",
          "euc_kr": "EUC-KR", "gb2312": "GB2312", "big5": "BIG5"}


# One conversion of iconv, with its state.
class _Converter:
    def __init__(self, to, origin):
        self._handle = function("iconv_open", "ppp")(to.encode(), origin.encode())
        if self._handle is None or self._handle == (1 << 64) - 1:
            self._handle = None
            raise LookupError(f"the C library has no encoding {to if origin[:3] == 'UTF' else origin}")

    def __del__(self):
        if self._handle is not None:
            function("iconv_close", "ip")(self._handle)

    # (output, how much was read, 0 or errno: 84 wrong, 22 incomplete); None: the end, or from anew.
    def convert(self, data):
        out = []
        source = buffer(data or b"")
        where = buffer((_at(source)).to_bytes(8, "little"))
        left = buffer(len(data or b"").to_bytes(8, "little"))
        size = 4 * len(data or b"") + 64
        room = buffer(b"", size)
        target = buffer(_at(room).to_bytes(8, "little"))
        free = buffer(size.to_bytes(8, "little"))
        given = data is not None
        result = function("iconv", "nppppp")(
            self._handle, _at(where) if given else 0, _at(left) if given else 0, _at(target),
            _at(free))
        code = ctypes.get_errno() if result == -1 else 0
        made = room.raw[:size - int.from_bytes(free.raw, "little")]
        return made, len(data or b"") - int.from_bytes(left.raw, "little"), code


class MultibyteCodec:
    __module__ = "_multibytecodec"

    def __init__(self, name):
        self._name = name
        self._iconv = _NAMES.get(name, name.upper())  # asked for when it is used

    def _encoder(self):
        return _Converter(self._iconv, "UTF-32LE")

    def _decoder(self):
        return _Converter("UTF-32LE", self._iconv)

    def _encode(self, text, errors, converter):
        data = text.encode("utf-32-le", "surrogatepass")
        out, at = [], 0
        while at < len(data):
            made, read, code = converter.convert(data[at:])
            out.append(made)
            at += read
            if not code:
                break
            i = at // 4
            e = UnicodeEncodeError(self._name, text, i, i + 1, "illegal multibyte sequence")
            instead, i = _encodings._instead(e, errors, len(text), (str, bytes), "encoding error "
                                             "handler must return (str, int) tuple")
            if isinstance(instead, str):
                instead = self._encode(instead, "strict", converter)
            out.append(instead)
            at = 4 * i
        return b"".join(out)

    def encode(self, input, errors=None):
        if not isinstance(input, str):
            raise TypeError("couldn't convert the object to str.")
        converter = self._encoder()
        return (self._encode(input, errors or "strict", converter)
                + converter.convert(None)[0], len(input))

    # The text, and how many bytes at the end wait for others.
    def _decode(self, data, errors, final, converter):
        out, at = [], 0
        while at < len(data):
            made, read, code = converter.convert(data[at:])
            out.append(made.decode("utf-32-le", "surrogatepass"))
            at += read
            if not code:
                break
            if code == 22 and not final:
                return "".join(out), len(data) - at
            end = len(data) if code == 22 else at + 1
            reason = "incomplete multibyte sequence" if code == 22 else "illegal multibyte sequence"
            instead, at, data = _encodings.bad_bytes(self._name, data, at, end, reason, errors)
            out.append(instead)
        return "".join(out), 0

    def decode(self, input, errors=None):
        data = bytes(memoryview(input))
        converter = self._decoder()
        return self._decode(data, errors or "strict", True, converter)[0], len(data)


class MultibyteIncrementalEncoder(codecs.IncrementalEncoder):
    def __init__(self, errors="strict"):
        self.errors = errors
        self.reset()

    def reset(self):
        self._converter = self.codec._encoder()

    def encode(self, input, final=False):
        made = self.codec._encode(input, self.errors, self._converter)
        return made + self._converter.convert(None)[0] if final else made


class MultibyteIncrementalDecoder(codecs.IncrementalDecoder):
    def __init__(self, errors="strict"):
        self.errors = errors
        self.reset()

    def reset(self):
        self._rest = b""
        self._converter = self.codec._decoder()

    def decode(self, input, final=False):
        data = self._rest + bytes(memoryview(input))
        text, waits = self.codec._decode(data, self.errors, final, self._converter)
        self._rest = data[len(data) - waits:] if waits else b""
        return text

    def getstate(self):
        return self._rest, 0

    def setstate(self, state):
        self._rest = state[0]


# The encodings package mixes them with codecs.StreamReader and StreamWriter, which do the work.
class MultibyteStreamReader:
    pass


class MultibyteStreamWriter:
    pass
