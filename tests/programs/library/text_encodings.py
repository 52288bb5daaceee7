# Encodings beyond utf-8, error handlers, incremental decoding.
import codecs

TEXT = "h\u00e9\n\u20ac\U0001f600\\"
for name in ("utf-16", "utf-16-be", "utf-16-le", "utf-32", "utf-32-be", "utf-8-sig", "unicode_escape",
             "raw-unicode-escape"):
    data = TEXT.encode(name)
    print(name, data, ascii(data.decode(name)))
    step = codecs.getincrementaldecoder(name)() if "escape" not in name else None
    if step is not None:
        print(ascii("".join([step.decode(bytes((b,))) for b in data]) + step.decode(b"", True)))
print(b"\\x41\\u20ac\\N{EM DASH}\\101".decode("unicode_escape").encode("utf-8"))

for handler in ("ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace"):
    print(handler, "a\u00e9\u20acb".encode("ascii", handler), "\ud800x".encode("utf-16-le", handler))
for handler in ("ignore", "replace", "backslashreplace", "surrogateescape"):
    print(handler, ascii(b"a\xff\xe9b".decode("utf-8", handler)))
    print(handler, ascii(b"a\0\0\xdcb\0".decode("utf-16-le", "ignore" if handler == "surrogateescape" else handler)))


def dots(e):
    return "." * (e.end - e.start), e.end


codecs.register_error("dots", dots)
print("a\u00e9\u20acb".encode("ascii", "dots"), ascii(b"a\xff\xe9b".decode("utf-8", "dots")))
print(codecs.lookup_error("dots") is dots, codecs.lookup("UTF8").name, codecs.lookup("latin-1").name)

for call in (lambda: "x".encode("nope"), lambda: b"x".decode("nope"),
             lambda: "\u00e9".encode("ascii", "nope"), lambda: b"\xff".decode("utf-8", "nope"),
             lambda: b"abc".decode("utf-16"), lambda: b"\x00\xd8".decode("utf-16-le"),
             lambda: b"\x00\xd8x\0".decode("utf-16-le"), lambda: b"abcd".decode("utf-32-be"),
             lambda: "\ud800".encode("utf-16"), lambda: b"\\x1".decode("unicode_escape"),
             lambda: b"\\N{NOTHING}".decode("unicode_escape"), lambda: codecs.lookup("nope"),
             lambda: codecs.lookup_error("nope"), lambda: "\ud800".encode()):
    try:
        print(call())
    except (UnicodeError, LookupError) as e:
        print(type(e).__name__, e)
