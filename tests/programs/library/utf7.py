# UTF-7 in both directions, whole and in pieces; error handlers that change the data.
import codecs

for text in ("plain", "a+b", "Hi Mom \u263a!", "\u65e5\u672c\u8a9e", "\U0001f600x", "\u20ac-", "~\\", "1 + 1 = 2", "", "\xe9a"):
    data = text.encode("utf-7")
    print(ascii(text), data, data.decode("utf-7") == text)
for data in (b"+-", b"+AGE-b", b"+AGEb", b"a+AG", b"+", b"\xff", b"+AGE!", b"++", b"+/", b"+2D3eAA-", b"+2D0-x", b"a+@b"):
    for errors in ("strict", "replace", "ignore", "backslashreplace"):
        try:
            print(data, errors, ascii(data.decode("utf-7", errors)))
        except UnicodeDecodeError as error:
            print(data, errors, error)
decoder = codecs.getincrementaldecoder("utf-7")()
print([ascii(decoder.decode(bytes((b,)))) for b in "a\u263ab\U0001f600".encode("utf-7")], ascii(decoder.decode(b"", True)))


def other(error):
    error.object = b"ok"
    return "!", 0


codecs.register_error("other", other)
for name, data in (("utf-8", b"a\xff"), ("ascii", b"\xff"), ("utf-7", b"\xff"), ("unicode-escape", b"\\x"), ("cp1252", b"\x81")):
    print(name, data.decode(name, "other"))
