# Compression by the system's liblzma, called through ctypes.
import ctypes
import struct

from _compression_streams import Compressor, Decompressor, as_bytes

try:
    _library = ctypes.CDLL("liblzma.so.5")
except OSError as e:
    raise ImportError(f"lzma needs the system's liblzma: {e}") from None

FORMAT_AUTO, FORMAT_XZ, FORMAT_ALONE, FORMAT_RAW = range(4)
CHECK_NONE, CHECK_CRC32, CHECK_CRC64, CHECK_SHA256, CHECK_ID_MAX, CHECK_UNKNOWN = 0, 1, 4, 10, 15, 16
FILTER_LZMA1, FILTER_LZMA2, FILTER_DELTA, FILTER_X86 = 0x4000000000000001, 33, 3, 4
FILTER_POWERPC, FILTER_IA64, FILTER_ARM, FILTER_ARMTHUMB, FILTER_SPARC = 5, 6, 7, 8, 9
MF_HC3, MF_HC4, MF_BT2, MF_BT3, MF_BT4 = 3, 4, 18, 19, 20
MODE_FAST, MODE_NORMAL = 1, 2
PRESET_DEFAULT, PRESET_EXTREME = 6, 1 << 31
_NO_LIMIT = (1 << 64) - 1
_BRANCH = (FILTER_X86, FILTER_POWERPC, FILTER_IA64, FILTER_ARM, FILTER_ARMTHUMB, FILTER_SPARC)


class LZMAError(Exception):
    __module__ = "_lzma"


_REASONS = {6: "Memory usage limit exceeded", 7: "Input format not supported by decoder",
            8: "Invalid or unsupported options", 9: "Corrupt input data",
            10: "Insufficient buffer space", 11: "Internal error"}


# Its answer; an error is raised.
def _check(code):
    if code in (0, 1, 2, 4):
        return code
    if code == 3:
        raise LZMAError("Unsupported integrity check")
    if code == 5:
        raise MemoryError
    raise LZMAError(_REASONS.get(code, f"Unrecognized error from liblzma: {code}"))


class _Stream(ctypes.Structure):
    _fields_ = [("next_in", ctypes.c_void_p), ("avail_in", ctypes.c_size_t),
                ("total_in", ctypes.c_uint64), ("next_out", ctypes.c_void_p),
                ("avail_out", ctypes.c_size_t), ("total_out", ctypes.c_uint64),
                ("rest", ctypes.c_uint64 * 11)]


class _Filter(ctypes.Structure):
    _fields_ = [("id", ctypes.c_uint64), ("options", ctypes.c_void_p)]


def _call(name, *args):
    return getattr(_library, name)(*args)


def _u32(value):
    if not isinstance(value, int):
        raise TypeError(f"an integer is required (got type {type(value).__name__})")
    if value < 0 or value >> 32:
        raise OverflowError("Value too large for uint32_t type")
    return value


def _preset(preset):
    made = ctypes.create_string_buffer(128)
    if _call("lzma_lzma_preset", made, ctypes.c_uint32(preset)):
        raise LZMAError(f"Invalid compression preset: {preset}")
    return made


_LZMA_OPTIONS = {"dict_size": 0, "lc": 20, "lp": 24, "pb": 28, "mode": 32, "nice_len": 36, "mf": 40,
                 "depth": 44}


def _options(spec):
    kind = spec["id"]
    given = {k: v for k, v in spec.items() if k != "id"}
    if kind in (FILTER_LZMA1, FILTER_LZMA2):
        made = _preset(_u32(given.pop("preset", PRESET_DEFAULT)))
        places, name = _LZMA_OPTIONS, "LZMA"
    elif kind == FILTER_DELTA:
        made = ctypes.create_string_buffer(64)
        struct.pack_into("II", made, 0, 0, 1)
        places, name = {"dist": 4}, "delta"
    elif kind in _BRANCH:
        made = ctypes.create_string_buffer(16)
        places, name = {"start_offset": 0}, "BCJ"
    else:
        raise ValueError(f"Invalid filter ID: {kind}")
    for key, value in given.items():
        if key not in places:
            raise ValueError(f"Invalid filter specifier for {name} filter")
        ctypes.memmove(ctypes.addressof(made) + places[key], struct.pack("I", _u32(value)), 4)
    return made


# A C array of filters, and what it points to.
def _filters(chain):
    if len(chain) > 4:
        raise ValueError("Too many filters - liblzma supports a maximum of 4")
    made = (_Filter * (len(chain) + 1))()
    kept = []
    for i, spec in enumerate(chain):
        if not hasattr(spec, "keys"):
            raise TypeError("Filter specifier must be a dict or dict-like object")
        if "id" not in spec:
            raise ValueError("Filter specifier must have an \"id\" entry")
        kept.append(_options(spec))
        made[i].id = spec["id"]
        made[i].options = ctypes.addressof(kept[-1])
    made[len(chain)].id = _NO_LIMIT
    return made, kept


class LZMACompressor(Compressor):
    __module__ = "_lzma"
    _FINISH = 3

    def __init__(self, format=FORMAT_XZ, check=-1, preset=None, filters=None):
        self._stream = _Stream()
        if preset is not None and filters is not None:
            raise ValueError("Cannot specify both preset and filter chain")
        level = PRESET_DEFAULT if preset is None else _u32(preset)
        if format not in (FORMAT_XZ, FORMAT_ALONE, FORMAT_RAW):
            raise ValueError(f"Invalid container format: {format}")
        if format != FORMAT_XZ and check not in (-1, CHECK_NONE):
            raise ValueError("Integrity checks are only supported by FORMAT_XZ")
        stream = ctypes.byref(self._stream)
        if format == FORMAT_XZ:
            check = CHECK_CRC64 if check == -1 else check
            if filters is None:
                code = _call("lzma_easy_encoder", stream, ctypes.c_uint32(level), check)
            else:
                made, kept = _filters(filters)
                code = _call("lzma_stream_encoder", stream, made, check)
        elif format == FORMAT_ALONE:
            if filters is None:
                code = _call("lzma_alone_encoder", stream, _preset(level))
            else:
                made, kept = _filters(filters)
                if len(filters) != 1 or filters[0]["id"] != FILTER_LZMA1:
                    raise ValueError("Invalid filter chain for FORMAT_ALONE - must be a single "
                                     "LZMA1 filter")
                code = _call("lzma_alone_encoder", stream, kept[0])
        else:
            if filters is None:
                raise ValueError("Must specify filters for FORMAT_RAW")
            made, kept = _filters(filters)
            code = _call("lzma_raw_encoder", stream, made)
        _check(code)

    def _step(self, action, given):
        stream = self._stream
        code = _call("lzma_code", ctypes.byref(stream), action)
        if code == 10 and not given and stream.avail_out:
            code = 0
        _check(code)
        return code == 1 or action == 0 and not stream.avail_in and stream.avail_out > 0

    def _end(self):
        _call("lzma_end", ctypes.byref(self._stream))


class LZMADecompressor(Decompressor):
    __module__ = "_lzma"
    _OVER = "Already at end of stream"

    def __init__(self, format=FORMAT_AUTO, memlimit=None, filters=None):
        self._stream = _Stream()
        Decompressor.__init__(self)
        self.check = CHECK_UNKNOWN
        if memlimit is not None:
            if format == FORMAT_RAW:
                raise ValueError("Cannot specify memory limit with FORMAT_RAW")
            if not isinstance(memlimit, int):
                raise TypeError(f"an integer is required (got type {type(memlimit).__name__})")
        limit = ctypes.c_uint64(_NO_LIMIT if memlimit is None else memlimit)
        if format == FORMAT_RAW and filters is None:
            raise ValueError("Must specify filters for FORMAT_RAW")
        if format != FORMAT_RAW and filters is not None:
            raise ValueError("Cannot specify filters except with FORMAT_RAW")
        stream = ctypes.byref(self._stream)
        if format == FORMAT_AUTO:
            code = _call("lzma_auto_decoder", stream, limit, ctypes.c_uint32(5))
        elif format == FORMAT_XZ:
            code = _call("lzma_stream_decoder", stream, limit, ctypes.c_uint32(5))
        elif format == FORMAT_ALONE:
            self.check = CHECK_NONE
            code = _call("lzma_alone_decoder", stream, limit)
        elif format == FORMAT_RAW:
            self.check = CHECK_NONE
            made, kept = _filters(filters)
            code = _call("lzma_raw_decoder", stream, made)
        else:
            raise ValueError(f"Invalid container format: {format}")
        _check(code)

    def _step(self):
        stream = self._stream
        code = _call("lzma_code", ctypes.byref(stream), 0)
        while code in (2, 4):  # it tells of the check, and goes on
            self.check = _call("lzma_get_check", ctypes.byref(stream))
            code = _call("lzma_code", ctypes.byref(stream), 0)
        if code != 10 or stream.avail_in:
            _check(code)
        return code == 1

    def _end(self):
        _call("lzma_end", ctypes.byref(self._stream))


def is_check_supported(check_id, /):
    return bool(_call("lzma_check_is_supported", check_id) & 255)


def _encode_filter_properties(filter, /):
    made, kept = _filters([filter])
    size = ctypes.c_uint32()
    _check(_call("lzma_properties_size", ctypes.byref(size), made))
    room = ctypes.create_string_buffer(size.value or 1)
    _check(_call("lzma_properties_encode", made, room))
    return room.raw[:size.value]


def _decode_filter_properties(filter_id, encoded_props, /):
    made = _Filter(id=filter_id)
    data = as_bytes(encoded_props)
    _check(_call("lzma_properties_decode", ctypes.byref(made), None, data,
                 ctypes.c_size_t(len(data))))
    spec = {"id": filter_id}
    if made.options:
        options = ctypes.string_at(made.options, 48 if filter_id != FILTER_DELTA
                                   and filter_id not in _BRANCH else 8)
        if filter_id == FILTER_LZMA1:
            names = ("dict_size", "lc", "lp", "pb")
        else:
            names = ("dict_size",)
        places = _LZMA_OPTIONS
        if filter_id == FILTER_DELTA:
            names, places = ("dist",), {"dist": 4}
        elif filter_id in _BRANCH:
            names, places = ("start_offset",), {"start_offset": 0}
        for name in names:
            spec[name] = struct.unpack_from("I", options, places[name])[0]
        ctypes.CDLL(None).free(ctypes.c_void_p(made.options))
    return spec
