# XML parsing by the system's libexpat, called through ctypes. Where there is none, importing this
# module raises ImportError.
#
# Invariant: an exception of a handler stops the parser and is raised again by Parse().
import ctypes
from _types import ModuleType as _ModuleType

try:
    _library = ctypes.CDLL("libexpat.so.1")
except OSError as e:
    raise ImportError(f"pyexpat needs the system's libexpat: {e}") from None

_parser, _text, _int = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int
_library.XML_ErrorString.restype = _library.XML_ExpatVersion.restype = _text
for _name, _result, _parameters in (
        ("ParserCreate", _parser, (_text,)), ("ParserCreateNS", _parser, (_text, ctypes.c_char)),
        ("ParserFree", None, (_parser,)), ("Parse", _int, (_parser, _text, _int, _int)),
        ("GetErrorCode", _int, (_parser,)), ("StopParser", _int, (_parser, ctypes.c_ubyte)),
        ("GetCurrentLineNumber", ctypes.c_ulong, (_parser,)),
        ("GetCurrentColumnNumber", ctypes.c_ulong, (_parser,)),
        ("GetCurrentByteIndex", ctypes.c_long, (_parser,)),
        ("SetReturnNSTriplet", None, (_parser, _int)), ("SetBase", _int, (_parser, _text)),
        ("GetBase", _text, (_parser,)), ("UseForeignDTD", _int, (_parser, ctypes.c_ubyte)),
        ("SetParamEntityParsing", _int, (_parser, _int)),
        ("GetSpecifiedAttributeCount", _int, (_parser,))):
    _function = getattr(_library, "XML_" + _name)
    _function.restype = _result
    _function.argtypes = _parameters

EXPAT_VERSION = _library.XML_ExpatVersion().decode()
version_info = tuple(int(part) for part in EXPAT_VERSION.partition("_")[2].split("."))
native_encoding = "UTF-8"
features = []
(XML_PARAM_ENTITY_PARSING_NEVER, XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE,
 XML_PARAM_ENTITY_PARSING_ALWAYS) = range(3)


class ExpatError(Exception):
    __module__ = "xml.parsers.expat"


error = ExpatError


def ErrorString(code, /):
    text = _library.XML_ErrorString(code)
    return None if text is None else text.decode()


def _make_errors():
    module = _ModuleType("pyexpat.errors", "Constants used to describe error conditions.")
    module.codes = {}
    module.messages = {}
    names = """NO_MEMORY SYNTAX NO_ELEMENTS INVALID_TOKEN UNCLOSED_TOKEN PARTIAL_CHAR TAG_MISMATCH
        DUPLICATE_ATTRIBUTE JUNK_AFTER_DOC_ELEMENT PARAM_ENTITY_REF UNDEFINED_ENTITY
        RECURSIVE_ENTITY_REF ASYNC_ENTITY BAD_CHAR_REF BINARY_ENTITY_REF
        ATTRIBUTE_EXTERNAL_ENTITY_REF MISPLACED_XML_PI UNKNOWN_ENCODING INCORRECT_ENCODING
        UNCLOSED_CDATA_SECTION EXTERNAL_ENTITY_HANDLING NOT_STANDALONE UNEXPECTED_STATE
        ENTITY_DECLARED_IN_PE FEATURE_REQUIRES_XML_DTD CANT_CHANGE_FEATURE_ONCE_PARSING
        UNBOUND_PREFIX UNDECLARING_PREFIX INCOMPLETE_PE XML_DECL TEXT_DECL PUBLICID SUSPENDED
        NOT_SUSPENDED ABORTED FINISHED SUSPEND_PE RESERVED_PREFIX_XML RESERVED_PREFIX_XMLNS
        RESERVED_NAMESPACE_URI""".split()
    for code, name in enumerate(names, 1):
        text = ErrorString(code)
        setattr(module, "XML_ERROR_" + name, text)
        module.codes[text] = code
        module.messages[code] = text
    return module


def _make_model():
    module = _ModuleType("pyexpat.model", "Constants used to interpret content model information.")
    for i, name in enumerate(("EMPTY", "ANY", "MIXED", "NAME", "CHOICE", "SEQ"), 1):
        setattr(module, "XML_CTYPE_" + name, i)
    for i, name in enumerate(("NONE", "OPT", "REP", "PLUS")):
        setattr(module, "XML_CQUANT_" + name, i)
    return module


errors = _make_errors()
model = _make_model()


# How the arguments of a C handler become those of a Python one, letter by letter:
# s: text or None, i: int, n: text and the next argument's length, a: attributes.
_KINDS = {"s": (_text,), "i": (_int,), "n": (ctypes.c_void_p, _int),
          "a": (ctypes.POINTER(_text),)}
# name of the handler: (arguments, setter, which of the setter's functions)
_HANDLERS = {
    "StartElementHandler": ("sa", "ElementHandler", 0),
    "EndElementHandler": ("s", "ElementHandler", 1),
    "CharacterDataHandler": ("n", "CharacterDataHandler", 0),
    "ProcessingInstructionHandler": ("ss", "ProcessingInstructionHandler", 0),
    "CommentHandler": ("s", "CommentHandler", 0),
    "StartCdataSectionHandler": ("", "CdataSectionHandler", 0),
    "EndCdataSectionHandler": ("", "CdataSectionHandler", 1),
    "DefaultHandler": ("n", "DefaultHandler", 0),
    "DefaultHandlerExpand": ("n", "DefaultHandlerExpand", 0),
    "StartDoctypeDeclHandler": ("sssi", "DoctypeDeclHandler", 0),
    "EndDoctypeDeclHandler": ("", "DoctypeDeclHandler", 1),
    "EntityDeclHandler": ("sinssss", "EntityDeclHandler", 0),
    "NotationDeclHandler": ("ssss", "NotationDeclHandler", 0),
    "UnparsedEntityDeclHandler": ("sssss", "UnparsedEntityDeclHandler", 0),
    "AttlistDeclHandler": ("ssssi", "AttlistDeclHandler", 0),
    "StartNamespaceDeclHandler": ("ss", "NamespaceDeclHandler", 0),
    "EndNamespaceDeclHandler": ("s", "NamespaceDeclHandler", 1),
    "SkippedEntityHandler": ("si", "SkippedEntityHandler", 0),
    "XmlDeclHandler": ("ssi", "XmlDeclHandler", 0),
}
# Handlers that may be set and are never called: what they get has no form here.
_UNUSED = ("ElementDeclHandler", "ExternalEntityRefHandler", "NotStandaloneHandler")


class XMLParserType:
    __module__ = "pyexpat"

    def __init__(self, encoding=None, namespace_separator=None, intern=None):
        code = None if encoding is None else encoding.encode()
        self._state = {"handlers": {}, "made": {}, "error": None, "text": []}
        if namespace_separator is None:
            self._parser = _library.XML_ParserCreate(code)
        else:
            self._parser = _library.XML_ParserCreateNS(
                code, namespace_separator.encode()[:1] or b"\0")
        self.intern = {} if intern is None else intern
        self.buffer_text = False
        self.buffer_size = 8192
        self.ordered_attributes = False
        self.specified_attributes = False

    def __getattr__(self, name):
        if name in _HANDLERS or name in _UNUSED:
            return self._state["handlers"].get(name)
        if name == "namespace_prefixes":
            return self._state.get("prefixes", False)
        if name in ("ErrorLineNumber", "CurrentLineNumber"):
            return _library.XML_GetCurrentLineNumber(self._parser)
        if name in ("ErrorColumnNumber", "CurrentColumnNumber"):
            return _library.XML_GetCurrentColumnNumber(self._parser)
        if name in ("ErrorByteIndex", "CurrentByteIndex"):
            return _library.XML_GetCurrentByteIndex(self._parser)
        if name == "ErrorCode":
            return _library.XML_GetErrorCode(self._parser)
        if name == "buffer_used":
            return sum(map(len, self._state["text"]))
        raise AttributeError(f"'pyexpat.xmlparser' object has no attribute {name!r}")

    def __setattr__(self, name, value):
        if name == "namespace_prefixes":
            self._state["prefixes"] = bool(value)
            _library.XML_SetReturnNSTriplet(self._parser, bool(value))
        elif name in _HANDLERS:
            self._flush_text()
            self._state["handlers"][name] = value
            self._set_handler(name)
        elif name in _UNUSED:
            self._state["handlers"][name] = value
        else:
            object.__setattr__(self, name, value)

    def __delattr__(self, name):
        raise TypeError("Cannot delete attribute")

    # Tells the library which functions to call: it takes some in pairs.
    def _set_handler(self, name):
        setter = _HANDLERS[name][1]
        row = [None, None]
        for other, (arguments, its_setter, place) in _HANDLERS.items():
            if its_setter == setter:
                row[place] = self._c_handler(other, arguments)
                count = place + 1
        row = [None if f is None else ctypes.cast(f, ctypes.c_void_p) for f in row[:count]]
        getattr(_library, "XML_Set" + setter)(ctypes.c_void_p(self._parser), *row)

    def _c_handler(self, name, arguments):
        if self._state["handlers"].get(name) is None:
            return None
        made = self._state["made"]
        if name not in made:
            kinds = [kind for letter in arguments for kind in _KINDS[letter]]

            def handle(_, *values):
                try:
                    self._handle(name, arguments, values)
                except BaseException as e:
                    if self._state["error"] is None:
                        self._state["error"] = e
                    _library.XML_StopParser(self._parser, 0)
            made[name] = ctypes.CFUNCTYPE(None, ctypes.c_void_p, *kinds)(handle)
        return made[name]

    def _handle(self, name, arguments, values):
        state = self._state
        if state["error"] is not None:
            return
        if name == "CharacterDataHandler" and self.buffer_text:
            state["text"].append(ctypes.string_at(values[0], values[1]).decode())
            return
        self._flush_text()
        handler = state["handlers"].get(name)
        if handler is None:
            return
        row = []
        at = 0
        for letter in arguments:
            value = values[at]
            at += 1
            if letter == "n":
                value = None if not value else ctypes.string_at(value, values[at]).decode()
                at += 1
            elif letter == "s":
                value = None if value is None else value.decode()
            elif letter == "a":
                value = self._attributes(value)
            row.append(value)
        handler(*row)

    def _attributes(self, pointer):
        limit = _library.XML_GetSpecifiedAttributeCount(self._parser) \
            if self.specified_attributes else None
        row = []
        while (limit is None or len(row) < limit) and pointer[len(row)] is not None:
            row.append(pointer[len(row)].decode())
        if self.ordered_attributes:
            return row
        return dict(zip(row[::2], row[1::2]))

    def _flush_text(self):
        text = self._state["text"]
        if text:
            self._state["text"] = []
            handler = self._state["handlers"].get("CharacterDataHandler")
            if handler is not None:
                handler("".join(text))

    def Parse(self, data, isfinal=False, /):
        if isinstance(data, str):
            data = data.encode()
            if not self._state.get("begun"):
                _library.XML_SetEncoding(ctypes.c_void_p(self._parser), b"utf-8")
        elif not isinstance(data, bytes):
            data = bytes(memoryview(data))
        self._state["begun"] = True
        done = _library.XML_Parse(self._parser, data, len(data), bool(isfinal))
        if self._state["error"] is None and done:
            self._flush_text()
        e, self._state["error"] = self._state["error"], None
        if e is not None:
            raise e
        if not done:
            self._raise_error()
        return done

    def _raise_error(self):
        code = _library.XML_GetErrorCode(self._parser)
        line, column = self.ErrorLineNumber, self.ErrorColumnNumber
        e = ExpatError(f"{ErrorString(code)}: line {line}, column {column}")
        e.code, e.lineno, e.offset = code, line, column
        raise e

    def ParseFile(self, file, /):
        while True:
            data = file.read(2048)
            done = self.Parse(data, not data)
            if not data:
                return done

    def SetBase(self, base, /):
        _library.XML_SetBase(self._parser, base.encode())

    def GetBase(self):
        base = _library.XML_GetBase(self._parser)
        return None if base is None else base.decode()

    def SetParamEntityParsing(self, flag, /):
        return _library.XML_SetParamEntityParsing(self._parser, flag)

    def UseForeignDTD(self, flag=True, /):
        _library.XML_UseForeignDTD(self._parser, bool(flag))

    def __del__(self):
        if self.__dict__.get("_parser"):
            _library.XML_ParserFree(self._parser)


def ParserCreate(encoding=None, namespace_separator=None, intern=None):
    if namespace_separator is not None:
        if not isinstance(namespace_separator, str):
            raise TypeError("ParserCreate() argument 'namespace_separator' must be str or None, "
                            f"not {type(namespace_separator).__name__}")
        if len(namespace_separator) > 1:
            raise ValueError("namespace_separator must be at most one character, omitted, or None")
    return XMLParserType(encoding, namespace_separator, intern)
