# Codecs of programs, errors that name the codec, decoders that get text in pieces, what files say
# whose bytes are no text.
import codecs
import io
import os
import tempfile
import traceback


def attempt(f, *args):
    try:
        print(ascii(f(*args)))
    except Exception as e:
        cause = e.__cause__
        print(type(e).__name__, ascii(str(e)), type(cause).__name__ if cause else "")


class Twice(codecs.Codec):
    def encode(self, text, errors="strict"):
        if text == "bad":
            raise KeyError(text)
        if text == "other":
            raise ZeroDivisionError
        return b"".join(bytes((ord(c),)) * 2 for c in text), len(text)

    def decode(self, data, errors="strict"):
        return bytes(data)[::2].decode("latin-1"), len(data)


def search(name):
    print("search", name)
    if name == "twice_1":
        return codecs.CodecInfo(Twice().encode, Twice().decode, name=name)
    if name == "wrong":
        return (1, 2)
    if name == "short":
        return (lambda text: b"x", lambda data, errors: ("x", 1), None, None)
    if name == "number":
        return (lambda text: (5, 1), lambda data: (5, 1), None, None)


codecs.register(search)
print("abc".encode("Twice 1"), b"aabb".decode("TWICE-1"), codecs.lookup("twice__1").name)
for name in ("bad", "other"):
    attempt(codecs.encode, name, "twice-1")
for name in ("wrong", "short", "number", "nowhere"):
    attempt("a".encode, name)
    attempt(b"a".decode, name)
    attempt(codecs.decode, b"a", name)
for name in ("hex", "rot13", "base64", "zlib", "quopri"):
    attempt(b"ab".decode, name)
    attempt(codecs.decode, b"zz!", name)
attempt(codecs.encode, "Hello", "rot13")
attempt(codecs.encode, b"Hello", "hex")
attempt(codecs.decode, b"SGVsbG8=\n", "base64")
attempt(codecs.lookup, 5)
codecs.unregister(search)
attempt("a".encode, "twice-1")

# --- in pieces
for name in ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "utf-7", "unicode-escape",
             "raw-unicode-escape", "shift_jis", "cp1252", "ascii", "latin-1"):
    text = "a\u20ac\xfc\U0001f600z\n"
    data = text.encode(name, "ignore")
    decoder = codecs.getincrementaldecoder(name)()
    parts = [decoder.decode(data[i:i + 1]) for i in range(len(data))] + [decoder.decode(b"", True)]
    encoder = codecs.getincrementalencoder(name)("replace")
    made = [encoder.encode(c) for c in "a\xfcz"] + [encoder.encode("", True)]
    print(name, ascii(parts), decoder.getstate(), made)
    reader = codecs.getreader(name)(io.BytesIO(data * 2))
    print(ascii(reader.readline()), ascii(reader.read(2)), ascii(reader.read()))
    print(codecs.lookup(name).name, codecs.lookup(name).decode(data)[1])
print(codecs.utf_16_ex_decode(b"\xfe\xff\0a\0", "strict", 0, False), codecs.utf_8_decode(b"a\xe2"),
      codecs.unicode_escape_decode(r"\x4"[:-2] + "a"), codecs.escape_decode(rb"\x41\n"),
      codecs.charmap_build("abc"), codecs.readbuffer_encode("ab"))
attempt(codecs.utf_16_decode, b"\xff\xfea\0\0\xd8a\0")
attempt(codecs.charmap_decode, b"ab", "strict", {97: "x"})
attempt(codecs.charmap_decode, b"ab", "replace", {97: 98})
attempt(codecs.charmap_decode, b"a", "strict", {97: 1 << 30})
attempt(codecs.charmap_encode, "ab", "strict", {97: 256})
attempt(codecs.utf_8_encode, b"a")
attempt(codecs.utf_8_decode, "a")
attempt("\udc80\ud800".encode, "utf-8", "surrogateescape")
attempt(b"a+2AE\xffb".decode, "utf-7", "replace")
attempt(r"\N{DIGIT ONE}\N{nothing}".encode().decode, "unicode_escape")

# --- files
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "file")
    with open(path, "wb") as file:
        file.write(b"abc\ndef\xff\n")
    for encoding in ("utf-8", "ascii", "utf-16", "utf-8-sig", "shift_jis"):
        try:
            with open(path, encoding=encoding) as file:
                file.read()
        except Exception:
            traceback.print_exc()
    for errors in ("ignore", "replace", "surrogateescape", "backslashreplace"):
        with open(path, encoding="utf-8", errors=errors) as file:
            print(ascii(file.read()))
    with codecs.open(path, "w", "utf-16") as file:
        file.write("one\ntwo\u20ac\n")
        file.seek(0)
        file.write("1")
    with codecs.open(path, encoding="utf-16") as file:
        print(ascii(file.readlines()), type(file).__name__)
print(os, codecs, io, os.__spec__, codecs.lookup)
os.makedirs(b"/proc/none/inside".decode())
