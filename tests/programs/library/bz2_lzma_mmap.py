# bz2, lzma and mmap: what the system's libraries do.
import bz2
import io
import lzma
import mmap
import os
import tempfile

text = b"the same words again and again, " * 500
for module in (bz2, lzma):
    packed = module.compress(text)
    print(module.__name__, len(packed), module.decompress(packed) == text)
    with module.open(io.BytesIO(packed)) as file:
        print(file.read(20), file.readline()[:5], file.seek(100), file.read(3))
    for wrong in (b"not compressed at all", packed[:-5]):
        try:
            module.decompress(wrong)
        except (OSError, EOFError, ValueError, lzma.LZMAError) as error:
            print(type(error).__name__, error)
reader = bz2.BZ2Decompressor()
packed = bz2.compress(b"abc") + b"rest"
pieces = [reader.decompress(packed[i:i + 1]) for i in range(len(packed) - 4)]
print(b"".join(pieces), reader.eof, reader.needs_input, reader.unused_data)
reader = lzma.LZMADecompressor()
print(reader.decompress(lzma.compress(text, check=lzma.CHECK_SHA256), 10), reader.needs_input, reader.check)
chain = [{"id": lzma.FILTER_DELTA, "dist": 4}, {"id": lzma.FILTER_LZMA2, "preset": 1}]
raw = lzma.compress(text, format=lzma.FORMAT_RAW, filters=chain)
print(len(raw), lzma.decompress(raw, format=lzma.FORMAT_RAW, filters=chain) == text)
for attempt in (lambda: bz2.BZ2Compressor(10), lambda: lzma.LZMACompressor(preset=99),
                lambda: lzma.LZMACompressor(format=lzma.FORMAT_RAW),
                lambda: lzma.compress(b"", filters=[{"id": lzma.FILTER_DELTA, "far": 1}])):
    try:
        attempt()
    except (ValueError, lzma.LZMAError) as error:
        print(type(error).__name__, error)

with tempfile.TemporaryFile() as file:
    file.write(b"0123456789" * 10)
    file.flush()
    with mmap.mmap(file.fileno(), 0) as memory:
        print(len(memory), memory[3], memory[5:8], memory.find(b"90"), memory.rfind(b"90"), memory[::25])
        memory[0:3] = b"abc"
        memory[3] = 90
        print(memory.read(6), memory.tell(), memory.readline()[:4], memory.seek(2), memory.read_byte())
        memory.move(50, 0, 4)
        memory.flush()
        print(memory[48:56], os.pread(file.fileno(), 5, 0))
    print(memory.closed, memory)
    with mmap.mmap(file.fileno(), 20, access=mmap.ACCESS_READ) as memory:
        for attempt in (lambda: memory.write(b"x"), lambda: memory[1000], lambda: memory.seek(-1),
                        lambda: memory.resize(5)):
            try:
                attempt()
            except (TypeError, IndexError, ValueError) as error:
                print(type(error).__name__, error)
with mmap.mmap(-1, 13) as memory:
    memory.write(b"Hello, world!")
    print(memory[:], memory)
