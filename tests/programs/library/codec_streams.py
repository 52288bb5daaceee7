# codecs: readers and writers around streams, encodings between bytes, pieces that cannot be decoded.
import codecs
import io
import os
import tempfile

stream = io.BytesIO()
pair = codecs.StreamReaderWriter(stream, codecs.getreader("utf-8"), codecs.getwriter("utf-8"))
pair.write("erste Zeile\nzwéite\n")
pair.writelines(["a", "b\n"])
pair.seek(0)
print(stream.getvalue(), pair.readline(), pair.read(3), list(pair))
recoded = codecs.EncodedFile(io.BytesIO("é\nü\n".encode("utf-8")), "latin-1", "utf-8")
print(recoded.readline(), recoded.read(), recoded.data_encoding, recoded.file_encoding)
name = os.path.join(tempfile.mkdtemp(), "text")
with codecs.open(name, "w", "utf-16-le") as file:
    file.write("ab\r\nc")
    print(file.encoding)
with codecs.open(name, encoding="utf-16-le") as file:
    print([ascii(line) for line in file])
with open(name, "rb") as file:
    print(file.read())
queue = [b"a\xc3", b"\xa9b"]


class Pieces:
    def read(self, size=-1):
        return queue.pop(0) if queue else b""


reader = codecs.getreader("utf-8")(Pieces())
print(reader.read(), ascii(reader.read()), repr(reader.read()))
for encoding in ("hex", "base64", "zlib", "bz2", "uu", "quopri"):
    packed = codecs.encode(b"the data", encoding)
    print(encoding, codecs.decode(packed, encoding))
    for attempt in (lambda: "text".encode(encoding), lambda: packed.decode(encoding)):
        try:
            attempt()
        except LookupError as error:
            print(error)
for data in (b"\xc2\x7f", b"\xe0\x80", b"\xed\xa0", b"\xf4\x90", b"\xf0\x90\x80", b"\xe2\x82"):
    try:
        print(ascii(codecs.getincrementaldecoder("utf-8")().decode(data)))
    except UnicodeDecodeError as error:
        print(error)
