# Which codec an encoding's name stands for: what the functions say that have been registered, the
# first of which is the encodings package's in CPython's library. Handlers of errors by name.
# Neighbours: _codecs.py, _encodings.py.
from _encodings import lookup_error, register_error

_searchers = []
_found = {}
_begun = False


def register(search_function, /):
    if not callable(search_function):
        raise TypeError("argument must be callable")
    _begin()
    _searchers.append(search_function)


def unregister(search_function, /):
    if search_function in _searchers:
        _searchers.remove(search_function)
        _found.clear()


# The encodings package registers itself when it is imported. Where there is none, the codecs module
# that is built in has the encodings which are.
def _begin():
    global _begun
    if not _begun:
        _begun = True
        try:
            import encodings
        except ImportError:
            import codecs
            _searchers.append(codecs._search_own)


# As the functions get it: lower case, and one underscore for what is no letter, digit or dot.
def _normalize(encoding):
    out = []
    gap = False
    for c in encoding.lower():
        if c.isascii() and c.isalnum() or c == ".":
            if gap and out:
                out.append("_")
            out.append(c)
            gap = False
        else:
            gap = True
    return "".join(out)


def lookup(encoding, /):
    if not isinstance(encoding, str):
        raise TypeError("lookup() argument must be str, not "
                        f"{'None' if encoding is None else type(encoding).__name__}")
    if "\0" in encoding:
        raise ValueError("embedded null character")
    name = _normalize(encoding)
    info = _found.get(name)
    if info is not None:
        return info
    _begin()
    for searcher in list(_searchers):
        info = searcher(name)
        if info is not None:
            if not isinstance(info, tuple) or len(info) != 4:
                raise TypeError("codec search functions must return 4-tuples")
            _found[name] = info
            return info
    raise LookupError(f"unknown encoding: {encoding}")


def encode(obj, encoding="utf-8", errors=None):
    return _run(lookup(encoding)[0], obj, encoding, errors, "encoding",
                "encoder must return a tuple (object, integer)")


def decode(obj, encoding="utf-8", errors=None):
    return _run(lookup(encoding)[1], obj, encoding, errors, "decoding",
                "decoder must return a tuple (object,integer)")


# The same for str.encode() and bytes.decode(), which only encodings of text are for.
def encode_text(text, encoding, errors):
    made = _run(_text_codec(encoding, "encode")[0], text, encoding, _said(errors), "encoding",
                "encoder must return a tuple (object, integer)")
    if isinstance(made, bytes):
        return made
    if isinstance(made, bytearray):
        import _warnings
        _warnings.warn(f"encoder {encoding} returned bytearray instead of bytes; use "
                       "codecs.encode() to encode to arbitrary types", RuntimeWarning, 2)
        return bytes(made)
    raise TypeError(f"'{encoding}' encoder returned '{type(made).__name__}' instead of 'bytes'; "
                    "use codecs.encode() to encode to arbitrary types")


def decode_text(data, encoding, errors):
    made = _run(_text_codec(encoding, "decode")[1], data, encoding, _said(errors), "decoding",
                "decoder must return a tuple (object,integer)")
    if not isinstance(made, str):
        raise TypeError(f"'{encoding}' decoder returned '{type(made).__name__}' instead of 'str'; "
                        "use codecs.decode() to decode to arbitrary types")
    return made


# Codecs are not told of the handler that is meant when there is none.
def _said(errors):
    return None if errors == "strict" else errors


def _text_codec(encoding, use):
    info = lookup(encoding)
    if type(info) is not tuple and not getattr(info, "_is_text_encoding", True):
        raise LookupError(f"'{encoding}' is not a text encoding; use codecs.{use}() to handle "
                          "arbitrary codecs")
    return info


def _run(function, obj, encoding, errors, doing, wrong):
    try:
        made = function(obj) if errors is None else function(obj, errors)
    except Exception as e:
        again = _renamed(e, f"{doing} with '{encoding}' codec failed")
        if again is None:
            raise
        raise again from e
    if not isinstance(made, tuple) or len(made) != 2:
        raise TypeError(wrong)
    return made[0]


# Exceptions that say more than a text.
_telling = (OSError, ImportError, StopIteration, SystemExit, SyntaxError, AttributeError, NameError,
            UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError, BaseExceptionGroup)


# An exception of that class with another text; None if something would get lost.
def _renamed(e, text):
    cls = type(e)
    if isinstance(e, _telling) or e.__dict__ or len(e.args) > 1:
        return None
    if e.args and not isinstance(e.args[0], str):
        return None
    for base in cls.__mro__:
        if not _is_builtin_type(base):
            names = base.__dict__
            if "__init__" in names or "__new__" in names or names.get("__slots__"):
                return None
    return cls(f"{text} ({cls.__name__}: {e})")
